import { ed25519 } from '@noble/curves/ed25519.js'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import * as z from 'zod/mini'
import { base64url32 } from '../contract/encoding.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { deriveKey } from './derive.ts'
import { SealingError } from './errors.ts'
import { decryptWith } from './open.ts'
import { parseRecipients, type Recipients } from './recipients.ts'
import { encryptTo } from './seal.ts'
import { makeSigning, memberName, signerOf, type Signer, type TeamSigning } from './team-signing.ts'

/** A hybrid identity as text: 32 bytes in Bech32 (BIP 173), upper case. Its checksum is checked when it is used. */
const hybridIdentity = z.string().check(z.regex(/^AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58}$/))

/** What a member keeps, as a JSON file: the only thing they sign in with. */
export const keyFile = z.strictObject({
  v: z.literal(1),
  name: memberName,
  /** Opens the wrapped team identities. */
  identity: hybridIdentity,
  /** Ed25519 seed (RFC 8032 §5.1.5), base64url; signs sign-in statements and, a leader's, entries of the list of members. */
  signing: base64url32,
  /** The first leader's signing key, base64url: where the list of members must begin, from wherever it comes. */
  first: z.optional(base64url32),
})
export type KeyFile = z.infer<typeof keyFile>

export type KeyPair = { readonly identity: string; readonly recipient: string }

/** What the intake and the build know of a member: nothing secret. */
export type Member = {
  readonly name: string
  /** Ed25519 public key, base64url: `member` of the sign-in. */
  readonly member: string
  /** `age1pq1…`: what team identities are wrapped to. */
  readonly recipient: string
}

/** A new hybrid identity with its recipient. */
export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateHybridIdentity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The keys of one epoch: what requests are sealed to, and what messages of staff are signed with. */
export type TeamKey = KeyPair & TeamSigning & { readonly signer: string }

/** New keys for an epoch. */
export async function makeTeamKey(epoch: number): Promise<TeamKey> {
  return { epoch, ...(await makeKeyPair()), ...makeSigning() }
}

/** The keys of a first epoch and the offline recovery key. */
export async function makeTeam(): Promise<{
  team: TeamKey
  recovery: KeyPair
  recipients: Recipients
  signers: readonly Signer[]
}> {
  const [team, recovery] = [await makeTeamKey(1), await makeKeyPair()]
  return {
    team,
    recovery,
    recipients: parseRecipients([team.recipient, recovery.recipient]),
    signers: [{ epoch: team.epoch, key: team.signer, until: null }],
  }
}

/** A member's new keys: `key` is for the member alone, `member` for the intake. */
export async function makeMember(name: string): Promise<{ key: KeyFile; member: Member }> {
  const { identity } = await makeKeyPair()
  const key: KeyFile = { v: 1, name, identity, signing: toBase64url(ed25519.utils.randomSecretKey()) }
  return { key, member: await memberOf(key) }
}

/** The public half of a key file. */
export async function memberOf(key: KeyFile): Promise<Member> {
  const member = toBase64url(ed25519.getPublicKey(fromBase64url(key.signing)))
  return { name: key.name, member, recipient: await identityToRecipient(key.identity) }
}

/** HKDF's info (RFC 5869 §3.2) for what signs in the recovery key's name. */
const RESCUE = 'recovery signs for the team'

/**
 * What signs for the holder of the recovery key: an Ed25519 seed, made of the identity, so that one line of paper is all that
 * has to be kept. Its public key is `rescue` of each epoch.
 *
 * @throws SealingError `identity` when it is no hybrid identity.
 */
export async function rescueKey(identity: string): Promise<KeyFile> {
  try {
    await identityToRecipient(identity)
  } catch {
    throw new SealingError('identity', 'not a recovery key') // without `cause`: it could quote the key
  }
  const seed = deriveKey(new TextEncoder().encode(identity), RESCUE, 32)
  return { v: 1, name: 'Recovery', identity, signing: toBase64url(seed) }
}

/** The text of a key file. */
export function writeKeyFile(key: KeyFile): string {
  return JSON.stringify(key, null, 2) + '\n'
}

/**
 * Reads a member's key file.
 *
 * @throws SealingError `key-file` when it is anything else. The message never holds a part of the text.
 */
export function readKeyFile(text: string): KeyFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new SealingError('key-file', 'not JSON') // without `cause`: it quotes the text
  }
  const parsed = z.safeParse(keyFile, value)
  if (!parsed.success) throw new SealingError('key-file', 'not a key file of a member')
  return parsed.data
}

/**
 * Wraps the team's keys of one epoch to one member. Inside is an age identity file with the signing key in a comment, so
 * that `age --decrypt -i member.txt wrapped.age` gives what `age --decrypt -i` takes.
 *
 * @throws SealingError `identity` or `recipients`.
 */
export async function wrapTeamKey(
  team: Pick<TeamKey, 'epoch' | 'identity' | 'signing'>,
  memberRecipient: string,
): Promise<Uint8Array> {
  if (!hybridIdentity.safeParse(team.identity).success) {
    throw new SealingError('identity', 'the team identity is not hybrid')
  }
  const file = `# team identity, epoch ${team.epoch}\n# signing key ${team.signing}\n${team.identity}\n`
  return encryptTo([memberRecipient], new TextEncoder().encode(file))
}

/**
 * Unwraps the team's keys of one epoch. Compare `recipient` with the build's: anybody can wrap a key of their own to a member.
 *
 * @returns `null` when it was wrapped to somebody else.
 * @throws SealingError `damaged`, or `form` when something else is inside.
 */
export async function unwrapTeamKey(
  wrapped: Uint8Array,
  key: Pick<KeyFile, 'identity'>,
): Promise<TeamKey | null> {
  const plain = await decryptWith([key.identity], wrapped)
  if (plain === null) return null
  const [, epoch, signing, identity] = WRAPPED.exec(new TextDecoder('utf-8').decode(plain)) ?? []
  if (epoch === undefined || signing === undefined || identity === undefined) {
    throw new SealingError('form', 'no team key is wrapped here')
  }
  const recipient = await recipientOf(identity)
  return { epoch: Number(epoch), identity, recipient, signing, signer: signerOf(signing) }
}

/** 43 letters of base64url, the last one canonical: see `base64url32`. */
const WRAPPED =
  /^# team identity, epoch ([1-9]\d{0,5})\n# signing key ([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])\n(AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58})\n$/

async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity)
  } catch {
    throw new SealingError('form', 'the wrapped identity is mistyped') // without `cause`: it could quote the key
  }
}
