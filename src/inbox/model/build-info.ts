import type { Signer } from '../../core/sealing/index.ts'

// Put in by the build (vite `define`), from the public part of the team's keys.
declare const __RECIPIENTS__: readonly [team: string, recovery: string]
declare const __SIGNERS__: readonly Signer[]
declare const __FIRST__: string | null
declare const __EPOCHS__: readonly { readonly epoch: number; readonly recipient: string }[]

/** What replies are sealed to besides the citizen's mailbox: the team of the present epoch and recovery. */
export const recipients = __RECIPIENTS__
/** The team's signing keys: only what they signed counts as a colleague's. */
export const signers = __SIGNERS__
/** The first leader's signing key: where the list of members must begin; null for a team that has no list. */
export const first = __FIRST__
/** The team's recipient in each epoch: any other team key was made by somebody else, no matter to whom it is wrapped. */
export const epochs = __EPOCHS__
