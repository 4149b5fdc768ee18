import type { Invite, Newcomer, TeamPost } from '../../core/contract/team.ts'
import {
  fromBase64url,
  makeTeamKey,
  SealingError,
  toBase64url,
  unwrapTeamKey,
  wrapTeamKey,
  type KeyFile,
  type TeamKey,
} from '../../core/sealing/index.ts'
import { signEntry, type Role, type TeamChange, type TeamEntry } from '../../core/sealing/team-entry.ts'
import { verifyTeam, type Listed } from '../../core/sealing/team.ts'
import type { Kept } from '../model/team.ts'

/** What a leader has at hand: the team as believed, their own keys, the first leader of the build, today. */
export type Leading = {
  readonly kept: Kept
  readonly key: KeyFile
  readonly first: string
  readonly on: string
}

/** The change would make a list that nobody believes: a name or key that is there already, the last leader. */
export class Senseless extends Error {}

/** Entries behind the list, each checked as colleagues' browsers will. @throws Senseless */
function entriesFor({ kept, key, first, on }: Leading, ...changes: TeamChange[]): TeamEntry[] {
  const before = kept.team.entries
  const all = changes.reduce<TeamEntry[]>(
    (list, change) => [...list, signEntry(list, change, key, on)],
    [...before],
  )
  if (!verifyTeam(all, first).ok) throw new Senseless()
  return all.slice(before.length)
}

/**
 * The team's keys that are wrapped to this member, of epochs that leaders have signed, those included that are not built
 * yet: a newcomer must have them all.
 */
export async function ownKeys({ kept, key }: Pick<Leading, 'kept' | 'key'>): Promise<TeamKey[]> {
  const opened = await Promise.all(kept.answer.wrapped.map(one => unwrapped(one.sealed, key)))
  return opened
    .filter(one => one !== null)
    .filter(one =>
      kept.team.epochs.some(
        of => of.epoch === one.epoch && of.recipient === one.recipient && of.signer === one.signer,
      ),
    )
}

/** One that is for somebody else, damaged or none of ours does not keep a leader from the others. */
async function unwrapped(sealed: string, key: KeyFile): Promise<TeamKey | null> {
  try {
    return await unwrapTeamKey(fromBase64url(sealed), key)
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}

/** Takes a newcomer in, after the words were compared. @throws Senseless when the name is taken */
export async function addition(
  leading: Leading,
  { id, role }: Pick<Invite, 'id' | 'role'>,
  newcomer: Newcomer,
): Promise<TeamPost> {
  const { name, signing, recipient, calendar } = newcomer
  return {
    entries: entriesFor(leading, { kind: 'add', member: { name, signing, recipient }, role }),
    wrapped: await wrap(await ownKeys(leading), [{ signing, recipient }]),
    calendars: [{ signing, calendar }],
    invite: id,
  }
}

/**
 * Removes a member and begins an epoch: its keys are wrapped to those who stay, as the believed list names them, and to
 * nobody else, even if the intake names more.
 *
 * @throws Senseless when it would leave no leader
 */
export async function removal(leading: Leading, leaving: Pick<Listed, 'signing'>): Promise<TeamPost> {
  const { epochs, members } = leading.kept.team
  const last = epochs.at(-1)
  if (last === undefined) throw new Senseless()
  const team = await makeTeamKey(last.epoch + 1)
  const epoch = {
    ...last,
    epoch: team.epoch,
    recipient: team.recipient,
    signer: team.signer,
    since: leading.on,
  }
  const staying = members.filter(one => one.signing !== leaving.signing)
  return {
    entries: entriesFor(leading, { kind: 'remove', signing: leaving.signing }, { kind: 'epoch', epoch }),
    wrapped: await wrap([team], staying),
    calendars: [],
  }
}

/** Makes a member leader, or a leader member. @throws Senseless when it would leave no leader */
export function roleChange(leading: Leading, signing: string, role: Role): TeamPost {
  return { entries: entriesFor(leading, { kind: 'role', signing, role }), wrapped: [], calendars: [] }
}

async function wrap(
  keys: readonly TeamKey[],
  to: readonly Pick<Listed, 'signing' | 'recipient'>[],
): Promise<TeamPost['wrapped']> {
  const all = to.flatMap(one => keys.map(key => ({ one, key })))
  return Promise.all(
    all.map(async ({ one, key }) => ({
      signing: one.signing,
      epoch: key.epoch,
      sealed: toBase64url(await wrapTeamKey(key, one.recipient)),
    })),
  )
}
