import type * as z from 'zod/mini'
import type * as field from './fields.ts'

/** What has been answered so far, on the phone only. Anything may be missing (or taken back: undefined); nothing is checked yet. */
export type Answers = {
  readonly audience?: z.infer<typeof field.audience> | undefined
  readonly wish?:
    | z.infer<typeof field.adultWish | typeof field.youthWish | typeof field.relativeWish>
    | undefined
  readonly substance?: z.infer<typeof field.substance> | undefined
  readonly concern?: z.infer<typeof field.concern> | undefined
  readonly connection?: z.infer<typeof field.connection> | undefined
  readonly identity?: z.infer<typeof field.identity> | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly callTimes?: readonly z.infer<typeof field.callTime>[] | undefined
  readonly ifSomeoneElseAnswers?: z.infer<typeof field.ifSomeoneElseAnswers> | undefined
  /** Wished times, first wish first. */
  readonly slotIds?: readonly string[] | undefined
  readonly alias?: string | undefined
  /** Set when an interpreter is wished for; else the language of the page counts. */
  readonly interpreter?: string | undefined
  readonly message?: string | undefined
}

export type AnswerField = keyof Answers
