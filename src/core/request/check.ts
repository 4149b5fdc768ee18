import * as is from './typed.ts'
import type { Answers, AnswerField } from './answers.ts'
import { errorsOf, isRung, missing, type Check, type Why } from './chosen.ts'
import { holdsCpr } from './cpr.ts'
import { readPhone, sealedPhone } from './phone.ts'

/** All that must be mended on one screen, what is typed with it. */
export const checkStep: Check = (step, answers) =>
  errorsOf(step, answers, (name, all) => missing(name, all) ?? wrong(name, all))

/** What is wrong with what is written in a field that is asked for; null where it can be sealed. */
function wrong(name: AnswerField, answers: Answers): Why | null {
  switch (name) {
    case 'name':
      if (answers.identity !== 'named' || answers.name === undefined) return null
      if (holdsCpr(answers.name)) return 'name-cpr'
      return is.isPersonName(answers.name.trim()) ? null : 'name-wrong'
    case 'phone':
      if (!isRung(answers) || answers.phone === undefined) return null
      return holdsCpr(answers.phone) ? 'phone-cpr' : wrongPhone(answers.phone)
    case 'message':
      if (!answers.message) return null
      if (holdsCpr(answers.message)) return 'message-cpr'
      if (is.isMessage(answers.message)) return null
      return isTooLong(answers.message) ? 'message-long' : 'message-wrong'
    case 'interpreter':
      if (!answers.interpreter) return null
      if (holdsCpr(answers.interpreter)) return 'interpreter-cpr'
      return is.isLanguage(answers.interpreter.trim()) ? null : 'interpreter-wrong'
    case 'audience':
    case 'wish':
    case 'substance':
    case 'concern':
    case 'connection':
    case 'identity':
    case 'slotIds':
    case 'callTimes':
    case 'ifSomeoneElseAnswers':
    case 'alias':
      return null
  }
}

function wrongPhone(typed: string): Why | null {
  const phone = readPhone(typed)
  if (phone === null) return 'phone-wrong'
  return is.isPhone(sealedPhone(phone)) ? null : 'phone-long'
}

const isTooLong = (text: string): boolean => text.length > is.MESSAGE_CHARACTERS
