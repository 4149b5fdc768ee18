import type { JSX } from 'preact'
import { AskBefore, Notice } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { forgetUnreadable } from './kept-keys.ts'

/** Says that what lies in the place of the keys cannot be read. It is taken away only when somebody asks for it, and is asked. */
export function UnreadableKeys({ onForgotten }: { readonly onForgotten: () => void }): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="care">
      <p>{t('signIn.unreadable')}</p>
      <AskBefore
        ask={t('signIn.forgetUnreadable')}
        question={t('signIn.forgetAsk')}
        yes={t('signIn.forgetYes')}
        yesKind="quiet"
        no={t('signIn.forgetNo')}
        onYes={() => {
          forgetUnreadable()
          onForgotten()
          return true
        }}
      />
    </Notice>
  )
}
