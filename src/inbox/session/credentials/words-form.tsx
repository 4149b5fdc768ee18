import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  memberOf,
  unlockKey,
  writeKeyFile,
  type LockedKey,
  type Member,
} from '../../../core/sealing/index.ts'
import { compareWords } from '../../../core/sealing/team.ts'
import { Button, ErrorSummary, Form, Notice, RadioGroup, TextField } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { openSession, type Session, type SignInFailure } from '../session.ts'

const newcomerOf = ({ member, recipient }: Member): { signing: string; recipient: string } => ({
  signing: member,
  recipient,
})

/** Signing in with a key that lies locked in this browser, by its six words. */
export function WordsForm(props: {
  readonly keys: readonly LockedKey[]
  readonly onSession: (session: Session) => Promise<void>
  readonly onForget: (name: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { keys } = props
  const [name, setName] = useState(keys.length === 1 ? keys[0]?.name : undefined)
  const [words, setWords] = useState('')
  const [failure, setFailure] = useState<SignInFailure | 'no-words' | 'wrong-words' | 'no-name' | null>(null)
  const [compare, setCompare] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const chosen = keys.find(one => one.name === name)
  const whoError = failure === 'no-name' ? t('signIn.no-name') : undefined
  const error = failure && failure !== 'no-name' ? t(`signIn.${failure}`) : undefined

  const submit = async (): Promise<void> => {
    setAttempt(n => n + 1)
    if (!chosen || words.trim() === '') {
      setFailure(chosen ? 'no-words' : 'no-name')
      return
    }
    setBusy(true)
    const key = await unlockKey(chosen, words)
    const result = key ? await openSession(writeKeyFile(key)) : 'wrong-words'
    setCompare(key && result === 'refused' ? compareWords(newcomerOf(await memberOf(key))) : null)
    if (typeof result === 'string') setFailure(result)
    else await props.onSession(result)
    setBusy(false)
  }

  return (
    <>
      <ErrorSummary
        title={t('signIn.errorTitle')}
        errors={[
          ...(whoError ? [{ name: 'who', text: whoError }] : []),
          ...(error ? [{ name: 'words', text: error }] : []),
        ]}
        attempt={attempt}
      />
      <Form
        onSubmit={() => {
          submit().catch(reportError)
        }}
      >
        {keys.length > 1 && (
          <RadioGroup
            name="who"
            legend={t('signIn.who')}
            error={whoError}
            options={keys.map(one => ({ value: one.name, label: one.name }))}
            value={name}
            onChange={setName}
          />
        )}
        <TextField
          name="words"
          label={t('signIn.words')}
          hint={t('signIn.wordsHint')}
          error={error}
          value={words}
          onInput={setWords}
          autoComplete="off"
          spellcheck={false}
        />
        <p>
          <Button type="submit" busy={busy} busyLabel={t('signIn.busy')}>
            {t('signIn.unlock')}
          </Button>
        </p>
      </Form>
      {compare !== null && (
        <Notice tone="info" icon="letter" title={t('join.waitingTitle')}>
          <p>{t('join.waiting')}</p>
          <p>
            <strong data-words>{compare}</strong>
          </p>
        </Notice>
      )}
      {chosen && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              props.onForget(chosen.name)
            }}
          >
            {t('signIn.forget', { name: chosen.name })}
          </button>
        </p>
      )}
    </>
  )
}
