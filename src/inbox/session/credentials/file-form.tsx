import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { KeyFile } from '../../../core/sealing/index.ts'
import {
  Button,
  CheckGroup,
  ErrorSummary,
  FieldError,
  FieldHint,
  Form,
  TextField,
  useField,
  useSubmit,
} from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import type { Session } from '../session.ts'
import { useKeyFile } from './use-key-file.ts'

/** Signing in with a key file, locked or not; and keeping the key in this browser from then on. */
export function FileForm(props: {
  readonly onSession: (session: Session) => Promise<void>
  /** Signed in with a key that is to be kept here. */
  readonly onKeep: (key: KeyFile, session: Session) => void
}): JSX.Element {
  const { t } = useCopy()
  const [keeps, setKeeps] = useState<'keep'[]>([])
  const signing = useKeyFile(async (session, key) => {
    if (keeps.length > 0) props.onKeep(key(), session)
    else await props.onSession(session)
  })
  const { failure } = signing
  const { busy, attempt, submit } = useSubmit(signing)
  const ofWords = failure === 'no-words' || failure === 'wrong-words'
  const said = failure ? t(`signIn.${failure}`) : undefined

  return (
    <>
      <ErrorSummary
        title={t('signIn.errorTitle')}
        errors={said ? [{ name: ofWords ? 'words' : 'keyFile', text: said }] : []}
        attempt={attempt}
      />
      <Form onSubmit={submit}>
        <KeyFileField error={ofWords ? undefined : said} onFile={signing.choose} />
        {signing.isLocked && (
          <TextField
            name="words"
            label={t('signIn.words')}
            hint={t('signIn.wordsHint')}
            error={ofWords ? said : undefined}
            value={signing.words}
            onInput={signing.setWords}
            autoComplete="off"
            spellcheck={false}
          />
        )}
        <CheckGroup
          name="keep"
          legend={t('signIn.next')}
          options={[{ value: 'keep', label: t('signIn.remember'), hint: t('signIn.rememberHint') }]}
          values={keeps}
          onChange={setKeeps}
        />
        <p>
          <Button type="submit" busy={busy} busyLabel={t('signIn.busy')}>
            {t('signIn.button')}
          </Button>
        </p>
      </Form>
    </>
  )
}

function KeyFileField(props: {
  readonly error: string | undefined
  readonly onFile: (file: File | null) => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const { error } = props
  const field = useField({ name: 'keyFile', hint: t('signIn.hint'), error })
  return (
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
          props.onFile(event.currentTarget.files?.[0] ?? null).catch(reportError)
        }}
      />
    </div>
  )
}
