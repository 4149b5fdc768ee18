import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  SEALED_BYTES,
  type BookingPost,
  type RequestPost,
  type RequestState,
  type SlotKind,
  type SlotPost,
  type StaffRequest,
  type StatesAnswer,
} from '../../../src/core/contract/index.ts'
import type { Retention } from '../../../src/intake/settings/retention.ts'
import type { Act } from '../../../src/intake/store/moment.ts'
import type { Store } from '../../../src/intake/store/store.ts'

/** Noon in Denmark on a day in winter time. */
export const at = (today: string): Act => ({ today, now: Date.parse(`${today}T12:00:00+01:00`), by: alva })

/** A member who acts. */
export const alva = { name: 'Alva', signing: 'A'.repeat(43) }

export const kept: Retention = {
  closedDays: 30,
  junkDays: 14,
  mailboxDays: 90,
  erasedDays: 90,
  unansweredDays: 3,
}

/** Sealed text looks random and is all that the store ever gets. */
export const sealed = (): string => randomBytes(SEALED_BYTES).toString('base64url')

export const request = (slotIds?: string[]): RequestPost => ({
  id: randomUUID(),
  sealed: sealed(),
  mailbox: createHash('sha256').update(randomBytes(32)).digest('base64url'),
  ...(slotIds && { slotIds }),
})

export const time = (kind: SlotKind, startsAt: string, more: Partial<SlotPost> = {}): SlotPost => ({
  id: randomUUID(),
  kind,
  dates: [{ startsAt, minutes: 45 }],
  place: 'house',
  seats: 1,
  ...more,
})

/** Publishes a few times of a kind on days of February 2026, one seat each. */
export async function publish(store: Store, kind: SlotKind, count: number, seats = 1): Promise<string[]> {
  const posts = Array.from({ length: count }, (_, n) =>
    time(kind, `2026-02-${String(n + 1).padStart(2, '0')}T14:00:00+01:00`, { seats }),
  )
  await store.publishSlots(posts, at('2026-01-01'))
  return posts.map(post => post.id)
}

/** An accepted request; gives its mailbox. */
export async function mailboxIn(store: Store, today = '2026-01-10'): Promise<string> {
  const post = request()
  await store.acceptRequest(post, at(today))
  return post.mailbox
}

export const booking = (slotIds: string[], replaces?: string): BookingPost => ({
  id: randomUUID(),
  slotIds,
  ...(replaces !== undefined && { replaces }),
})

/** All that staff can read, page after page. */
export async function everyRequest(store: Store): Promise<StaffRequest[]> {
  const { requests, next } = await store.staffRequests()
  for (let after = next; after !== undefined;) {
    const page = await store.staffRequests(after)
    requests.push(...page.requests)
    after = page.next
  }
  return requests
}

/** Moves one request on, as a member who saw it in `from`. */
export const move = (
  store: Store,
  id: string,
  from: RequestState,
  state: RequestState,
  day: Act,
): Promise<StatesAnswer> => store.setStates({ state, requests: [{ id, from }] }, day)
