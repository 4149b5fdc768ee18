import { useMemo } from 'preact/hooks'
import type * as z from 'zod/mini'
import type { staffSlotsAnswer } from '../../core/contract/index.ts'
import type { Shelf } from '../model/book.ts'
import type { Desk } from '../model/desk.ts'
import type { Session } from '../session/session.ts'
import { today } from '../shared/today.ts'

/** All that is fetched for a desk. */
export type Onto = Shelf & z.infer<typeof staffSlotsAnswer>

/** What lies on the desk: the very same as before when a look for something new has found nothing. */
export function useSame(
  session: Session,
  value: Onto | null,
  again: () => void,
  onOpen: (requestId: string | null) => void,
): Desk | null {
  const day = today()
  const times = value && JSON.stringify([value.slots, value.tally])
  return useMemo(
    () =>
      value && {
        session,
        requests: value.requests,
        slots: value.slots,
        tally: value.tally,
        today: day,
        again,
        onOpen,
      },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `times` stands for slots and tally, which are new objects each time
    [session, value?.requests, times, day, again, onOpen],
  )
}
