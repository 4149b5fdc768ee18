import { useState } from 'preact/hooks'
import {
  readAnyKey,
  SealingError,
  writeKeyFile,
  type KeyFile,
  type LockedKey,
} from '../../../core/sealing/index.ts'
import { performBeside } from '../../opening/spare.ts'
import { openSession, type Session, type SignInFailure } from '../session.ts'

type Failure = SignInFailure | 'no-file' | 'no-words' | 'wrong-words'

/**
 * Signs in with a key file, locked or not.
 * @param onSignedIn gets the session and the key that opened it
 */
export function useKeyFile(onSignedIn: (session: Session, key: () => KeyFile) => Promise<void>): {
  readonly choose: (file: File | null) => Promise<void>
  /** Whether the file that is chosen asks for words. */
  readonly isLocked: boolean
  readonly words: string
  readonly setWords: (words: string) => void
  readonly failure: Failure | null
  /** Both for `useSubmit`. */
  readonly check: () => boolean
  readonly send: () => Promise<void>
} {
  const [file, setFile] = useState<File | null>(null)
  const [locked, setLocked] = useState<LockedKey | null>(null)
  const [words, setWords] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)

  return {
    async choose(chosen) {
      setFile(chosen)
      setFailure(null)
      setLocked(chosen && lockedIn(await chosen.text()))
    },
    isLocked: locked !== null,
    words,
    setWords,
    failure,
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
      else await onSignedIn(result, () => key ?? keyIn(text))
    },
  }
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
