import type * as z from 'zod/mini'
import { exchangeProving } from '../../client/prove.ts'
import type { Call } from '../../core/contract/calls.ts'
import type { ProblemName } from '../../core/contract/index.ts'
import { solveInWorker } from '../proof/index.ts'
import { hearDay } from '../today.ts'

/** What came of a call: the answer, the intake's own refusal, or nothing that the intake has said. */
export type CallOutcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: ProblemName }
  | { readonly kind: 'unreachable' }

/** Milliseconds after which a call counts as unanswered. */
const PATIENCE = 30_000

/**
 * Calls the intake as the holder of a mailbox. A proof of work is solved off the main thread when one is asked for.
 * Never throws for what a network or a server does.
 * @param schema `z.null()` where no body is expected
 */
export async function call<S extends z.ZodMiniType>(
  of: Call,
  schema: S,
  asked: { readonly token: string; readonly id?: string; readonly body?: unknown },
): Promise<CallOutcome<z.infer<S>>> {
  const answered = await exchangeProving(of, { ...asked, patience: PATIENCE }, solveInWorker)
  if (answered === null) return { kind: 'unreachable' }
  if (!answered.ok)
    // A café's page or a proxy answered, not the intake.
    return answered.problem === null
      ? { kind: 'unreachable' }
      : { kind: 'refused', problem: answered.problem }
  const parsed = schema.safeParse(answered.body)
  if (!parsed.success) return { kind: 'unreachable' }
  hearDay(answered.date)
  return { kind: 'ok', value: parsed.data }
}
