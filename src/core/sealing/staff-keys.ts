import { ed25519 } from '@noble/curves/ed25519.js'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import * as z from 'zod/mini'
import { base64url32 } from '../contract/encoding.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { SealingError } from './errors.ts'
import { decryptWith } from './open.ts'
import { parseRecipients, type Recipients } from './recipients.ts'
import { encryptTo } from './seal.ts'

/** A hybrid identity as text: 32 bytes in Bech32 (BIP 173), upper case. Its checksum is checked when it is used. */
const hybridIdentity = z.string().check(z.regex(/^AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58}$/))

/** What a member keeps, as a JSON file: the only thing they sign in with. */
export const keyFile = z.strictObject({
  v: z.literal(1),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Opens the wrapped team identities. */
  identity: hybridIdentity,
  /** Ed25519 seed (RFC 8032 §5.1.5), base64url; signs sign-in statements and nothing else. */
  signing: base64url32,
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

/** A team key for a first epoch and the offline recovery key. A later epoch needs `makeKeyPair` only. */
export async function makeTeam(): Promise<{ team: KeyPair; recovery: KeyPair; recipients: Recipients }> {
  const [team, recovery] = [await makeKeyPair(), await makeKeyPair()]
  return { team, recovery, recipients: parseRecipients([team.recipient, recovery.recipient]) }
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

/** The team identity of one epoch, as a member has it. */
export type TeamIdentity = KeyPair & { readonly epoch: number }

/**
 * Wraps a team identity to one member. Inside is an age identity file, so that
 * `age --decrypt -i member.txt wrapped.age` gives what `age --decrypt -i` takes.
 *
 * @param epoch counts the team keys, from 1.
 * @throws SealingError `identity` or `recipients`.
 */
export async function wrapTeamIdentity(
  team: { readonly epoch: number; readonly identity: string },
  memberRecipient: string,
): Promise<Uint8Array> {
  if (!hybridIdentity.safeParse(team.identity).success) {
    throw new SealingError('identity', 'the team identity is not hybrid')
  }
  const file = `${EPOCH_LINE}${team.epoch}\n${team.identity}\n`
  return encryptTo([memberRecipient], new TextEncoder().encode(file))
}

/**
 * Unwraps a team identity. Compare `recipient` with the build's: anybody can wrap a key of their own to a member.
 *
 * @returns `null` when it was wrapped to somebody else.
 * @throws SealingError `damaged`, or `form` when something else is inside.
 */
export async function unwrapTeamIdentity(wrapped: Uint8Array, key: KeyFile): Promise<TeamIdentity | null> {
  const plain = await decryptWith([key.identity], wrapped)
  if (plain === null) return null
  const [, epoch, identity] = WRAPPED.exec(new TextDecoder('utf-8').decode(plain)) ?? []
  if (epoch === undefined || identity === undefined) {
    throw new SealingError('form', 'no team identity is wrapped here')
  }
  return { epoch: Number(epoch), identity, recipient: await recipientOf(identity) }
}

const EPOCH_LINE = '# team identity, epoch '
const WRAPPED = /^# team identity, epoch ([1-9]\d{0,5})\n(AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58})\n$/

async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity)
  } catch {
    throw new SealingError('form', 'the wrapped identity is mistyped') // without `cause`: it could quote the key
  }
}
