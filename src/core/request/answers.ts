import type * as z from 'zod/mini'
import type * as field from './fields.ts'

/** What has been answered so far, on the phone only. Anything may be missing; nothing is checked yet. */
export type Answers = {
  readonly audience?: z.infer<typeof field.audience>
  readonly wish?: z.infer<typeof field.adultWish | typeof field.youthWish | typeof field.relativeWish>
  readonly substance?: z.infer<typeof field.substance>
  readonly concern?: z.infer<typeof field.concern>
  readonly connection?: z.infer<typeof field.connection>
  readonly identity?: z.infer<typeof field.identity>
  readonly name?: string
  readonly phone?: string
  readonly callTimes?: readonly z.infer<typeof field.callTime>[]
  readonly ifSomeoneElseAnswers?: z.infer<typeof field.ifSomeoneElseAnswers>
  /** Wished times, first wish first. */
  readonly slotIds?: readonly string[]
  readonly alias?: string
  /** Set when an interpreter is wished for; else the language of the page counts. */
  readonly interpreter?: string
  readonly message?: string
}

export type AnswerField = keyof Answers
