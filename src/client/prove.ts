import { type Call, MOST_PROOFS } from '../core/contract/calls.ts'
import * as contract from '../core/contract/index.ts'
import { exchange, type Answered, type Asked } from './exchange.ts'

/** Solves a challenge to the value of the proof header; null when it could not be done in time. */
export type Solve = (challenge: unknown) => Promise<string | null>

/** An answer, and the problem in it: null where it is none of the intake's own. */
export type Judged = Answered & { readonly problem: contract.ProblemName | null }

/** As `exchange`, solving a proof of work whenever the intake asks for one; after `MOST_PROOFS` its last answer stands. */
export async function exchangeProving(call: Call, asked: Asked, solve: Solve): Promise<Judged | null> {
  let proof: string | null = null
  for (let proofs = 0; ; proofs++) {
    const answered = await exchange(call, { ...asked, proof })
    if (answered === null) return null
    if (answered.ok) return { ...answered, problem: null }
    const problem = contract.problem.safeParse(answered.body).data
    const name = problem ? contract.nameOf(problem) : null
    const posed = contract.challenge.safeParse(answered.body).data
    const isAsked = name === 'slow-down' && posed?.challenge !== undefined && proofs < MOST_PROOFS
    proof = isAsked ? await solve(posed.challenge).catch(unsolved) : null
    if (proof === null) return { ...answered, problem: name }
  }
}

/** It broke, or its script could not be fetched: the intake's last answer stands. */
function unsolved(error: unknown): null {
  reportError(error)
  return null
}
