import { useState } from 'preact/hooks'
import { memberOf, writeKeyFile, type KeyFile, type Member } from '../../../core/sealing/index.ts'
import { compareWords } from '../../../core/sealing/team.ts'
import { performBeside } from '../../opening/spare.ts'
import { useCopy } from '../../shared/copy.ts'
import { openSession, type Session, type SignInFailure } from '../session.ts'
import type { KeptKey } from './kept-keys.ts'
import { unlockWithPasskey, type PasskeyRefusal } from './passkey.ts'

type WordsFailure = 'no-words' | 'wrong-words'
type Failure =
  | { readonly of: 'who' }
  | { readonly of: 'words'; readonly why: WordsFailure }
  | { readonly of: 'passkey'; readonly why: PasskeyRefusal }
  | { readonly of: 'session'; readonly why: SignInFailure }

type Unlocking = {
  readonly chosen: KeptKey | undefined
  readonly choose: (name: string) => void
  readonly words: string
  readonly setWords: (words: string) => void
  /** Whether the passkey opens it; the six words otherwise. */
  readonly byPasskey: boolean
  /** Takes the other of the two. */
  readonly takeOther: () => void
  /** That nobody is chosen. */
  readonly whoError: string | undefined
  /** Why the key was not opened, or did not sign in. */
  readonly error: string | undefined
  /** The words that a leader compares, of a member who is not on the team yet. */
  readonly compare: string | null
  /** Both for `useSubmit`. */
  readonly check: () => boolean
  readonly send: () => Promise<void>
}

const newcomerOf = ({ member, recipient }: Member): { signing: string; recipient: string } => ({
  signing: member,
  recipient,
})

/** Unlocks one of the keys that lie in this browser, and signs in with it. */
export function useUnlock(
  keys: readonly KeptKey[],
  onSession: (session: Session) => Promise<void>,
): Unlocking {
  const { t } = useCopy()
  const [name, setName] = useState<string>()
  const [words, setWords] = useState('')
  const [prefersWords, setPrefersWords] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [compare, setCompare] = useState<string | null>(null)
  // Of one key there is nothing to choose, also when the others have been forgotten meanwhile.
  const chosen = keys.length === 1 ? keys[0] : keys.find(one => one.name === name)
  const passkey = chosen?.passkey
  const byPasskey = passkey !== undefined && !prefersWords

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
  const sentence = (told: Exclude<Failure, { of: 'who' }>): string =>
    told.of === 'passkey' ? t(`passkey.${told.why}`) : t(`signIn.${told.why}`)

  return {
    chosen,
    choose(one) {
      setName(one)
      setPrefersWords(false)
    },
    words,
    setWords,
    byPasskey,
    takeOther() {
      setFailure(null)
      setPrefersWords(byPasskey)
    },
    whoError: failure?.of === 'who' ? t('signIn.no-name') : undefined,
    error: failure && failure.of !== 'who' ? sentence(failure) : undefined,
    compare,
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
      else await onSession(result)
    },
  }
}
