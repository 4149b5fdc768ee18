import type { Day } from '../../core/contract/index.ts'

/** The day (municipality's time zone) and the instant (ms since 1970) an act happens: passed in, never read. */
export type Moment = { readonly today: Day; readonly now: number }

/** A member who acts: name and public signing key. */
export type By = { readonly name: string; readonly signing: string }

/** A moment at which a member acts: what they do is recorded with it. */
export type Act = Moment & { readonly by: By }

/** SHA-256 of a mailbox token, base64url: all the intake ever keeps of it. */
export type MailboxHash = string
