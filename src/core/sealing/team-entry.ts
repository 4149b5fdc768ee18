import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod/mini'
import { base64url32, base64url64, day } from '../contract/encoding.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { hybridRecipient } from './recipients.ts'
import { memberName } from './team-signing.ts'

/** What a member may do: a leader adds and removes members. */
export const role = z.enum(['leader', 'member'])
export type Role = z.infer<typeof role>

/** The public half of a member's keys: the Ed25519 key to sign in with, the `age1pq1…` that team keys are wrapped to. */
const teamMember = z.strictObject({
  name: memberName,
  signing: base64url32,
  recipient: hybridRecipient,
})
export type TeamMember = z.infer<typeof teamMember>

/** The public half of the team's keys of one epoch. A leader signs it, so no server can put in keys of its own. */
const teamEpoch = z.strictObject({
  /** Counts the team keys, from 1. */
  epoch: z.int().check(z.gte(1), z.lte(999_999)),
  recipient: hybridRecipient,
  recovery: hybridRecipient,
  /** What messages of staff are signed with. */
  signer: base64url32,
  /** The day it began. */
  since: day,
  /** The key that signs for the recovery key (`rescueKey`); null in teams that were begun before there was one. */
  rescue: z.nullable(base64url32),
})
export type TeamEpoch = z.infer<typeof teamEpoch>

const inChain = {
  v: z.literal(1),
  /** Its place in the list, from 0. */
  n: z.int().check(z.gte(0), z.lte(99_999)),
  /** `entryHash` of the one before; null in the first. */
  prev: z.nullable(base64url32),
  on: day,
  /** The leader who signed it, by their signing key. */
  by: base64url32,
  signature: base64url64,
}

/** One line of the list of members. Nothing is taken out of the list: who leaves is removed by a line of its own. */
export const teamEntry = z.discriminatedUnion('kind', [
  z.strictObject({ ...inChain, kind: z.literal('add'), member: teamMember, role }),
  z.strictObject({ ...inChain, kind: z.literal('remove'), signing: base64url32 }),
  z.strictObject({ ...inChain, kind: z.literal('role'), signing: base64url32, role }),
  z.strictObject({ ...inChain, kind: z.literal('epoch'), epoch: teamEpoch }),
])
export type TeamEntry = z.infer<typeof teamEntry>

type Unsigned<Entry> = Entry extends TeamEntry ? Omit<Entry, 'signature'> : never
export type UnsignedEntry = Unsigned<TeamEntry>
type Change<Entry> = Entry extends TeamEntry ? Omit<Entry, keyof typeof inChain> : never
/** What a leader changes. */
export type TeamChange = Change<TeamEntry>

/** What is signed: a line that no other use of the key has, then the UTF-8 bytes of the JSON of all fields in this order. */
export function entryBytes(entry: UnsignedEntry): Uint8Array {
  const { v, n, prev, on, by, kind } = entry
  return new TextEncoder().encode(
    `foerste-snak team entry v1\n${JSON.stringify([v, n, prev, on, by, kind, ...changed(entry)])}`,
  )
}

function changed(entry: UnsignedEntry): readonly unknown[] {
  switch (entry.kind) {
    case 'add':
      return [entry.member.name, entry.member.signing, entry.member.recipient, entry.role]
    case 'epoch': {
      const { epoch, recipient, recovery, signer, since, rescue } = entry.epoch
      return [epoch, recipient, recovery, signer, since, rescue]
    }
    case 'remove':
      return [entry.signing, null]
    case 'role':
      return [entry.signing, entry.role]
  }
}

/** What `prev` of the next entry is: SHA-256 of the signed bytes followed by the signature, base64url. */
export function entryHash(entry: TeamEntry): string {
  return toBase64url(
    sha256.create().update(entryBytes(entry)).update(fromBase64url(entry.signature)).digest(),
  )
}

/** The entry after these, signed by a leader; not checked here: `verifyTeam` says whether it may stand. */
export function signEntry(
  before: readonly TeamEntry[],
  change: TeamChange,
  leader: { readonly signing: string },
  on: string,
): TeamEntry {
  const last = before.at(-1)
  const seed = fromBase64url(leader.signing)
  const unsigned = {
    v: 1,
    n: before.length,
    prev: last === undefined ? null : entryHash(last),
    on,
    by: toBase64url(ed25519.getPublicKey(seed)),
    ...change,
  } as UnsignedEntry // sound: a change has all that its kind needs beside these
  const signature = toBase64url(ed25519.sign(entryBytes(unsigned), seed))
  return { ...unsigned, signature }
}
