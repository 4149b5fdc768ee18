import { dayOf } from '../core/calendar/days.ts'
import type { KeyFile } from '../core/sealing/index.ts'
import { signEntry, type TeamChange, type TeamEntry, type TeamEpoch } from '../core/sealing/team-entry.ts'
import { verifyTeam } from '../core/sealing/team.ts'
import type { Member, TeamFile } from '../intake/staff/team.ts'
import { Refused } from './run.ts'

/** At a terminal everybody who is added can add and remove in turn. */
export const adding = ({ name, signing, recipient }: Member): TeamChange => ({
  kind: 'add',
  member: { name, signing, recipient },
  role: 'leader',
})

/** The list with these changes behind it. */
export const signed = (list: readonly TeamEntry[], by: KeyFile, ...changes: TeamChange[]): TeamEntry[] =>
  changes.reduce<TeamEntry[]>(
    (longer, change) => [...longer, signEntry(longer, change, by, dayOf(Date.now()))],
    [...list],
  )

/** The key that signs for the recovery key, as the last epoch of a list has it; null in teams without one. */
export const rescueIn = (list: readonly TeamEntry[]): TeamEpoch['rescue'] =>
  list.reduce<TeamEpoch['rescue']>((last, one) => (one.kind === 'epoch' ? one.epoch.rescue : last), null)

/** Signs for the epochs of a file that was begun before any stood in the list; what is missing later is nobody's. */
function withEpochs(list: TeamEntry[], { epochs }: TeamFile, by: KeyFile): TeamEntry[] {
  if (list.some(one => one.kind === 'epoch')) return list
  const inOrder = epochs.toSorted((a, b) => a.epoch - b.epoch)
  const entries = inOrder.map(epoch => ({ kind: 'epoch', epoch: { ...epoch, rescue: null } }) as const)
  return signed(list, by, ...entries)
}

/**
 * The list of members, when it holds: it begins where the caller's own key file says, and names just those in the file.
 * The file may come back from a server that somebody else has written on, and the next team key is wrapped to those in it.
 *
 * @throws Refused when it does not
 */
export function believed(file: TeamFile, by: KeyFile): TeamEntry[] {
  const { list = [], members } = file
  if (by.first === undefined) {
    throw new Refused(
      `The key file of "${by.name}" does not say who began the team: it was made by an older version.`,
    )
  }
  const verdict = verifyTeam(list, by.first)
  if (!verdict.ok)
    throw new Refused(`The list of members is not to be believed (${verdict.why}): use your own copy.`)
  const key = ({ name, signing, recipient }: Pick<Member, 'name' | 'signing' | 'recipient'>): string =>
    [name, signing, recipient].join(' ')
  const listed = new Set(verdict.team.members.map(key))
  const stranger = members.find(one => !listed.has(key(one)))
  if (stranger)
    throw new Refused(`Nobody of the team has added "${stranger.name}": use your own copy of the file.`)
  if (members.length !== listed.size) throw new Refused('Somebody is missing in the file: use your own copy.')
  return withEpochs(list, file, by)
}
