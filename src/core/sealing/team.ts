import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod/mini'
import { fromBase64url } from './base64url.ts'
import { isStrictlySigned } from './ed25519.ts'
import { makePassphrase } from './passphrase.ts'
import {
  entryBytes,
  entryHash,
  teamEntry,
  type Role,
  type TeamEntry,
  type TeamEpoch,
  type TeamMember,
} from './team-entry.ts'

/** A member as the list says, with what they may do. */
export type Listed = TeamMember & { readonly role: Role }

/** How far the list was when it was last looked at: it may grow, and nothing else. */
export type Seen = { readonly n: number; readonly hash: string }

export type Team = {
  readonly members: readonly Listed[]
  /** The epochs that leaders have signed, the first first. */
  readonly epochs: readonly TeamEpoch[]
  /** All of the list: who was added and removed by whom, and when. */
  readonly entries: readonly TeamEntry[]
  /** To be kept, and given again the next time. */
  readonly seen: Seen
}

/** Why a list is not believed. The one who keeps it cannot add anybody to it: they can only be found out. */
export type Unbelieved =
  /** Not a list of entries in our form, or empty. */
  | 'form'
  /** It does not begin with the first leader, who stands in the build. */
  | 'other-team'
  /** An entry is missing, moved or repeated. */
  | 'order'
  /** An entry was signed by nobody, or by somebody who was no leader then and has not the recovery key. */
  | 'not-a-leader'
  /**
   * An entry that no leader's page would make: a name or key that is there already, somebody who is not, the last leader,
   * an epoch that does not follow.
   */
  | 'senseless'
  /** Shorter than it was. */
  | 'cut'
  /** Another one than it was. */
  | 'forked'

const list = z.array(teamEntry).check(z.minLength(1))

/**
 * Who is a member: only those whom a leader has added, back to the first, who stands in the build.
 *
 * @param stored what the intake handed out; nothing of it is believed.
 * @param first the first leader's Ed25519 key, base64url.
 * @param seen what `seen` was the last time, if there was one.
 */
export function verifyTeam(
  stored: unknown,
  first: string,
  seen?: Seen,
): { readonly ok: true; readonly team: Team } | { readonly ok: false; readonly why: Unbelieved } {
  const parsed = z.safeParse(list, stored)
  if (!parsed.success) return { ok: false, why: 'form' }
  const entries = parsed.data
  const state: State = { members: new Map(), epochs: [] }
  let prev: string | null = null
  for (const [index, entry] of entries.entries()) {
    if (entry.n !== index || entry.prev !== prev) return { ok: false, why: 'order' }
    const begins = index === 0
    if (begins && !isFirst(entry, first)) return { ok: false, why: 'other-team' }
    if (!begins && !mayLead(entry.by, state)) return { ok: false, why: 'not-a-leader' }
    if (!isStrictlySigned(entryBytes(entry), entry.signature, entry.by))
      return { ok: false, why: 'not-a-leader' }
    if (!apply(entry, state)) return { ok: false, why: 'senseless' }
    prev = entryHash(entry)
  }
  const then = seen && entries[seen.n]
  if (seen && !then) return { ok: false, why: 'cut' }
  if (seen && then && entryHash(then) !== seen.hash) return { ok: false, why: 'forked' }
  const now = { n: entries.length - 1, hash: prev ?? '' }
  return {
    ok: true,
    team: { members: [...state.members.values()], epochs: state.epochs, entries, seen: now },
  }
}

const isFirst = (entry: TeamEntry, first: string): boolean =>
  entry.kind === 'add' && entry.role === 'leader' && entry.member.signing === first && entry.by === first

type State = { readonly members: Map<string, Listed>; readonly epochs: TeamEpoch[] }

/** The recovery key can do what a leader can: who has it can open everything, and must be able to begin again. */
const mayLead = (by: string, { members, epochs }: State): boolean =>
  members.get(by)?.role === 'leader' || epochs.at(-1)?.rescue === by

/** @returns whether the change makes sense. */
function apply(entry: TeamEntry, { members, epochs }: State): boolean {
  if (entry.kind === 'epoch') {
    if (entry.epoch.epoch <= (epochs.at(-1)?.epoch ?? 0)) return false
    epochs.push(entry.epoch)
    return true
  }
  if (entry.kind === 'add') {
    const { member } = entry
    const name = member.name.toLowerCase()
    for (const one of members.values()) {
      const isSame =
        one.signing === member.signing ||
        one.recipient === member.recipient ||
        one.name.toLowerCase() === name
      if (isSame) return false
    }
    members.set(member.signing, { ...member, role: entry.role })
    return true
  }
  const one = members.get(entry.signing)
  if (!one) return false
  if (entry.kind === 'remove') members.delete(entry.signing)
  else members.set(entry.signing, { ...one, role: entry.role })
  // Without a leader nobody could be added or removed again, but by the holder of the recovery key.
  const isLed = [...members.values()].some(one => one.role === 'leader')
  return isLed || entry.by === epochs.at(-1)?.rescue
}

/**
 * Six words for two people to compare, made of a newcomer's public keys: somebody in between, with keys of their own, has
 * other words.
 */
export function compareWords({ signing, recipient }: Pick<TeamMember, 'signing' | 'recipient'>): string {
  const keys = sha256
    .create()
    .update(new TextEncoder().encode('foerste-snak newcomer v1\n'))
    .update(fromBase64url(signing))
    .update(new TextEncoder().encode(recipient))
  return makePassphrase(keys.digest())
}
