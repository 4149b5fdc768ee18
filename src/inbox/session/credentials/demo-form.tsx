import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Notice, useSubmit } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { openSession, type Session, type SignInFailure } from '../session.ts'

/** One click, for trying out: everybody who has this page has the key. */
export function DemoForm(props: {
  readonly keyText: string
  readonly onSession: (session: Session) => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const [failure, setFailure] = useState<SignInFailure | null>(null)

  const { busy, submit } = useSubmit({
    async send() {
      const result = await openSession(props.keyText)
      if (typeof result === 'string') setFailure(result)
      else await props.onSession(result)
    },
  })

  return (
    <Notice tone="care" icon="letter" title={t('demo.title')}>
      <p>{t('demo.lead')}</p>
      <p>
        <Button busy={busy} busyLabel={t('signIn.busy')} onClick={submit}>
          {t('demo.button')}
        </Button>
      </p>
      <div role="status">{failure && <p>{t(`signIn.${failure}`)}</p>}</div>
    </Notice>
  )
}
