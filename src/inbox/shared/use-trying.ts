import { useState } from 'preact/hooks'
import { failureOf, HeldBack, type Failure } from './failure.ts'
import { useSignedOut } from './signed-out.ts'

/** Calls of the intake that may fail: `failed` names why the latest one did, and a session that has ended signs the desk out. */
export function useTrying(): {
  readonly failed: Failure | null
  /** It has succeeded after all. */
  readonly clear: () => void
  /**
   * @returns whether it succeeded
   * @throws HeldBack for the caller, who says why nothing was sent
   */
  readonly trying: (work: () => Promise<void>) => Promise<boolean>
} {
  const onSignedOut = useSignedOut()
  const [failed, setFailed] = useState<Failure | null>(null)
  return {
    failed,
    clear: () => {
      setFailed(null)
    },
    async trying(work) {
      setFailed(null)
      try {
        await work()
        return true
      } catch (error) {
        if (error instanceof HeldBack) throw error
        const why = failureOf(error)
        if (why === 'not-signed-in') onSignedOut()
        else setFailed(why)
        return false
      }
    },
  }
}
