import type * as z from 'zod/mini'
import type { Call } from './calls.ts'

/** Who may make a call: anybody, the holder of a mailbox's token, the inbox's own page, or a member who is signed in. */
export type Caller = 'anybody' | 'mailbox' | 'inbox' | 'member'

export type Endpoint = Call & {
  readonly by: Caller
  /** What it does, in a sentence. */
  readonly does: string
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  /** The body of the answer; none: 204. */
  readonly answer?: z.ZodMiniType
  /** It makes something: 201, and 200 when the same comes again. */
  readonly makes?: true
}
