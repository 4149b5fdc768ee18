import * as is from './typed.ts'
import type { Answers, AnswerField } from './answers.ts'
import { holdsCpr } from './cpr.ts'
import { fieldsOf, type Step } from './flow.ts'
import { readPhone, sealedPhone } from './phone.ts'

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
export function checkStep(step: Step, answers: Answers): FieldError[] {
  return fieldsOf[step].flatMap(name => checkField(name, answers))
}

function checkField(name: AnswerField, answers: Answers): FieldError[] {
  const wrong = (why: Why): FieldError[] => [{ field: name, why }]
  switch (name) {
    case 'audience':
    case 'wish':
    case 'substance':
    case 'concern':
    case 'connection':
    case 'identity':
      return answers[name] === undefined ? wrong(`${name}-missing`) : []
    case 'name':
      if (answers.identity !== 'named') return []
      if (!answers.name?.trim()) return wrong('name-missing')
      if (holdsCpr(answers.name)) return wrong('name-cpr')
      return is.isPersonName(answers.name.trim()) ? [] : wrong('name-wrong')
    case 'phone':
      if (answers.identity !== 'named' && answers.identity !== 'number-only') return []
      if (!answers.phone?.trim()) return wrong('phone-missing')
      if (holdsCpr(answers.phone)) return wrong('phone-cpr')
      return checkPhone(answers.phone)
    case 'message':
      if (!answers.message) return []
      if (holdsCpr(answers.message)) return wrong('message-cpr')
      if (is.isMessage(answers.message)) return []
      return wrong(isTooLong(answers.message) ? 'message-long' : 'message-wrong')
    case 'interpreter':
      if (!answers.interpreter) return []
      if (holdsCpr(answers.interpreter)) return wrong('interpreter-cpr')
      return is.isLanguage(answers.interpreter.trim()) ? [] : wrong('interpreter-wrong')
    case 'slotIds':
      return (answers.slotIds ?? []).length > 3 ? wrong('slots-many') : []
    case 'callTimes':
    case 'ifSomeoneElseAnswers':
    case 'alias':
      return []
  }
}

function checkPhone(typed: string): FieldError[] {
  const phone = readPhone(typed)
  if (phone === null) return [{ field: 'phone', why: 'phone-wrong' }]
  return is.isPhone(sealedPhone(phone)) ? [] : [{ field: 'phone', why: 'phone-long' }]
}

const isTooLong = (text: string): boolean => text.length > is.MESSAGE_CHARACTERS
