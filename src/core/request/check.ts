import * as field from './fields.ts'
import type { Answers, AnswerField } from './answers.ts'
import { holdsCpr } from './cpr.ts'
import { fieldsOf, type Step } from './flow.ts'
import { readPhone, sealedPhone } from './phone.ts'
import { contactRequest, type ContactRequest } from './request.ts'

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
      return field.personName.safeParse(answers.name.trim()).success ? [] : wrong('name-wrong')
    case 'phone':
      if (answers.identity !== 'named' && answers.identity !== 'number-only') return []
      if (!answers.phone?.trim()) return wrong('phone-missing')
      if (holdsCpr(answers.phone)) return wrong('phone-cpr')
      return checkPhone(answers.phone)
    case 'message':
      if (!answers.message) return []
      if (holdsCpr(answers.message)) return wrong('message-cpr')
      if (field.message.safeParse(answers.message).success) return []
      return wrong(isTooLong(answers.message) ? 'message-long' : 'message-wrong')
    case 'interpreter':
      if (!answers.interpreter) return []
      if (holdsCpr(answers.interpreter)) return wrong('interpreter-cpr')
      return field.language.safeParse(answers.interpreter.trim()).success ? [] : wrong('interpreter-wrong')
    case 'slotIds':
      return (answers.slotIds?.length ?? 0) > 3 ? wrong('slots-many') : []
    case 'callTimes':
    case 'ifSomeoneElseAnswers':
    case 'alias':
      return []
  }
}

function checkPhone(typed: string): FieldError[] {
  const phone = readPhone(typed)
  if (phone === null) return [{ field: 'phone', why: 'phone-wrong' }]
  return field.phone.safeParse(sealedPhone(phone)).success ? [] : [{ field: 'phone', why: 'phone-long' }]
}

const isTooLong = (text: string): boolean =>
  text.length > field.MESSAGE_CHARACTERS || new TextEncoder().encode(text).length > field.MESSAGE_BYTES

/**
 * The request as it is sealed, from checked answers: only what belongs to the chosen way, so that a name typed
 * before choosing "without a name" does not travel.
 * @param pageLanguage counts as the person's language when no interpreter is wished for
 * @throws {Error} when a screen was not answered; call `checkStep` for each first
 */
export function toRequest(answers: Answers, pageLanguage: 'da' | 'en'): ContactRequest {
  const identity = isTalk(answers) ? 'anonymous' : answers.identity
  const named = identity === 'named'
  const rung = named || identity === 'number-only'
  const phone = readPhone(answers.phone ?? '')
  const plain = {
    audience: answers.audience,
    wish: answers.wish,
    ...(answers.audience === 'relative'
      ? { concern: answers.concern, connection: answers.connection }
      : isTalk(answers)
        ? {}
        : { substance: answers.substance }),
    identity,
    ...(named && { name: answers.name?.trim() }),
    ...(rung && phone && { phone: sealedPhone(phone) }),
    ...(rung && answers.callTimes?.length && { callTimes: [...answers.callTimes] }),
    // Who says nothing may be watched: the careful way is asked of staff, and said on the phone.
    ...(rung && { ifSomeoneElseAnswers: answers.ifSomeoneElseAnswers ?? 'hang-up' }),
    ...(identity === 'anonymous' && answers.alias && { alias: answers.alias }),
    language: answers.interpreter?.trim() || pageLanguage,
    ...(answers.message?.trim() && { message: answers.message.trim() }),
  }
  const parsed = contactRequest.safeParse(plain)
  // The paths name fields, never what was typed.
  if (!parsed.success)
    throw new Error(`unanswered: ${parsed.error.issues.map(i => i.path.join('.')).join(', ')}`)
  return parsed.data
}

const isTalk = (answers: Answers): boolean =>
  answers.audience === 'youth' && answers.wish === 'anonymous-talk'
