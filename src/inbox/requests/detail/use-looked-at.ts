import { useEffect, useRef } from 'preact/hooks'
import { useDesk } from '../../model/desk.ts'
import type { Readable } from '../../model/requests.ts'
import { call } from '../../shared/api.ts'
import { IntakeError } from '../../shared/failure.ts'

/**
 * Tells the intake that a request was looked at. Looking at a new one is opening it; of something new in an open one, it is told
 * that it was looked at. What comes while it stands open may come after everybody has gone home.
 */
export function useLookedAt(opened: Readable): void {
  const { again } = useDesk()
  const { unanswered } = opened
  const { id, state, written } = opened.stored
  const openedRef = useRef<string | null>(null)
  useEffect(() => {
    const isOpening = openedRef.current !== id
    openedRef.current = id
    if (!isOpening || (state !== 'new' && unanswered === 0)) return
    const to = state === 'new' ? 'opened' : state
    call('move', { id, body: { from: state, state: to, written } }).catch((error: unknown) => {
      // A colleague was quicker: the page has to show what they did. Any other failure shows when the state is set by hand.
      if (error instanceof IntakeError && error.problem === 'state-changed') again()
    })
  }, [id, state, unanswered, written, again])
}
