import type { StaffSlot } from '../../core/contract/index.ts'
import { eachGroup, groupsOf, type Groups } from './groups.ts'
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

type Sorted = { readonly slots: readonly StaffSlot[]; readonly today: string; readonly groups: Groups }
type Grouped = Sorted & { readonly by: Narrowed }

/** What was grouped last, whole and as it was narrowed, by the requests: gone from memory with them. */
const whole = new WeakMap<readonly OpenedRequest[], Sorted>()
const grouped = new WeakMap<readonly OpenedRequest[], Grouped>()

const isSame = (a: Narrowed, b: Narrowed): boolean =>
  a.filter === b.filter && a.query === b.query && a.me === b.me && a.onTeam === b.onTeam

/** The list as it is narrowed, in its groups: the very same while nothing has changed, for a request that lies on it too. */
export function narrowedGroups(
  requests: readonly OpenedRequest[],
  by: Narrowed,
  slots: readonly StaffSlot[],
  today: string,
): Groups {
  const last = grouped.get(requests)
  if (last?.slots === slots && last.today === today && isSame(last.by, by)) return last.groups
  // All are sorted once, not what each key of a search has found.
  const groups = eachGroup(sorted(requests, slots, today), group => narrowed(group, by))
  grouped.set(requests, { by, slots, today, groups })
  return groups
}

function sorted(requests: readonly OpenedRequest[], slots: readonly StaffSlot[], today: string): Groups {
  const last = whole.get(requests)
  if (last?.slots === slots && last.today === today) return last.groups
  const groups = groupsOf(requests, slots, today)
  whole.set(requests, { slots, today, groups })
  return groups
}
