import { useEffect, useState } from 'preact/hooks'
import {
  lockKey,
  makePassphrase,
  readPassphrase,
  type KeyFile,
  type LockedKey,
} from '../../../core/sealing/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { keepKey } from './kept-keys.ts'
import { isReadyHere } from './passkey.ts'

/**
 * Makes six words for a key, and keeps it under them in this browser once they are typed again.
 * @param onDone gets the locked key; where a passkey is to be offered first, `kept` has it instead
 * @param isNew a newcomer's key goes on when the browser keeps nothing, too
 */
export function useKeep(
  memberKey: KeyFile,
  onDone: (locked: LockedKey | null) => Promise<void>,
  isNew: boolean,
): {
  readonly words: string
  /** The words as they are typed again. */
  readonly typed: string
  readonly setTyped: (typed: string) => void
  readonly error: string | undefined
  readonly kept: LockedKey | null
  /** Both for `useSubmit`. */
  readonly check: () => boolean
  readonly send: () => Promise<void>
} {
  const { t } = useCopy()
  const [words] = useState(() => makePassphrase())
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [kept, setKept] = useState<LockedKey | null>(null)
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [kept])

  return {
    words,
    typed,
    setTyped,
    error,
    kept,
    check() {
      const isSame = readPassphrase(typed) === words
      setError(isSame ? undefined : t('keepKey.wrong'))
      return isSame
    },
    async send() {
      const locked = await lockKey(memberKey, words)
      const isKept = keepKey(locked)
      if (isKept && (await isReadyHere())) setKept(locked)
      else if (isKept || isNew) await onDone(locked)
      else setError(t('keepKey.failed'))
    },
  }
}
