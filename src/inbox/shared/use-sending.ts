import { useRef, useState } from 'preact/hooks'
import { failureOf, HeldBack, type Failure } from './failure.ts'
import { useSignedOut } from './signed-out.ts'

/**
 * Something that is prepared once and sent until it has arrived: a second try sends the same again.
 * `failed` names why the latest try did not arrive, whatever went wrong; only `HeldBack` is left to the caller.
 */
export function useSending<Prepared>(): {
  busy: boolean
  failed: Failure | null
  /** @param key what it depends on; another key prepares again */
  run: (
    key: string,
    prepare: () => Prepared | Promise<Prepared>,
    send: (ready: Prepared) => Promise<void>,
  ) => Promise<boolean>
} {
  const onSignedOut = useSignedOut()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failure | null>(null)
  const readyRef = useRef<{ key: string; ready: Prepared } | null>(null)

  return {
    busy,
    failed,
    async run(key, prepare, send) {
      if (busy) return false
      setBusy(true)
      setFailed(null)
      try {
        if (readyRef.current?.key !== key) readyRef.current = { key, ready: await prepare() }
        await send(readyRef.current.ready)
        readyRef.current = null
        return true
      } catch (error) {
        if (error instanceof HeldBack) throw error
        const failure = failureOf(error)
        if (failure === 'not-signed-in') onSignedOut()
        else setFailed(failure)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
