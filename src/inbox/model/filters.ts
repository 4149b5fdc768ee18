import { isUnsaid } from './meetings.ts'
import { activeOwnerOf, ownerOf } from './notes.ts'
import type { OpenedRequest } from './requests.ts'
import { found } from './search.ts'

/** What a member may narrow the list to. */
export const FILTERS = ['all', 'mine', 'nobody', 'youth', 'unsaid'] as const

/** What the list is narrowed to just now, and for whom. */
export type Narrowed = {
  /** One of `FILTERS`. */
  readonly filter: string
  /** The words that are searched; blank when none are. */
  readonly query: string
  /** The member's name. */
  readonly me: string
  /** As `activeOwnerOf`. */
  readonly onTeam: ReadonlySet<string> | null
}

/** The requests that the list shows. What does not open has no owner and no age: "Ingen har den" and "Alle" show it. */
export function narrowed(requests: readonly OpenedRequest[], by: Narrowed): readonly OpenedRequest[] {
  const those = filtered(requests, by)
  return by.query.trim() === '' ? those : found(those, by.query)
}

function filtered(
  requests: readonly OpenedRequest[],
  { filter, me, onTeam }: Narrowed,
): readonly OpenedRequest[] {
  if (filter === 'mine') return requests.filter(one => ownerOf(one) === me)
  if (filter === 'nobody') return requests.filter(one => activeOwnerOf(one, onTeam) === null)
  if (filter === 'youth') return requests.filter(one => one.envelope?.request.audience === 'youth')
  if (filter === 'unsaid') return requests.filter(isUnsaid)
  return requests
}
