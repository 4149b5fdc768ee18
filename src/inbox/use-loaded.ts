import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { IntakeError } from './api.ts'

export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly value: Value }
  | { readonly kind: 'failed' }

/** Fetches when it appears and on `again`; a session that has ended is told to `onSignedOut`. */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  onSignedOut: () => void,
): { loaded: Loaded<Value>; again: () => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' })
  const [turn, setTurn] = useState(0)
  // The caller's closures are new at each drawing; only `again` asks for another turn.
  const latest = useRef({ load, onSignedOut })
  latest.current = { load, onSignedOut }
  useEffect(() => {
    let gone = false
    latest.current.load().then(
      value => {
        if (!gone) setLoaded({ kind: 'there', value })
      },
      (error: unknown) => {
        if (gone) return
        if (!(error instanceof IntakeError)) throw error
        if (error.problem === 'not-signed-in') latest.current.onSignedOut()
        else setLoaded({ kind: 'failed' })
      },
    )
    return () => {
      gone = true
    }
  }, [turn])
  const again = useCallback(() => {
    setTurn(n => n + 1)
  }, [])
  return { loaded, again }
}
