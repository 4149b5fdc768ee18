import type { ProblemName } from '../../core/contract/index.ts'

/**
 * Why something did not succeed: a problem the intake named; `unreachable` when no answer came; `cannot-write` when
 * nothing can be sealed to the person who wrote; `unexpected` for everything else, an answer in an unknown form too.
 */
export type Failure = ProblemName | 'unreachable' | 'unexpected' | 'cannot-write'

/** An answer of the intake that is not what was asked for, or none. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError'
  readonly problem: Failure
  constructor(problem: Failure) {
    super(problem)
    this.problem = problem
  }
}

/** Nothing can be sealed to this person: what their request says about replies is not usable. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite'
}

/** Stopped on purpose before anything was sent; the form that asked for it says why. */
export class HeldBack extends Error {}

/** Names what happened. An error nobody foresaw is also reported to the console. */
export function failureOf(error: unknown): Failure {
  if (error instanceof IntakeError) return error.problem
  if (error instanceof CannotWrite) return 'cannot-write'
  reportError(error)
  return 'unexpected'
}

/** Whether the request is no longer at the intake. */
export const isGone = (failure: Failure): boolean => failure === 'not-found' || failure === 'erased'
