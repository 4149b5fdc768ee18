import type { TeamPost } from '../../../core/contract/team.ts'
import { makeTeamKey, memberOf, toBase64url, wrapTeamKey, type KeyFile } from '../../../core/sealing/index.ts'
import { calendarHash } from '../../../core/sealing/calendar-token.ts'
import { signEntry, type TeamChange, type TeamEntry } from '../../../core/sealing/team-entry.ts'
import type { Team } from '../../../core/sealing/team.ts'

/**
 * Begins the team again: all who were members are out, the new leader is in, and there is a new epoch, whose keys only they
 * have. Signed with the recovery key.
 *
 * @param leader the new leader's keys
 * @param on today
 */
export async function beginAnew(team: Team, rescue: KeyFile, leader: KeyFile, on: string): Promise<TeamPost> {
  const last = team.epochs.at(-1)
  if (last === undefined) throw new Error('a team without epochs knows no recovery key')
  const { name, member: signing, recipient } = await memberOf(leader)
  const next = await makeTeamKey(last.epoch + 1)
  const epoch = { ...last, epoch: next.epoch, recipient: next.recipient, signer: next.signer, since: on }
  const changes: TeamChange[] = [
    ...team.members.map(one => ({ kind: 'remove', signing: one.signing }) as const),
    { kind: 'add', member: { name, signing, recipient }, role: 'leader' },
    { kind: 'epoch', epoch },
  ]
  const all = changes.reduce<TeamEntry[]>(
    (list, change) => [...list, signEntry(list, change, rescue, on)],
    [...team.entries],
  )
  return {
    entries: all.slice(team.entries.length),
    wrapped: [{ signing, epoch: next.epoch, sealed: toBase64url(await wrapTeamKey(next, recipient)) }],
    calendars: [{ signing, calendar: calendarHash(leader) }],
  }
}
