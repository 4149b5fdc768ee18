import type { Day } from '../contract/encoding.ts'
import { isStrictlySigned } from './ed25519.ts'
import { signedBytes, type StaffMessage } from './message.ts'
import type { Signer } from './team-signing.ts'

/**
 * Whether the team signed a message. `newer`: with a key of a later epoch than any here, so the page is older than the
 * message and nobody can tell.
 *
 * @param on the day the intake received it.
 */
export function checkSignature(
  message: StaffMessage,
  on: Day,
  signers: readonly Signer[],
): 'genuine' | 'forged' | 'newer' {
  const known = signers.find(one => one.epoch === message.epoch)
  if (known === undefined) return signers.every(one => one.epoch < message.epoch) ? 'newer' : 'forged'
  if (known.until !== null && on > known.until) return 'forged'
  return isStrictlySigned(signedBytes(message), message.signature, known.key) ? 'genuine' : 'forged'
}
