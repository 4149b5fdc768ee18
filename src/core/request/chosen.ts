import type { Answers, AnswerField } from './answers.ts'
import { fieldsOf, type Step } from './flow.ts'

/** What is wrong with one answer; the words are `request:errors.<why>` in the locales. */
export type Why =
  | 'audience-missing'
  | 'wish-missing'
  | 'substance-missing'
  | 'concern-missing'
  | 'connection-missing'
  | 'identity-missing'
  | 'name-missing'
  | 'name-wrong'
  | 'name-cpr'
  | 'phone-missing'
  | 'phone-wrong'
  | 'phone-long'
  | 'phone-cpr'
  | 'message-long'
  | 'message-wrong'
  | 'message-cpr'
  | 'interpreter-wrong'
  | 'interpreter-cpr'
  | 'slots-many'
  | 'slots-missing'

export type FieldError = { readonly field: AnswerField; readonly why: Why }

/** What must be mended on one screen before going on; empty when all is well. */
export type Check = (step: Step, answers: Answers) => FieldError[]

/**
 * What must be mended of what is chosen, and which name or number is missing. How these are written only `checkStep` knows: it
 * comes with the screens on which something is typed, and till then nothing is.
 */
export const checkChosen: Check = (step, answers) => errorsOf(step, answers, missing)

/** Who leaves a number is called; the others read the reply with the code. */
export const isRung = ({ identity }: Answers): boolean => identity === 'named' || identity === 'number-only'

/** What is wrong with the fields of one screen, one after the other. */
export const errorsOf = (
  step: Step,
  answers: Answers,
  whyOf: (name: AnswerField, answers: Answers) => Why | null,
): FieldError[] =>
  fieldsOf[step].flatMap(field => {
    const why = whyOf(field, answers)
    return why === null ? [] : [{ field, why }]
  })

/** Why an answer cannot be gone on from, as far as its being there tells; null where it can. */
export function missing(name: AnswerField, answers: Answers): Why | null {
  switch (name) {
    case 'audience':
    case 'wish':
    case 'substance':
    case 'concern':
    case 'connection':
    case 'identity':
      return answers[name] === undefined ? `${name}-missing` : null
    case 'name':
      return answers.identity === 'named' && !answers.name?.trim() ? 'name-missing' : null
    case 'phone':
      return isRung(answers) && !answers.phone?.trim() ? 'phone-missing' : null
    case 'slotIds':
      return (answers.slotIds ?? []).length > 3 ? 'slots-many' : null
    case 'message':
    case 'interpreter':
    case 'callTimes':
    case 'ifSomeoneElseAnswers':
    case 'alias':
      return null
  }
}
