import { useRef, useState } from 'preact/hooks'
import { IntakeError } from './api.ts'

/**
 * Something that is prepared once and sent until it has arrived: a second try sends the same again.
 * `failed` names why the latest try did not arrive.
 * @param key what it depends on; another key prepares anew
 */
export function useSending<Prepared>(onSignedOut: () => void): {
  busy: boolean
  failed: IntakeError['problem'] | null
  run: (
    key: string,
    prepare: () => Promise<Prepared>,
    send: (ready: Prepared) => Promise<void>,
  ) => Promise<boolean>
} {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<IntakeError['problem'] | null>(null)
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
        if (!(error instanceof IntakeError)) throw error
        if (error.problem === 'not-signed-in') onSignedOut()
        else setFailed(error.problem)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
