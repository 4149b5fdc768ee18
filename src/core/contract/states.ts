import * as z from 'zod/mini'

/**
 * Where a request stands. `new` and `opened` wait for an answer and are never erased. `answered`, `handed-over` and
 * `closed` are erased when their mailbox closes (`closesOn`): days after its last use or booking, and never sooner than
 * days after `handed-over` or `closed`. `junk` gives its bookings back and is erased a fortnight after it was marked.
 */
export const requestState = z.enum(['new', 'opened', 'answered', 'handed-over', 'closed', 'junk'])
export type RequestState = z.infer<typeof requestState>

/** Which state staff may move a request to, from which. Nothing becomes `new` again: it has been seen. */
export const TRANSITIONS: { readonly [S in RequestState]: readonly RequestState[] } = {
  new: ['opened', 'answered', 'handed-over', 'closed', 'junk'],
  opened: ['answered', 'handed-over', 'closed', 'junk'],
  answered: ['opened', 'handed-over', 'closed', 'junk'],
  'handed-over': ['opened', 'answered', 'closed'],
  closed: ['opened', 'answered', 'handed-over', 'junk'],
  junk: ['opened', 'closed'],
}

/** States in which somebody waits for an answer. */
export const WAITING: readonly RequestState[] = ['new', 'opened']

/** States in which nothing more is to be done, as long as nobody writes again. */
export const DONE: readonly RequestState[] = ['handed-over', 'closed', 'junk']

/** Whether staff may move a request from one state to the other. */
export const mayMove = (from: RequestState, to: RequestState): boolean => TRANSITIONS[from].includes(to)

/** Where a request stands after an answer of staff. */
export const afterReply = (state: RequestState): RequestState =>
  WAITING.includes(state) ? 'answered' : state

/**
 * Where a request stands after the citizen has written again: they wait for an answer, so it is neither overlooked nor
 * erased as done. Junk stays junk, or one more message would undo what staff have cleared away.
 */
export const afterMessage = (state: RequestState): RequestState =>
  WAITING.includes(state) || state === 'junk' ? state : 'opened'
