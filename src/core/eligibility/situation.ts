import * as z from 'zod/mini'

/** An answer that may be left out or skipped (`null`): then it is unknown, and unknown never counts as no. */
const unknownOr = <T extends z.ZodMiniType>(answer: T) => z.optional(z.nullable(answer))

const yesNo = unknownOr(z.boolean())
const count = (most: number) => unknownOr(z.number().check(z.gte(0), z.lte(most)))
/** Years. The rules need only the limits 15 and 18: see `ageOfBand`. */
const age = count(130)

export const wish = z.enum([
  'treatment',
  'advice-only',
  'anonymous',
  'other-provider',
  'private-clinic',
  'intensive',
  'medicine',
  'complain',
  'parents-not-told',
])
export type Wish = z.infer<typeof wish>

/** The criteria of anonymous drug treatment (fact `s101a-right` and the three `s101a-criterion-…`). */
const anonymousDrugTreatment = z.strictObject({
  treatment_requiring: yesNo,
  no_other_social_problems: yesNo,
  close_to_education_or_work: yesNo,
  no_other_social_support: yesNo,
  seen_little_before: yesNo,
})

const otherPerson = z.strictObject({
  /** What the one who asks is to the other: `parent` asks about their child. */
  relation: unknownOr(z.enum(['partner', 'parent', 'child', 'sibling', 'friend'])),
  age,
  enrolled_here: yesNo,
  lives_in_municipality: yesNo,
})

const complaint = z.strictObject({
  about: unknownOr(z.enum(['refusal', 'late-start', 'course', '101a-refusal'])),
  /** Weeks since the decision was received. */
  weeks_since_decision: count(5200),
})

/** What somebody has said of their situation. Keys we do not know are refused, so that a typing error is never taken for an answer. */
export const situation = z.strictObject({
  subject: unknownOr(z.enum(['self', 'relative'])),
  age,
  resident: yesNo,
  substance: unknownOr(z.enum(['alcohol', 'drugs', 'both', 'unsure'])),
  use: unknownOr(z.enum(['problematic', 'some', 'unsure'])),
  stage: unknownOr(z.enum(['before', 'enrolled', 'ended'])),
  /** Months since the person's own treatment ended. */
  months_since_end: count(1200),
  wishes: unknownOr(z.array(wish)),
  pregnant: yesNo,
  mental_disorder: yesNo,
  children_at_home: yesNo,
  outpatient_tried: yesNo,
  work_network_economy_threatened: yesNo,
  s101a: unknownOr(anonymousDrugTreatment),
  relative_of: unknownOr(otherPerson),
  complaint: unknownOr(complaint),
  acute: yesNo,
})

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T
export type Situation = Frozen<z.infer<typeof situation>>

/**
 * Fills in what a desk-check file leaves out (vocabulary, "Defaults"). Never used by the app, where unknown
 * stays unknown. A `null` in the file is an answer too: it says "unknown".
 */
export const withDefaults = (told: Situation): Situation => ({
  subject: 'self',
  substance: 'alcohol',
  use: 'problematic',
  stage: 'before',
  wishes: [],
  pregnant: false,
  mental_disorder: false,
  children_at_home: false,
  acute: false,
  ...told,
})
