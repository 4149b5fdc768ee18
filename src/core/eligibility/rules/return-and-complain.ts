import { COMPLAINT_WEEKS, RETURN_MONTHS } from '../limits.ts'
import type { Situation } from '../situation.ts'
import { isUnder18, usesAlcohol, usesDrugs, wants } from '../told.ts'
import type { Rule } from './rule.ts'

const complainsAboutDrugs = (s: Situation): boolean => usesDrugs(s) && wants(s, 'complain')

const comingBack: Rule = {
  id: 'R46',
  facts: ['follow-up-return-12-months'],
  holds: s =>
    s.stage === 'ended' && typeof s.months_since_end === 'number' && s.months_since_end <= RETURN_MONTHS,
  gives: ['deadline-return-12-months', 'caution-return-no-fast-track'],
}

const alcoholComplaint: Rule = {
  id: 'R50',
  facts: ['complaint-alcohol-management', 'complaint-alcohol-no-external'],
  holds: usesAlcohol,
  gives: ['right-complain-torvehuset-management', 'caution-complaint-alcohol-no-external'],
}

const drugsComplaint: Rule = {
  id: 'R51',
  facts: ['complaint-drugs-ankestyrelsen', 'complaint-drugs-4-weeks'],
  holds: usesDrugs,
  gives: ['right-complain-ankestyrelsen', 'deadline-complaint-4-weeks'],
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
  facts: ['complaint-drugs-4-weeks'],
  holds: s => complainsAboutDrugs(s) && (s.complaint?.weeks_since_decision ?? 0) > COMPLAINT_WEEKS,
  gives: ['caution-complaint-deadline-passed'],
}

const notDescribed: Rule = {
  id: 'R54',
  facts: [],
  holds: complainsAboutDrugs,
  gives: [],
  adds: [
    { when: s => s.complaint?.about === '101a-refusal', gives: ['caution-101a-complaint-not-described'] },
    { when: isUnder18, gives: ['caution-youth-complaint-open'] },
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
