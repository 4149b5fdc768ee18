import type { Language } from '../languages.ts'
import type { Answers } from './answers.ts'
import { readPhone, sealedPhone } from './phone.ts'
import { contactRequest, type ContactRequest } from './request.ts'

/**
 * The request as it is sealed, from checked answers: only what belongs to the chosen way, so that a name typed
 * before choosing "without a name" does not travel.
 * @param pageLanguage counts as the person's language when no interpreter is wished for
 * @throws {Error} when a screen was not answered; call `checkStep` for each first
 */
export function toRequest(answers: Answers, pageLanguage: Language): ContactRequest {
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
