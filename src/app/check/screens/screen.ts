import type { Field, Situation } from '../../../core/eligibility/index.ts'

/** What every screen of the check gets. */
export type ScreenProps = {
  readonly situation: Situation
  readonly update: (change: Situation) => void
  /** Whether a question is shown: not when the door taken has answered it. */
  readonly shows: (field: Field) => boolean
}
