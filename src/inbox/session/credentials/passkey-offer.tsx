import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { KeyFile } from '../../../core/sealing/index.ts'
import { Actions, Button, Notice, useSubmit } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { keepPasskey } from './kept-keys.ts'
import { lockWithPasskey, type PasskeyRefusal } from './passkey.ts'

/** Locks a key that lies in this browser with a passkey as well. A refusal of the browser is shown; the six words stay. */
export function PasskeyOffer(props: {
  readonly memberKey: KeyFile
  readonly onMade: () => void
  /** Beside other things to do, and not asked for. */
  readonly quiet?: boolean
}): JSX.Element {
  const { t } = useCopy()
  const { memberKey, onMade } = props
  const [failure, setFailure] = useState<PasskeyRefusal | 'not-kept' | null>(null)

  const { busy, submit } = useSubmit({
    async send() {
      setFailure(null)
      const { name } = memberKey
      const lock = await lockWithPasskey(memberKey, `${t('brand')}: ${name}`)
      if (typeof lock === 'string') setFailure(lock)
      else if (keepPasskey(name, lock)) onMade()
      else setFailure('not-kept')
    },
  })

  return (
    <>
      <p>{t('passkey.lead')}</p>
      {failure && (
        <Notice tone="care" live>
          <p>{t(`passkey.${failure}`)}</p>
        </Notice>
      )}
      <Actions>
        <Button
          kind={props.quiet === true ? 'quiet' : 'primary'}
          busy={busy}
          busyLabel={t('passkey.busy')}
          onClick={submit}
        >
          {t('passkey.make')}
        </Button>
      </Actions>
    </>
  )
}
