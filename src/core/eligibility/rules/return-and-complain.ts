import { COMPLAINT_WEEKS, RETURN_MONTHS } from '../limits.ts'
import type { Situation } from '../situation.ts'
import { isUnder18, usesAlcohol, usesDrugs, wants } from '../certain.ts'
import type { Rule } from './rule.ts'

const complainsAboutDrugs = (s: Situation): boolean => usesDrugs(s) && wants(s, 'complain')

/** Not a number when it is not given: then it is neither within a limit nor past it. */
const weeksSinceDecision = ({ complaint }: Situation): number => complaint?.weeks_since_decision ?? NaN
const monthsSinceEnd = ({ months_since_end }: Situation): number => months_since_end ?? NaN

const comingBack: Rule = {
  id: 'R46',
  facts: ['follow-up-return'],
  holds: s => s.stage === 'ended' && monthsSinceEnd(s) <= RETURN_MONTHS,
  gives: ['deadline-return', 'caution-return-no-fast-track'],
}

const alcoholComplaint: Rule = {
  id: 'R50',
  facts: ['complaint-alcohol-management', 'complaint-alcohol-no-external'],
  holds: usesAlcohol,
  gives: ['right-complain-management', 'caution-complaint-alcohol-no-external'],
}

const drugsComplaint: Rule = {
  id: 'R51',
  facts: ['complaint-drugs-ankestyrelsen', 'complaint-drugs-deadline'],
  holds: usesDrugs,
  gives: ['right-complain-appeals', 'deadline-complaint'],
  adds: [{ when: isUnder18, gives: ['caution-youth-complaint-open'] }],
}

const whatMayBeComplainedOf: Rule = {
  id: 'R52',
  facts: ['complaint-drugs-about-refusal', 'complaint-drugs-about-late-start'],
  holds: complainsAboutDrugs,
  gives: ['caution-complaint-drugs-scope'],
}

/** Never "too late": the municipality decides that. */
const deadlinePassed: Rule = {
  id: 'R53',
  facts: ['complaint-drugs-deadline'],
  holds: s => complainsAboutDrugs(s) && weeksSinceDecision(s) > COMPLAINT_WEEKS,
  gives: ['caution-complaint-deadline-passed'],
}

const notDescribed: Rule = {
  id: 'R54',
  facts: [],
  holds: complainsAboutDrugs,
  gives: [],
  adds: [
    { when: s => s.complaint?.about === '101a-refusal', gives: ['caution-101a-complaint-not-described'] },
  ],
}

/** Own use, from 15, resident or not sure: coming back, and complaining. */
export const returnAndComplain: readonly Rule[] = [
  comingBack,
  alcoholComplaint,
  drugsComplaint,
  whatMayBeComplainedOf,
  deadlinePassed,
  notDescribed,
]
