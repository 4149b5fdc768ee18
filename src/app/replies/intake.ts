import type * as z from 'zod/mini'
import * as contract from '../../core/contract/index.ts'
import { hearDay } from '../today.ts'
import { solveInWorker } from '../proof/index.ts'

/** What came of a call: the answer, the intake's own refusal, or nothing that the intake has said. */
export type Told<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: contract.ProblemName }
  | { readonly kind: 'unreachable' }

/** Milliseconds after which a call counts as unanswered. */
const PATIENCE = 30_000
/** A challenge can run out while it is solved; after so many the person is asked to wait. */
const MOST_PROOFS = 2

/**
 * Calls the intake as the holder of a mailbox. The token travels in a header, never in an address; a proof of work is
 * solved off the main thread when one is asked for. Never throws for what a network or a server does.
 * @param schema null where no body is expected
 */
export async function call<S extends z.ZodMiniType>(
  token: string,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  schema: S,
  body?: unknown,
): Promise<Told<z.infer<S>>> {
  let proof: string | null = null
  for (let proofs = 0; ; proofs++) {
    const reply = await send(token, method, path, body, proof)
    if (!reply) return { kind: 'unreachable' }
    if (reply.ok) {
      const parsed = schema.safeParse(reply.body)
      if (parsed.success) hearDay(reply.date)
      return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'unreachable' }
    }
    const problem = contract.problem.safeParse(reply.body).data
    const name = problem ? contract.nameOf(problem) : null
    // A café's page or a proxy answered, not the intake.
    if (!problem || name === null) return { kind: 'unreachable' }
    const posed = contract.challenge.safeParse(problem).data
    if (name !== 'slow-down' || posed?.challenge === undefined || proofs === MOST_PROOFS)
      return { kind: 'refused', problem: name }
    proof = await solveInWorker(posed.challenge)
    if (proof === null) return { kind: 'refused', problem: name }
  }
}

async function send(
  token: string,
  method: string,
  path: string,
  body: unknown,
  proof: string | null,
): Promise<{ ok: boolean; body: unknown; date: string | null } | null> {
  const headers = new Headers({ Authorization: `Bearer ${token}` })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (proof !== null) headers.set(contract.PROOF_HEADER, proof)
  const stop = new AbortController()
  const timer = setTimeout(() => {
    stop.abort()
  }, PATIENCE)
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: stop.signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const text = await response.text()
    const date = response.headers.get('Date')
    return { ok: response.ok, date, body: text === '' ? null : (JSON.parse(text) as unknown) }
  } catch (error) {
    // No network, too slow, sent elsewhere, or not JSON: one thing to the person.
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
      return null
    throw error
  } finally {
    clearTimeout(timer)
  }
}
