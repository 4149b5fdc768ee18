import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { base64url, base64url32, day } from '../../core/contract/index.ts'
import {
  fingerprint,
  hybridRecipient,
  parseRecipients,
  type Recipients,
} from '../../core/sealing/recipients.ts'
import { memberName, type Signer } from '../../core/sealing/team-signing.ts'
import { daysAfter } from '../../core/calendar/days.ts'
import { teamEntry, type TeamEntry } from '../../core/sealing/team-entry.ts'
import { verifyTeam, type Team as Believed } from '../../core/sealing/team.ts'
import { SettingError } from '../settings/setting-error.ts'

/** A member of staff, as far as the intake knows: a name, a public key to sign in with, the team keys wrapped. */
const member = z.strictObject({
  name: memberName,
  /** Ed25519 public key (RFC 8032). */
  signing: base64url32,
  /** The member's own `age1pq1…`: what the team's keys of a next epoch are wrapped to. */
  recipient: hybridRecipient,
  /** The team's keys of each epoch this member may open, an age file sealed to the member's own key. */
  wrapped: z.array(z.strictObject({ epoch: z.int().check(z.gte(1)), sealed: base64url })),
  /** SHA-256 of the token in the address of the member's calendar feed; without it the member has no feed. */
  calendar: z.optional(base64url32),
  /** Leaders read the log and change the team; where nobody is one, all are. */
  role: z.optional(z.enum(['leader', 'member'])),
})
export type Member = z.infer<typeof member>

/** Whether a member may do what leaders may. */
export function isLeader(member: Member, members: readonly Member[]): boolean {
  return member.role === 'leader' || members.every(one => one.role === undefined)
}

/** The public part of the keys: a JSON file made by `npm run keys`. No secret key is in it. */
export const teamFile = z.strictObject({
  v: z.literal(2),
  /** Made by `npm start` for trying out; anybody on the machine has the secret keys. */
  demo: z.boolean(),
  recipients: z.tuple([hybridRecipient, hybridRecipient]),
  epochs: z
    .array(
      z.strictObject({
        epoch: z.int().check(z.gte(1)),
        recipient: hybridRecipient,
        recovery: hybridRecipient,
        /** What messages of staff are signed with: the Ed25519 public key (RFC 8032). */
        signer: base64url32,
        /** The day it began. */
        since: day,
      }),
    )
    .check(z.minLength(1)),
  members: z.array(member),
  /** The list of members, signed entry by entry (`core/sealing/team.ts`); `npm run keys` believes nothing else. */
  list: z.optional(z.array(teamEntry)),
})
export type TeamFile = z.infer<typeof teamFile>

export type Team = {
  readonly demo: boolean
  readonly recipients: Recipients
  readonly fingerprint: string
  /** The signing keys of all epochs, for the build. */
  readonly signers: readonly Signer[]
  /** The recipients of all epochs, for the inbox. */
  readonly epochs: readonly { readonly epoch: number; readonly recipient: string }[]
  readonly members: readonly Member[]
  /** The signed list and the first leader's key, where it begins; null in a file that was made before there was one. */
  readonly signed: { readonly list: readonly TeamEntry[]; readonly first: string } | null
}

/**
 * Reads and checks the keys file.
 *
 * @throws SettingError naming KEYS_FILE when it is missing, not of this shape, or at odds with itself.
 */
export async function readTeam(path: string): Promise<Team> {
  let parsed: unknown
  try {
    parsed = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new SettingError('KEYS_FILE', 'must name a readable JSON file made by "npm run keys"', { cause })
  }
  const result = teamFile.safeParse(parsed)
  if (!result.success) {
    const field = result.error.issues[0]?.path.join('.') ?? ''
    throw new SettingError('KEYS_FILE', `is not a keys file made by "npm run keys": look at "${field}"`)
  }
  return checkTeam(result.data)
}

/**
 * Days for which the intake may still receive what an epoch that has ended signed: an inbox may be open that does not know,
 * and between `npm run keys` and the build that must follow it a weekend can lie.
 */
const SIGNED_BEFORE = 7

/** @throws SettingError when the newest epoch is not the present recipients', or two members share a key. */
export function checkTeam(file: TeamFile): Team {
  const newest = file.epochs.reduce((a, b) => (b.epoch > a.epoch ? b : a))
  if (newest.recipient !== file.recipients[0] || newest.recovery !== file.recipients[1]) {
    throw new SettingError('KEYS_FILE', 'is at odds with itself: its newest epoch has other recipients')
  }
  if (new Set(file.members.map(one => one.signing)).size !== file.members.length) {
    throw new SettingError('KEYS_FILE', 'names two members with the same signing key')
  }
  const epochs = file.epochs.toSorted((a, b) => a.epoch - b.epoch)
  if (new Set(epochs.map(one => one.epoch)).size !== epochs.length) {
    throw new SettingError('KEYS_FILE', 'names an epoch twice')
  }
  const signed = signedIn(file)
  const recipients = parseRecipients(file.recipients)
  const signers = epochs.map(({ epoch, signer }, n) => {
    const after = epochs[n + 1]
    return { epoch, key: signer, until: after === undefined ? null : daysAfter(after.since, SIGNED_BEFORE) }
  })
  return {
    demo: file.demo,
    recipients,
    signers,
    epochs: epochs.map(({ epoch, recipient }) => ({ epoch, recipient })),
    fingerprint: fingerprint(recipients, signers),
    members: file.members,
    signed,
  }
}

/** @throws SettingError when the list does not hold, or the file has other epochs than leaders have signed */
function signedIn({ list, epochs }: TeamFile): Team['signed'] {
  const first = list?.[0]?.by
  if (list === undefined || first === undefined) return null
  const verdict = verifyTeam(list, first)
  if (!verdict.ok) {
    throw new SettingError(
      'KEYS_FILE',
      `holds a list of members that does not hold together (${verdict.why})`,
    )
  }
  if (!agrees(verdict.team, epochs)) {
    throw new SettingError('KEYS_FILE', 'names team keys that no leader has signed: use your own copy')
  }
  return { list, first }
}

/** A list that was begun before epochs stood in it says nothing of them. */
function agrees({ epochs: signed }: Believed, epochs: TeamFile['epochs']): boolean {
  if (signed.length === 0) return true
  return (
    signed.length === epochs.length &&
    signed.every(one => {
      const same = epochs.find(({ epoch }) => epoch === one.epoch)
      return same?.recipient === one.recipient && same.recovery === one.recovery && same.signer === one.signer
    })
  )
}
