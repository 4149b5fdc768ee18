import * as z from 'zod/mini'
import * as field from './fields.ts'

const reach = {
  identity: field.identity,
  name: z.optional(field.personName),
  phone: z.optional(field.phone),
  callTimes: z.optional(z.array(field.callTime).check(z.maxLength(3))),
  ifSomeoneElseAnswers: z.optional(field.ifSomeoneElseAnswers),
}

const always = {
  alias: z.optional(field.alias),
  language: field.language,
  message: z.optional(field.message),
}

const adult = z.strictObject({
  audience: z.literal('adult'),
  wish: field.adultWish,
  substance: field.substance,
  ...reach,
  ...always,
})

const youth = z.strictObject({
  audience: z.literal('youth'),
  wish: field.youthWish,
  // Not asked of a young person who books a talk.
  substance: z.optional(field.substance),
  ...reach,
  ...always,
})

const relative = z.strictObject({
  audience: z.literal('relative'),
  concern: field.concern,
  connection: field.connection,
  wish: field.relativeWish,
  ...reach,
  ...always,
})

/**
 * What a citizen asks for: the part of the sealed plaintext that staff read.
 * Never in it: CPR number, address, birth date, diagnosis.
 */
export const contactRequest = z.discriminatedUnion('audience', [adult, youth, relative]).check(
  z.refine(
    r => r.identity !== 'named' || (r.name !== undefined && r.phone !== undefined),
    'named-needs-both',
  ),
  z.refine(r => r.identity !== 'number-only' || r.phone !== undefined, 'number-needs-phone'),
  // Who asks without a name must not be given one by a forgotten field.
  z.refine(r => r.identity === 'named' || r.name === undefined, 'name-not-asked'),
  z.refine(r => r.identity !== 'anonymous' || r.phone === undefined, 'phone-not-asked'),
)
export type ContactRequest = z.infer<typeof contactRequest>
