import { makeCall, type Call } from './calling.ts'

export type { AnswerOf } from './calling.ts'

/** Calls the intake from the page (`makeCall`). What solves a proof is loaded when one is asked for, which is seldom. */
export const call: Call = makeCall(async challenge => {
  const { solveInWorker } = await import('./proof.ts')
  return solveInWorker(challenge)
})
