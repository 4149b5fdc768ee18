import type { StaffSlot } from '../../core/contract/index.ts'
import type { OpenedRequest } from '../model/requests.ts'
import { cancelKey, forgetWords, stateKey, VIEW, type Drafts } from '../shared/drafts.ts'

/** The requests that something was begun for and not sent. */
export function begunFor(drafts: Drafts): readonly string[] {
  const keys = [...drafts.keys()].filter(key => !key.startsWith(VIEW))
  return [...new Set(keys.flatMap(key => /^(?:reply|note|state)-(.+)$/.exec(key)?.[1] ?? []))]
}

/**
 * Forgets what can neither be reached nor sent any more, so that it holds nobody back who signs out: words for a request that
 * was erased, or for a time that nobody has; and a state that it has already.
 * @param sought the requests that were looked for: one that has not come is not there
 */
export function forgetLost(
  drafts: Drafts,
  sought: readonly string[],
  { requests, slots }: { readonly requests: readonly OpenedRequest[]; readonly slots: readonly StaffSlot[] },
): void {
  if (![...drafts.keys()].some(key => !key.startsWith(VIEW))) return
  const states = new Map(requests.map(({ stored }) => [stored.id, stored.state]))
  for (const id of sought) {
    if (!states.has(id)) forgetWords(drafts, id)
    else if (drafts.get(stateKey(id)) === states.get(id)) drafts.delete(stateKey(id))
  }
  const booked = new Set(slots.filter(slot => slot.bookings.length > 0).map(({ id }) => cancelKey(id)))
  for (const key of drafts.keys()) if (key.startsWith(cancelKey('')) && !booked.has(key)) drafts.delete(key)
}
