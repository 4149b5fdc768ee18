import type { Narrowed } from './filters.ts'
import type { Groups } from './groups.ts'
import { activeOwnerOf } from './notes.ts'
import type { OpenedRequest } from './requests.ts'
import { hasOpenCrisis, isWaiting } from './urgency.ts'

/** The list as it stands, of what can be answered. */
const inOrder = ({ crisis, late, new: unopened, waiting, answered }: Groups): OpenedRequest[] => [
  ...crisis,
  ...late,
  ...unopened,
  ...waiting,
  ...answered,
]

/** What stands over a request in the list; nothing where it does not stand in it. */
export function standsOver(id: string, groups: Groups): ReadonlySet<string> {
  const ids = inOrder(groups).map(({ stored }) => stored.id)
  const at = ids.indexOf(id)
  return new Set(at === -1 ? [] : ids.slice(0, at))
}

/**
 * What is to be answered next, when this one is done with: a sign of crisis, or else what stands next in the list, and at its
 * end what was passed over. What a colleague has taken on is left out: two who finish together would be led to the same
 * person.
 * @param groups the list as it is narrowed
 * @param over what stood over this one when it was opened: done with, it stands elsewhere
 */
export function nextAfter(
  id: string,
  groups: Groups,
  { filter, me, onTeam }: Narrowed,
  over: ReadonlySet<string> = new Set(),
): OpenedRequest | undefined {
  // Who goes through those of whom nobody has said whether they came is led to such as have had their answer, too.
  const isDue = (one: OpenedRequest): boolean => filter === 'unsaid' || isWaiting(one)
  const due = inOrder(groups).filter(
    one => one.stored.id !== id && isDue(one) && [null, me].includes(activeOwnerOf(one, onTeam)),
  )
  return due.find(one => hasOpenCrisis(one) || !over.has(one.stored.id)) ?? due[0]
}
