import type { T } from './copy.ts'
import type { Failure } from './failure.ts'

const SENTENCES: Partial<
  Record<
    Failure,
    | 'unreachable'
    | 'cannot-write'
    | 'gone'
    | 'busy'
    | 'state-changed'
    | 'team-changed'
    | 'templates-changed'
    | 'slot-exists'
    | 'slot-booked'
    | 'slot-changed'
  >
> = {
  unreachable: 'unreachable',
  'cannot-write': 'cannot-write',
  'not-found': 'gone',
  erased: 'gone',
  'slow-down': 'busy',
  'not-ready': 'busy',
  'state-changed': 'state-changed',
  'team-changed': 'team-changed',
  'templates-changed': 'templates-changed',
  'slot-exists': 'slot-exists',
  'slot-booked': 'slot-booked',
  'slot-changed': 'slot-changed',
}

/** One sentence that says why; "the server does not answer" only when it does not. */
export function sentenceFor(failure: Failure, t: T): string {
  return t(`problems.${SENTENCES[failure] ?? 'unexpected'}`)
}
