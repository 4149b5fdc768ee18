import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  readAnyKey,
  SealingError,
  writeKeyFile,
  type KeyFile,
  type LockedKey,
} from '../../../core/sealing/index.ts'
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
import { performBeside } from '../../opening/spare.ts'
import { useCopy } from '../../shared/copy.ts'
import { openSession, type Session, type SignInFailure } from '../session.ts'

type Failure = SignInFailure | 'no-file' | 'no-words' | 'wrong-words'

/** Signing in with a key file, locked or not; and keeping the key in this browser from then on. */
export function FileForm(props: {
  readonly onSession: (session: Session) => Promise<void>
  /** Signed in with a key that is to be kept here. */
  readonly onKeep: (key: KeyFile, session: Session) => void
}): JSX.Element {
  const { t } = useCopy()
  const [file, setFile] = useState<File | null>(null)
  const [locked, setLocked] = useState<LockedKey | null>(null)
  const [words, setWords] = useState('')
  const [keeps, setKeeps] = useState<'keep'[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const ofWords = failure === 'no-words' || failure === 'wrong-words'
  const said = failure ? t(`signIn.${failure}`) : undefined
  const error = ofWords ? undefined : said
  const field = useField({ name: 'keyFile', hint: t('signIn.hint'), error })

  const choose = async (chosen: File | null): Promise<void> => {
    setFile(chosen)
    setFailure(null)
    setLocked(chosen && lockedIn(await chosen.text()))
  }

  const { busy, attempt, submit } = useSubmit({
    check() {
      if (file && !(locked && words.trim() === '')) return true
      setFailure(file ? 'no-words' : 'no-file')
      return false
    },
    async send() {
      if (!file) return
      const key = locked && (await performBeside('unlock', { locked, words }))
      const text = key ? writeKeyFile(key) : await file.text()
      const result = locked && !key ? 'wrong-words' : await openSession(text)
      if (typeof result === 'string') setFailure(result)
      else if (keeps.length > 0) props.onKeep(key ?? keyIn(text), result)
      else await props.onSession(result)
    },
  })

  return (
    <>
      <ErrorSummary
        title={t('signIn.errorTitle')}
        errors={said ? [{ name: ofWords ? 'words' : 'keyFile', text: said }] : []}
        attempt={attempt}
      />
      <Form onSubmit={submit}>
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
              choose(event.currentTarget.files?.[0] ?? null).catch(reportError)
            }}
          />
        </div>
        {locked && (
          <TextField
            name="words"
            label={t('signIn.words')}
            hint={t('signIn.wordsHint')}
            error={ofWords ? said : undefined}
            value={words}
            onInput={setWords}
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

/** What is locked in a file; null when it is not a locked key. Signing in says of what is no key at all that it is none. */
function lockedIn(text: string): LockedKey | null {
  try {
    const read = readAnyKey(text)
    return 'locked' in read ? read.locked : null
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}

/** The key in a text that has just signed in. */
function keyIn(text: string): KeyFile {
  const read = readAnyKey(text)
  if ('locked' in read) throw new Error('a locked key cannot have signed in')
  return read.key
}
