import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { failureOf, type Failure } from '../shared/failure.ts'
import { inOwnTask } from '../shared/own-task.ts'

const NOTHING = (): void => undefined

type Turn = { running: boolean; wanted: boolean; gone: boolean }

/** Whether another load was asked for while one ran. */
const isWanted = ({ wanted, gone }: Turn): boolean => wanted && !gone

export type Loaded<Value> =
  | { readonly kind: 'loading' }
  /** `at`: when it was fetched, ms since 1970. `stale`: why the latest try to fetch it again failed. */
  | { readonly kind: 'there'; readonly value: Value; readonly at: number; readonly stale: Failure | null }
  | { readonly kind: 'failed'; readonly why: Failure }

/**
 * Fetches when it appears, on `again`, and on `quietly` without being `busy` over it; `load` is told when no person asked. One load runs at a time: a quiet
 * wish joins the one that runs, a loud one is met by one more after it, since something has changed meanwhile. What was
 * can be shown while the rest is being opened is shown by `onPart`. What was
 * fetched once stays when it cannot be fetched again, and with it all that somebody is writing beside it.
 */
export function useLoaded<Value>(
  load: (onPart: (value: Value) => void, byItself: boolean) => Promise<Value>,
  onSignedOut: () => void,
): { loaded: Loaded<Value>; busy: boolean; again: () => void; quietly: (byItself?: boolean) => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' })
  const [busy, setBusy] = useState(true)
  // The caller's closures are new at each drawing; only `again` and `quietly` ask for another load.
  const latest = useRef({ load, onSignedOut })
  latest.current = { load, onSignedOut }
  const turn = useRef<Turn>({ running: false, wanted: false, gone: false })

  const start = useCallback(async (byItself: boolean): Promise<void> => {
    const state = turn.current
    state.running = true
    for (let isFirst = true; isFirst || isWanted(state); isFirst = false) {
      state.wanted = false
      let draw = NOTHING
      const drawNow = (): void => {
        const now = draw
        draw = NOTHING
        if (!state.gone) now()
      }
      try {
        const value = await latest.current.load(part => {
          draw = () => {
            setLoaded({ kind: 'there', value: part, at: Date.now(), stale: null })
          }
          // It is made ready in the task that brings it: drawn in the same one, keys would wait for both.
          inOwnTask(drawNow)
        }, byItself && isFirst)
        draw = NOTHING
        if (!state.gone) setLoaded({ kind: 'there', value, at: Date.now(), stale: null })
      } catch (error) {
        drawNow()
        const why = failureOf(error)
        if (state.gone) break
        if (why === 'not-signed-in') {
          latest.current.onSignedOut()
          break
        }
        setLoaded(before => (before.kind === 'there' ? { ...before, stale: why } : { kind: 'failed', why }))
      }
    }
    state.running = false
    if (!state.gone) setBusy(false)
  }, [])

  useEffect(() => {
    const state = turn.current
    state.gone = false
    start(false).catch(reportError)
    return () => {
      state.gone = true
    }
  }, [start])

  const again = useCallback(() => {
    setBusy(true)
    if (turn.current.running) turn.current.wanted = true
    else start(false).catch(reportError)
  }, [start])
  const quietly = useCallback(
    (byItself = false) => {
      if (!turn.current.running) start(byItself).catch(reportError)
    },
    [start],
  )
  return { loaded, busy, again, quietly }
}
