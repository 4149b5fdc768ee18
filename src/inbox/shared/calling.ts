import type * as z from 'zod/mini'
import { exchangeProving } from '../../client/prove.ts'
import type { Endpoint } from '../../core/contract/endpoint.ts'
import { staffEndpoints } from '../../core/contract/staff-endpoints.ts'
import { IntakeError } from './failure.ts'

/** Milliseconds until a call counts as unanswered. A page of the list holds megabytes. */
const PATIENCE = 60_000

type EndpointName = keyof typeof staffEndpoints

/** The body that a call answers with; undefined where it has none. */
export type AnswerOf<N extends EndpointName> = (typeof staffEndpoints)[N] extends {
  readonly answer: infer S extends z.ZodMiniType
}
  ? z.infer<S>
  : undefined

/** What is sent is only read. */
type Sent<T> = T extends readonly (infer One)[]
  ? readonly Sent<One>[]
  : T extends object
    ? { readonly [K in keyof T]: Sent<T[K]> }
    : T

type BodyOf<N extends EndpointName> = (typeof staffEndpoints)[N] extends {
  readonly body: infer S extends z.ZodMiniType
}
  ? { readonly body: Sent<z.input<S>> }
  : { readonly body?: undefined }

export type Call = <N extends EndpointName>(
  name: N,
  asked: { readonly id?: string; readonly query?: Readonly<Record<string, string>> } & BodyOf<N>,
) => Promise<AnswerOf<N>>

/**
 * What calls the intake and checks the answer against the contract. Its calls throw an `IntakeError` with the problem's
 * name; `unreachable` when there is no answer of the intake's own, `unexpected` when its answer is not in the agreed form.
 * @param solve solves a proof of work that the intake asks for
 */
export function makeCall(solve: (challenge: unknown) => Promise<string | null>): Call {
  return async (name, asked) => {
    const endpoint: Endpoint = staffEndpoints[name]
    const answered = await exchangeProving(
      endpoint,
      { ...asked, patience: PATIENCE, credentials: 'same-origin' },
      solve,
    )
    if (answered === null) throw new IntakeError('unreachable')
    if (!answered.ok)
      // Without a problem of the intake's own, something in front of it answered: 5xx means that the intake did not.
      throw new IntakeError(answered.problem ?? (answered.status >= 500 ? 'unreachable' : 'unexpected'))
    if (!('answer' in endpoint)) return undefined as AnswerOf<typeof name>
    const parsed = endpoint.answer.safeParse(answered.body)
    if (!parsed.success) throw new IntakeError('unexpected')
    // Sound: parsed by this endpoint's own schema, whose type is lost behind `Endpoint`.
    return parsed.data as AnswerOf<typeof name>
  }
}
