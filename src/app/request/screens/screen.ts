import type { Answers, AnswerField } from '../../../core/request/index.ts'
import type { Slots } from '../../slots/use-slots.ts'

/** What every screen of the request gets. */
export type ScreenProps = {
  readonly answers: Answers
  readonly update: (change: Answers) => void
  /** The sentence for a field, when it must be mended. */
  readonly errorOf: (field: AnswerField) => string | undefined
  readonly slots: Slots
  readonly again: () => void
  /** Goes on as if the form had been sent, with this change. */
  readonly decide: (change: Answers) => void
}
