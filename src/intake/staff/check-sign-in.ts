import { createPublicKey, verify } from 'node:crypto'
import { signInStatement } from '../../core/contract/index.ts'
import { verifySignIn, type SessionPost, type Signed } from '../../core/sealing/sign-in.ts'
import type { Moment } from '../store/moment.ts'
import type { Nonces } from './nonces.ts'
import type { Member } from './team.ts'

/** What stands before the 32 bytes of an Ed25519 public key in its DER form (RFC 8410 §4). */
const DER_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * The member who signs in with this statement, for this origin, or null. What costs nothing is looked at first, so that
 * a stranger cannot keep the machine busy with signatures: the member, then whether the nonce is ours and in time.
 * Spends the nonce.
 */
export async function checkSignIn(
  post: SessionPost,
  parts: { members: readonly Member[]; nonces: Nonces; origin: string; at: Moment },
): Promise<Member | null> {
  const { members, nonces, origin, at } = parts
  const member = members.find(one => one.signing === post.member)
  if (!member || !nonces.isOurs(nonceIn(post), at)) return null
  const verdict = verifySignIn(post, origin, at.now / 1000, isSigned)
  if (!verdict.ok || !(await nonces.spend(verdict.nonce, at))) return null
  return member
}

/** The nonce that a statement names; empty when it is none. */
function nonceIn(post: SessionPost): string {
  try {
    const statement: unknown = JSON.parse(Buffer.from(post.statement, 'base64url').toString('utf8'))
    return signInStatement.safeParse(statement).data?.nonce ?? ''
  } catch (error) {
    if (error instanceof SyntaxError) return ''
    throw error
  }
}

/** By OpenSSL: a hundred times as fast as in JavaScript. The key is one of the keys file's, so it is a sound one. */
function isSigned({ bytes, key, signature }: Signed): boolean {
  const publicKey = createPublicKey({
    key: Buffer.concat([DER_HEAD, key]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, bytes, publicKey, signature)
}
