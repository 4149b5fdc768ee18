import type { assess as Assess, GivenId, Reason, Situation } from '../../../../src/core/eligibility/index.ts'
import type { Rule } from '../../../../src/core/eligibility/rules/rule.ts'

/** One thing a rule says: who is told it because of that rule, and who is not told it at all. */
export type Example = {
  readonly rule: Rule['id']
  readonly says: string
  readonly ids: readonly GivenId[]
  readonly told: readonly Situation[]
  readonly notTold?: readonly Situation[]
  readonly on?: string
  /** Exactly the facts behind each of the ids. */
  readonly facts?: readonly string[]
}

export const TODAY = '2026-11-22'

export const adult: Situation = {
  subject: 'self',
  age: 42,
  resident: true,
  substance: 'alcohol',
  use: 'problematic',
  stage: 'before',
}
export const youth: Situation = { ...adult, age: 16 }
export const onDrugs: Situation = { ...adult, substance: 'drugs' }
export const onBoth: Situation = { ...adult, substance: 'both' }
export const youthOnDrugs: Situation = { ...youth, substance: 'drugs' }
export const youthOnBoth: Situation = { ...youth, substance: 'both' }
export const unsure: Situation = { ...adult, substance: 'unsure' }
export const relative: Situation = { subject: 'relative', age: 50, resident: true, substance: 'alcohol' }
export const outside: Situation = { ...relative, resident: false }

const isRight = (reason: Reason, { rule, facts }: Example): boolean =>
  reason.rule === rule && (facts === undefined || facts.join() === reason.facts.join())

/** What is wrong with an answer to an example; nothing when it is right. Used by the tests and by the mutation run. */
export function faultsOf(example: Example, assess: typeof Assess): readonly string[] {
  const day = example.on ?? TODAY
  const missing = example.told.flatMap(situation => {
    const { because } = assess(situation, day)
    return example.ids
      .filter(id => because.get(id)?.some(reason => isRight(reason, example)) !== true)
      .map(id => `${id} is missing by ${example.rule} for ${JSON.stringify(situation)}`)
  })
  const extra = (example.notTold ?? []).flatMap(situation => {
    const { because } = assess(situation, day)
    return example.ids
      .filter(id => because.has(id))
      .map(id => `${id} is told to ${JSON.stringify(situation)}`)
  })
  return [...missing, ...extra]
}
