import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { memberOf, writeKeyFile, type KeyFile, type Member } from '../../../core/sealing/index.ts'
import { compareWords } from '../../../core/sealing/team.ts'
import {
  Button,
  Choice,
  ErrorSummary,
  Form,
  Notice,
  RadioGroup,
  TextField,
  useSubmit,
} from '../../../ui/index.ts'
import { performBeside } from '../../opening/spare.ts'
import { useCopy } from '../../shared/copy.ts'
import { openSession, type Session, type SignInFailure } from '../session.ts'
import type { KeptKey } from './kept-keys.ts'
import { unlockWithPasskey, type PasskeyRefusal } from './passkey.ts'

const newcomerOf = ({ member, recipient }: Member): { signing: string; recipient: string } => ({
  signing: member,
  recipient,
})

type WordsFailure = 'no-words' | 'wrong-words'
type Failure =
  | { readonly of: 'who' }
  | { readonly of: 'words'; readonly why: WordsFailure }
  | { readonly of: 'passkey'; readonly why: PasskeyRefusal }
  | { readonly of: 'session'; readonly why: SignInFailure }

/** Signing in with a key that lies locked in this browser: by its six words, or by the passkey that it lies under too. */
export function WordsForm(props: {
  readonly keys: readonly KeptKey[]
  readonly onSession: (session: Session) => Promise<void>
  readonly onForget: (name: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { keys } = props
  const [name, setName] = useState(keys.length === 1 ? keys[0]?.name : undefined)
  const [words, setWords] = useState('')
  /** Several times a day they are typed beside a colleague. */
  const [isShown, setIsShown] = useState(false)
  const [prefersWords, setPrefersWords] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [compare, setCompare] = useState<string | null>(null)
  const chosen = keys.find(one => one.name === name)
  const passkey = chosen?.passkey
  const byPasskey = passkey !== undefined && !prefersWords
  const whoError = failure?.of === 'who' ? t('signIn.no-name') : undefined
  const error = failure && failure.of !== 'who' ? sentence(failure) : undefined

  function sentence(told: Exclude<Failure, { of: 'who' }>): string {
    return told.of === 'passkey' ? t(`passkey.${told.why}`) : t(`signIn.${told.why}`)
  }

  const unlocked = async (locked: KeptKey): Promise<KeyFile | Failure> => {
    if (byPasskey) {
      const opened = await unlockWithPasskey(passkey)
      return typeof opened === 'string' ? { of: 'passkey', why: opened } : opened
    }
    return (await performBeside('unlock', { locked, words })) ?? { of: 'words', why: 'wrong-words' }
  }

  const refuse = (why: Failure): void => {
    setFailure(why)
    setCompare(null)
    // The words are there for it.
    if (why.of === 'passkey') setPrefersWords(true)
  }
  const { busy, attempt, submit } = useSubmit({
    check() {
      if (chosen === undefined) refuse({ of: 'who' })
      else if (!byPasskey && words.trim() === '') refuse({ of: 'words', why: 'no-words' })
      else return true
      return false
    },
    async send() {
      if (chosen === undefined) return
      const key = await unlocked(chosen)
      if ('of' in key) {
        refuse(key)
        return
      }
      const result = await openSession(writeKeyFile(key))
      setCompare(result === 'refused' ? compareWords(newcomerOf(await memberOf(key))) : null)
      if (typeof result === 'string') setFailure({ of: 'session', why: result })
      else await props.onSession(result)
    },
  })

  return (
    <>
      <ErrorSummary
        title={t('signIn.errorTitle')}
        errors={[
          ...(whoError ? [{ name: 'who', text: whoError }] : []),
          ...(error && !byPasskey ? [{ name: 'words', text: error }] : []),
        ]}
        attempt={attempt}
      />
      <Form onSubmit={submit}>
        {keys.length > 1 && (
          <RadioGroup
            name="who"
            legend={t('signIn.who')}
            error={whoError}
            options={keys.map(one => ({ value: one.name, label: one.name }))}
            value={name}
            onChange={chosenName => {
              setName(chosenName)
              setPrefersWords(false)
            }}
          />
        )}
        {byPasskey && error && (
          <Notice tone="care" live>
            <p>{error}</p>
          </Notice>
        )}
        {!byPasskey && (
          <>
            {/* No password field: a browser would offer to keep the words, beside the very key that they unlock. */}
            <div class={isShown ? undefined : 'masked'}>
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
            </div>
            <Choice
              type="checkbox"
              name="shown"
              index={0}
              option={{ value: 'shown', label: t('signIn.showWords') }}
              checked={isShown}
              onChange={() => {
                setIsShown(!isShown)
              }}
            />
          </>
        )}
        <p>
          <Button type="submit" busy={busy} busyLabel={t(byPasskey ? 'passkey.busy' : 'signIn.busy')}>
            {t(byPasskey ? 'passkey.unlock' : 'signIn.unlock')}
          </Button>
        </p>
      </Form>
      {passkey && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              setFailure(null)
              setPrefersWords(byPasskey)
            }}
          >
            {t(byPasskey ? 'signIn.useWords' : 'passkey.use')}
          </button>
        </p>
      )}
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
