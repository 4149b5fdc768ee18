import type { Signer } from '../core/sealing/team-signing.ts'

// Put in by the build (vite `define`), from the public part of the team's keys.
declare const __RECIPIENTS__: readonly [team: string, recovery: string]
declare const __SIGNERS__: readonly Signer[]
declare const __FINGERPRINT__: string

/** The two hybrid recipients that every request of this build is sealed to. */
export const recipients = __RECIPIENTS__
/** The team's signing keys: only what they signed is shown as the team's. */
export const signers = __SIGNERS__
/** SHA-256 of these keys, hex; compared with what the intake serves. */
export const fingerprint = __FINGERPRINT__
