import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button, ErrorSummary, FieldError, FieldHint, Form, Heading, useField } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { openSession, type Session, type SignInFailure } from './session.ts'

/** Signing in with the key file. */
export function SignIn(props: {
  /** When it takes the place of the desk. */
  readonly takesFocus: boolean
  readonly onSession: (session: Session) => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const { takesFocus, onSession } = props
  const [file, setFile] = useState<File | null>(null)
  const [failure, setFailure] = useState<SignInFailure | 'no-file' | null>(null)
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const error = failure ? t(`signIn.${failure}`) : undefined
  const field = useField({ name: 'keyFile', hint: t('signIn.hint'), error })
  useEffect(() => {
    if (takesFocus) document.querySelector<HTMLElement>('main h1')?.focus()
  }, [takesFocus])

  const submit = async (): Promise<void> => {
    setAttempt(n => n + 1)
    if (!file) {
      setFailure('no-file')
      return
    }
    setBusy(true)
    const result = await openSession(await file.text())
    if (typeof result === 'string') setFailure(result)
    else await onSession(result)
    setBusy(false)
  }

  return (
    <>
      <ErrorSummary
        title={t('signIn.errorTitle')}
        errors={error ? [{ name: 'keyFile', text: error }] : []}
        attempt={attempt}
      />
      <Heading focusable>{t('signIn.title')}</Heading>
      <p>{t('signIn.lead')}</p>
      <Form
        onSubmit={() => {
          submit().catch(reportError)
        }}
      >
        <div class="field" data-invalid={field.invalid}>
          <label class="label" for={field.id}>
            {t('signIn.file')}
          </label>
          <FieldHint id={field.hintId} text={t('signIn.hint')} />
          <FieldError id={field.errorId} text={error} />
          <input
            class="input"
            type="file"
            id={field.id}
            accept=".json,application/json"
            aria-describedby={field.describedBy}
            aria-invalid={field.invalid}
            onChange={event => {
              setFile(event.currentTarget.files?.[0] ?? null)
            }}
          />
        </div>
        <p>
          <Button type="submit" busy={busy} busyLabel={t('signIn.busy')}>
            {t('signIn.button')}
          </Button>
        </p>
      </Form>
    </>
  )
}
