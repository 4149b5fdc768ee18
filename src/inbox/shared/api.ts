import type * as z from 'zod/mini'
import * as contract from '../../core/contract/index.ts'

/** An answer of the intake that is not what was asked for. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError'
  readonly problem: contract.ProblemName | 'unreachable'
  constructor(problem: contract.ProblemName | 'unreachable') {
    super(problem)
    this.problem = problem
  }
}

/**
 * Calls the intake and checks the answer against the contract.
 * @throws {IntakeError} with the problem's name; `unreachable` when there is no answer of the intake's own
 */
export async function call<S extends z.ZodMiniType>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.infer<S>> {
  const answer = await send(method, path, body)
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw new IntakeError('unreachable')
  return parsed.data
}

/** As `call`, for answers without a body. */
export async function act(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<void> {
  await send(method, path, body)
}

async function send(method: string, path: string, body: unknown): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
  } catch {
    throw new IntakeError('unreachable')
  }
  const text = await response.text()
  const json = parse(text)
  if (response.ok) return json
  const problem = contract.problem.safeParse(json)
  throw new IntakeError((problem.success && contract.nameOf(problem.data)) || 'unreachable')
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
