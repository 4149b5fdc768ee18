import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { IntakeError } from '../shared/api.ts'

export type Loaded<Value> =
  | { readonly kind: 'loading' }
  /** `at`: when it was fetched, ms since 1970. `stale`: the latest try to fetch it again failed. */
  | { readonly kind: 'there'; readonly value: Value; readonly at: number; readonly stale: boolean }
  | { readonly kind: 'failed' }

/**
 * Fetches when it appears, on `again`, and on `quietly` without being `busy` over it; a session that has ended is told to `onSignedOut`. What was fetched once stays
 * when it cannot be fetched again, and with it all that somebody is writing beside it.
 */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  onSignedOut: () => void,
): { loaded: Loaded<Value>; busy: boolean; again: () => void; quietly: () => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' })
  const [busy, setBusy] = useState(true)
  const [turn, setTurn] = useState({ quiet: false })
  // The caller's closures are new at each drawing; only `again` and `quietly` ask for another turn.
  const latest = useRef({ load, onSignedOut })
  latest.current = { load, onSignedOut }
  useEffect(() => {
    let gone = false
    if (!turn.quiet) setBusy(true)
    latest.current.load().then(
      value => {
        if (gone) return
        setBusy(false)
        setLoaded({ kind: 'there', value, at: Date.now(), stale: false })
      },
      (error: unknown) => {
        if (gone) return
        setBusy(false)
        if (error instanceof IntakeError && error.problem === 'not-signed-in') {
          latest.current.onSignedOut()
          return
        }
        setLoaded(before => (before.kind === 'there' ? { ...before, stale: true } : { kind: 'failed' }))
        if (!(error instanceof IntakeError)) throw error
      },
    )
    return () => {
      gone = true
    }
  }, [turn])
  const again = useCallback(() => {
    setTurn({ quiet: false })
  }, [])
  const quietly = useCallback(() => {
    setTurn({ quiet: true })
  }, [])
  return { loaded, busy, again, quietly }
}
