import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Fold, Form, TextField } from '../../ui/index.ts'
import { readRecovery, withRecovery } from '../session/recovery.ts'
import type { Session } from '../session/session.ts'
import { useCopy } from '../shared/copy.ts'

/** Opens with the recovery key what was sealed to team keys that are lost, until the desk is locked. */
export function Older(props: {
  readonly session: Session
  readonly onOlder: (session: Session) => void
}): JSX.Element {
  const { t } = useCopy()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const submit = async (): Promise<void> => {
    const key = await readRecovery(typed)
    if (key === null) setError(t('rescue.wrong'))
    else props.onOlder(await withRecovery(props.session, key))
  }
  return (
    <Fold summary={t('team.older.title')}>
      <p>{t('team.older.lead')}</p>
      <Form
        onSubmit={() => {
          submit().catch(reportError)
        }}
      >
        <TextField
          name="recovery"
          label={t('rescue.key')}
          hint={t('rescue.keyHint')}
          error={error}
          value={typed}
          onInput={setTyped}
          autoComplete="off"
          isCode
        />
        <p>
          <Button type="submit" kind="quiet">
            {t('team.older.button')}
          </Button>
        </p>
      </Form>
    </Fold>
  )
}
