import * as z from 'zod/mini'
import { holdsCpr } from './cpr.ts'
import * as is from './typed.ts'

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

/** Text a person types, of at most `most` UTF-16 code units: whole characters, and only such as can be shown. */
export const typed = (most: number): z.ZodMiniString =>
  z.string().check(z.maxLength(most), z.refine(is.isPrintable, 'unprintable'))

export const message = typed(is.MESSAGE_CHARACTERS)
export const personName = z.string().check(z.refine(is.isPersonName, 'name'))
export const alias = typed(60).check(
  z.minLength(1),
  z.refine(text => !holdsCpr(text), 'cpr'),
)

/** `da`, `en`, or the name of another language: then an interpreter is wished for. */
export const language = z.string().check(z.refine(is.isLanguage, 'language'))

/**
 * A number somebody can ring, as it is sealed: with its country, and what was written beside it. Requests of before
 * November 2026 hold it as it was typed, and are read too.
 */
export const phone = z.string().check(z.refine(is.isPhone, 'phone'))
