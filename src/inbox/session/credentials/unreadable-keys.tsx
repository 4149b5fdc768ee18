import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Confirm, Notice } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { forgetUnreadable } from './kept-keys.ts'

/** Says that what lies in the place of the keys cannot be read. It is taken away only when somebody asks for it, and is asked. */
export function UnreadableKeys({ onForgotten }: { readonly onForgotten: () => void }): JSX.Element {
  const { t } = useCopy()
  const [asking, setAsking] = useState(false)
  return (
    <Notice tone="care">
      <p>{t('signIn.unreadable')}</p>
      <Confirm
        asking={asking}
        label={t('signIn.forgetUnreadable')}
        question={t('signIn.forgetAsk')}
        answers={
          <>
            <Button
              kind="quiet"
              onClick={() => {
                forgetUnreadable()
                onForgotten()
              }}
            >
              {t('signIn.forgetYes')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false)
              }}
            >
              {t('signIn.forgetNo')}
            </Button>
          </>
        }
      >
        <Button
          kind="quiet"
          data-asks=""
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('signIn.forgetUnreadable')}
        </Button>
      </Confirm>
    </Notice>
  )
}
