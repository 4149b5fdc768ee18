import type { Day } from '../../calendar/days.ts'
import type { Situation } from '../situation.ts'
import type { GivenId } from '../vocabulary/index.ts'

export type Test = (situation: Situation, today: Day) => boolean

/** One row of the rule table (docs/decisions/0008). The number never changes its meaning. */
export type Rule = {
  readonly id: `R${number}`
  /** Ids of the facts this row rests on; empty where the standards are silent. */
  readonly facts: readonly string[]
  readonly holds: Test
  readonly gives: readonly GivenId[]
  /** What it gives besides, to those for whom `when` is true too. */
  readonly adds?: readonly { readonly when: Test; readonly gives: readonly GivenId[] }[]
  /** A gate: when it holds, no later rule is asked. */
  readonly stops?: true
}

/** Of a rule that holds for everybody. */
export const always: Test = () => true
