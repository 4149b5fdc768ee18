import type * as z from 'zod/mini'
import * as contract from '../../core/contract/index.ts'
import { IntakeError } from './failure.ts'

/** Milliseconds until a call counts as unanswered. A page of the list holds megabytes. */
const PATIENCE = 60_000

/** The price may rise while one is solved; after so many the member is asked to wait. */
const MOST_PROOFS = 3

type Method = 'GET' | 'POST' | 'DELETE'

/**
 * Calls the intake and checks the answer against the contract.
 * @throws {IntakeError} with the problem's name; `unreachable` when there is no answer of the intake's own,
 * `unexpected` when its answer is not in the agreed form
 */
export async function call<S extends z.ZodMiniType>(
  method: Method,
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.infer<S>> {
  const parsed = schema.safeParse(await send(method, path, body))
  if (!parsed.success) throw new IntakeError('unexpected')
  return parsed.data
}

/** As `call`, for answers without a body. */
export async function act(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<void> {
  await send(method, path, body)
}

async function send(method: Method, path: string, body: unknown): Promise<unknown> {
  let proof: string | null = null
  for (let proofs = 0; ; proofs++) {
    const { response, text } = await answerTo(method, path, body, proof)
    const json = parse(text)
    if (response.ok) return json
    proof = proofs < MOST_PROOFS ? await proofFor(json) : null
    if (proof === null) throw failureOf(response, json)
  }
}

/** The solved challenge of a 429; null where the answer poses none, or it ran out. */
async function proofFor(json: unknown): Promise<string | null> {
  const posed = contract.challenge.safeParse(json).data
  if (posed?.challenge === undefined) return null
  const { solveInWorker } = await import('./proof.ts')
  return solveInWorker(posed.challenge)
}

function failureOf(response: Response, json: unknown): IntakeError {
  const problem = contract.problem.safeParse(json)
  const name = problem.success ? contract.nameOf(problem.data) : null
  // Without a problem of the intake's own, something in front of it answered: 5xx means that the intake did not.
  return new IntakeError(name ?? (response.status >= 500 ? 'unreachable' : 'unexpected'))
}

async function answerTo(
  method: Method,
  path: string,
  body: unknown,
  proof: string | null,
): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(proof !== null && { [contract.PROOF_HEADER]: proof }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { response, text: await response.text() }
  } catch {
    throw new IntakeError('unreachable')
  }
}

function parse(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Something between us and the intake answered.
    return undefined
  }
}
