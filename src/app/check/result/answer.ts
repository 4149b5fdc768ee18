import {
  isUnder18,
  wants,
  bandOfAge,
  type Assessment,
  type Situation,
} from '../../../core/eligibility/index.ts'
import type { Resources } from '../../copy/resources.ts'

/** Which sentence answers first, in the person's own words. It informs; it never grants and never refuses. */
export type AnswerKey = keyof Resources['check']['answer']

/** Which sentence stands on top of the result: the answer to what was asked, as far as it is certain. */
export function answerTo(situation: Situation, result: Assessment): AnswerKey {
  if (situation.subject === 'relative') return answerToRelative(situation, result)
  if (situation.subject !== 'self') return 'common'
  if (typeof situation.age !== 'number') return 'noAge'
  const band = bandOfAge(situation.age)
  if (band === 'under-15') return 'under15'
  if (situation.resident === false) return 'elsewhere'
  if (wants(situation, 'complain') && !wants(situation, 'treatment'))
    return answerToComplaint(situation, result)
  if (situation.stage === 'enrolled')
    return band === 'adult' && wants(situation, 'intensive') ? 'enrolledIntensive' : 'enrolled'
  if (band === 'adult') return answerToAdult(situation, result)
  const nameless = wants(situation, 'anonymous', 'parents-not-told')
  return wants(situation, 'treatment') && !nameless ? 'youthTreatment' : 'youthTalk'
}

/**
 * Late stands before what the rules are silent on: the person has said so, and it is what they wonder about. "Yes" is
 * said only where the rules name such a complaint (R50-R54).
 */
function answerToComplaint(situation: Situation, { cautions, rights }: Assessment): AnswerKey {
  const alcohol = rights.includes('right-complain-management')
  const drugs = rights.includes('right-complain-appeals')
  if (cautions.includes('caution-complaint-deadline-passed'))
    return alcohol ? 'complainLateBoth' : 'complainLate'
  if (!drugs) return alcohol ? 'complainAlcohol' : 'complainOpen'
  const { about } = situation.complaint ?? {}
  if (about === 'late-start' && !alcohol && !isUnder18(situation)) return 'complainLateStart'
  if (isUnder18(situation) || about === 'course' || about === '101a-refusal') return 'complainOpen'
  return alcohol ? 'complain' : 'complainDrugs'
}

function answerToRelative({ relative_of }: Situation, { cautions, offers }: Assessment): AnswerKey {
  if (cautions.includes('caution-relative-under-18-open')) return 'relativeYoung'
  if (!offers.includes('offer-relatives-programme')) return 'relativeOutside'
  if (relative_of?.relation === 'parent') return 'parent'
  return relative_of?.enrolled_here === true ? 'relativeEnrolled' : 'relative'
}

function answerToAdult(situation: Situation, { offers, cautions }: Assessment): AnswerKey {
  if (wants(situation, 'anonymous')) {
    if (situation.substance === 'both') return 'namelessBoth'
    if (offers.includes('offer-alcohol-anonymous')) return 'namelessAlcohol'
    if (cautions.includes('caution-101a-criterion-not-met')) return 'namelessDoubt'
    return offers.includes('offer-drugs-anonymous-101a') ? 'namelessDrugs' : 'namelessUnsure'
  }
  if (wants(situation, 'intensive')) return 'intensive'
  if (wants(situation, 'other-provider', 'private-clinic'))
    return situation.substance === 'alcohol' ? 'otherPlaceAlcohol' : 'otherPlace'
  const treatment = situation.stage === 'ended' ? 'again' : 'treatment'
  if (wants(situation, 'treatment')) return treatment
  if (wants(situation, 'medicine')) return 'medicine'
  return wants(situation, 'advice-only') ? 'advice' : treatment
}
