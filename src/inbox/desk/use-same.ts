import { useMemo } from 'preact/hooks'
import type { Shelf } from '../model/book.ts'
import type { Desk, Unopened } from '../model/desk.ts'
import type { Times } from '../model/times.ts'
import type { Session } from '../session/session.ts'
import { today } from '../shared/today.ts'

/** All that is fetched for a desk. */
export type Onto = Shelf & { readonly times: Times }

/** What lies on the desk: the very same as before when a look for something new has found nothing. */
export function useSame(
  session: Session,
  value: Onto | null,
  again: () => void,
  onOpen: (requestId: string | null) => void,
): Desk | null {
  const day = today()
  return useMemo(
    () =>
      value && {
        session,
        requests: value.requests,
        slots: value.times.slots,
        tally: value.times.tally,
        today: day,
        again,
        onOpen,
      },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- both stay the same objects while nothing has changed, what holds them does not
    [session, value?.requests, value?.times, day, again, onOpen],
  )
}

/** What of it is not open: the very same as before while as many are left. */
export function useUnopenedOf(shelf: Shelf | null, openDone: () => void): Unopened {
  const { left, done } = shelf ?? NOTHING
  const { finished, junk } = done
  return useMemo(() => ({ left, done: { finished, junk }, openDone }), [left, finished, junk, openDone])
}

const NOTHING: Pick<Shelf, 'left' | 'done'> = { left: 0, done: { finished: 0, junk: 0 } }
