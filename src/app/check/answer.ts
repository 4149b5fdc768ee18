import { bandOfAge, type Assessment, type Situation, type Wish } from '../../core/eligibility/index.ts'
import type { Resources } from '../copy/resources.ts'

/** Which sentence answers first, in the person's own words. It informs; it never grants and never refuses. */
export type AnswerKey = keyof Resources['check']['answer']

const wants = ({ wishes }: Situation, ...any: readonly Wish[]): boolean =>
  any.some(wish => wishes?.includes(wish) === true)

export function answerTo(situation: Situation, result: Assessment): AnswerKey {
  if (situation.subject === 'relative') return answerToRelative(result)
  if (situation.subject !== 'self') return 'common'
  if (typeof situation.age !== 'number') return 'noAge'
  const band = bandOfAge(situation.age)
  if (band === 'under-15') return 'under15'
  if (situation.resident === false) return 'elsewhere'
  if (wants(situation, 'complain') && !wants(situation, 'treatment')) return 'complain'
  if (situation.stage === 'enrolled') return 'enrolled'
  if (band === 'adult') return answerToAdult(situation, result)
  const nameless = wants(situation, 'anonymous', 'parents-not-told')
  return wants(situation, 'treatment') && !nameless ? 'youthTreatment' : 'youthTalk'
}

function answerToRelative({ cautions, offers }: Assessment): AnswerKey {
  if (cautions.includes('caution-relative-under-18-open')) return 'relativeYoung'
  return offers.includes('offer-relatives-programme') ? 'relative' : 'relativeOutside'
}

function answerToAdult(situation: Situation, { offers, cautions }: Assessment): AnswerKey {
  if (wants(situation, 'anonymous')) {
    if (situation.substance === 'both') return 'namelessBoth'
    if (offers.includes('offer-alcohol-anonymous')) return 'namelessAlcohol'
    if (cautions.includes('caution-101a-criterion-not-met')) return 'namelessDoubt'
    return offers.includes('offer-drugs-anonymous-101a') ? 'namelessDrugs' : 'namelessUnsure'
  }
  if (wants(situation, 'intensive')) return 'intensive'
  if (wants(situation, 'other-provider', 'private-clinic')) return 'otherPlace'
  if (wants(situation, 'treatment')) return 'treatment'
  if (wants(situation, 'medicine')) return 'medicine'
  return wants(situation, 'advice-only') ? 'advice' : 'treatment'
}
