import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Fold, Form, useSubmit } from '../../ui/index.ts'
import { readRecovery, withRecovery } from '../session/recovery.ts'
import type { Session } from '../session/session.ts'
import { useCopy } from '../shared/copy.ts'
import { useFieldError } from '../shared/use-field-error.ts'
import { RecoveryField } from '../shared/recovery-field.tsx'

/** Opens with the recovery key what was sealed to team keys that are lost, until the desk is locked. */
export function Older(props: {
  readonly session: Session
  readonly onOlder: (session: Session) => void
}): JSX.Element {
  const { t } = useCopy()
  const [typed, setTyped] = useState('')
  const [error, setError] = useFieldError('recovery')
  const { busy, submit } = useSubmit({
    async send() {
      const key = await readRecovery(typed)
      if (key === null) setError(t('rescue.wrong'))
      else props.onOlder(await withRecovery(props.session, key))
    },
  })
  return (
    <Fold summary={t('team.older.title')}>
      <p>{t('team.older.lead')}</p>
      <Form onSubmit={submit}>
        <RecoveryField value={typed} error={error} onInput={setTyped} />
        <p>
          <Button type="submit" kind="quiet" busy={busy}>
            {t('team.older.button')}
          </Button>
        </p>
      </Form>
    </Fold>
  )
}
