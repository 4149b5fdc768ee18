import { holdsCpr } from './cpr.ts'
import { PHONE_CHARACTERS, readPhone } from './phone.ts'

// What may be typed into each field, as plain questions: the screens ask them before any schema is loaded, and the
// schemas of what is sealed ask the same (fields.ts).

/** Longest free text, in UTF-16 code units. None takes more than three bytes of UTF-8, so it always fits a sealed message. */
export const MESSAGE_CHARACTERS = 1000
const NAME_CHARACTERS = 100
const LANGUAGE_CHARACTERS = 40

/** Control characters but line breaks and tabs, and halves of characters (lone surrogates, Unicode D76). */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

/** Whole characters, and only such as can be shown. */
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text)

/** A message that can be sent: UTF-16 code units are counted. */
export const isMessage = (text: string): boolean => text.length <= MESSAGE_CHARACTERS && isPrintable(text)

/** Where a name or a language is asked for, a CPR number is one that was not asked for. */
export const isPersonName = (text: string): boolean =>
  text.length <= NAME_CHARACTERS && isPrintable(text) && /\p{L}/u.test(text) && !holdsCpr(text)

/** A language somebody asks to be talked to in, in their own words. */
export const isLanguage = (text: string): boolean =>
  text.length >= 1 && text.length <= LANGUAGE_CHARACTERS && isPrintable(text) && !holdsCpr(text)

/** Whether somebody can ring it, also as it was sealed before November 2026: then as it was typed. */
export const isPhone = (text: string): boolean =>
  text.length <= PHONE_CHARACTERS && isPrintable(text) && (readPhone(text) !== null || isOfBefore(text))

function isOfBefore(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return /^\+?[\d\s()./-]+$/.test(text) && digits >= 6 && digits <= 15
}
