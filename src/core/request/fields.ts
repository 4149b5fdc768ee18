import * as z from 'zod/mini'
import { holdsCpr } from './cpr.ts'
import { PHONE_CHARACTERS, readPhone } from './phone.ts'

/** The values of every field of the contact request (design: "The contact request"). */
export const audience = z.enum(['adult', 'youth', 'relative'])
export const adultWish = z.enum(['treatment', 'advice', 'unsure'])
export const youthWish = z.enum(['anonymous-talk', 'treatment'])
export const relativeWish = z.enum(['relatives-course', 'talk', 'parent-support', 'unsure'])
export const substance = z.enum(['alcohol', 'drugs', 'both', 'unsure'])
export const concern = z.enum(['child-under-15', 'child-15-17', 'adult'])
export const connection = z.enum(['resident', 'enrolled', 'neither', 'unsure'])
export const identity = z.enum(['named', 'number-only', 'anonymous'])
export const callTime = z.enum(['morning', 'afternoon', 'evening'])
export const ifSomeoneElseAnswers = z.enum(['hang-up', 'say-municipality'])

export type Audience = z.infer<typeof audience>

/** Longest free text: characters (UTF-16 code units) and UTF-8 bytes, so that it always fits a sealed message. */
export const MESSAGE_CHARACTERS = 1000
export const MESSAGE_BYTES = 4000
export const NAME_CHARACTERS = 100
export const LANGUAGE_CHARACTERS = 40

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Control characters but line breaks and tabs, and halves of characters (lone surrogates, Unicode D76). */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

/** Text a person types, of at most so many UTF-16 code units: whole characters, and only such as can be shown. */
export const typed = (most: number) =>
  z.string().check(
    z.maxLength(most),
    z.refine(text => !UNPRINTABLE.test(text), 'unprintable'),
  )

export const message = typed(MESSAGE_CHARACTERS).check(
  z.refine(text => bytesOf(text) <= MESSAGE_BYTES, 'message-bytes'),
)
/** Where a name, a made-up name or a language is asked for, a CPR number is one that was not asked for. */
const noCpr = z.refine<string>(text => !holdsCpr(text), 'cpr')

export const personName = typed(NAME_CHARACTERS).check(z.regex(/\p{L}/u), noCpr)
export const alias = typed(60).check(z.minLength(1), noCpr)

/** `da`, `en`, or the name of another language: then an interpreter is wished for. */
export const language = typed(LANGUAGE_CHARACTERS).check(z.minLength(1), noCpr)

/**
 * A number somebody can ring, as it is sealed: with its country, and what was written beside it. Requests of before
 * November 2026 hold it as it was typed, and are read too.
 */
export const phone = z.string().check(
  z.maxLength(PHONE_CHARACTERS),
  z.refine(text => !UNPRINTABLE.test(text), 'unprintable'),
  z.refine(text => readPhone(text) !== null || isOfBefore(text), 'phone-digits'),
)

function isOfBefore(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return /^\+?[\d\s()./-]+$/.test(text) && digits >= 6 && digits <= 15
}
