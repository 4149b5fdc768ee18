import type { Situation } from '../situation.ts'
import { isAdult, isUnder18, notEnrolled, usesAlcohol, usesDrugs, wants } from '../certain.ts'
import type { Rule } from './rule.ts'

const wantsAnotherPlace = (s: Situation): boolean => wants(s, 'other-provider', 'private-clinic')
const wantsMoreIntensive = (s: Situation): boolean => wants(s, 'intensive')

const anotherPlace: Rule = {
  id: 'R36',
  facts: ['other-provider-consent', 'choice-drugs-limited', 'choice-drugs-deadline-departed'],
  holds: s => isAdult(s) && wantsAnotherPlace(s),
  gives: ['right-consent-before-sharing', 'caution-data-external-register'],
  adds: [
    { when: usesAlcohol, gives: ['caution-alcohol-choice-outpatient-only'] },
    { when: s => usesAlcohol(s) && notEnrolled(s), gives: ['caution-alcohol-start-open'] },
    { when: usesDrugs, gives: ['caution-drugs-choice-limited', 'caution-start-may-be-later'] },
    { when: s => wants(s, 'private-clinic'), gives: ['caution-private-must-be-approved'] },
  ],
}

const youthAnotherPlace: Rule = {
  id: 'R37',
  facts: [],
  holds: s => isUnder18(s) && wantsAnotherPlace(s),
  gives: ['caution-youth-choice-open'],
}

/** Whether outpatient treatment was tried, and what is threatened, changes the words, never the ids. */
const intensive: Rule = {
  id: 'R38',
  facts: [
    'intensive-external',
    'intensive-outpatient-first',
    'intensive-documentation',
    'intensive-decided-by-committee',
    'payment-residential-assessed',
  ],
  holds: s => isAdult(s) && wantsMoreIntensive(s),
  gives: [
    'offer-intensive-after-assessment',
    'caution-intensive-outpatient-first',
    'caution-intensive-committee',
    'caution-intensive-self-payment',
    'caution-data-external-register',
  ],
  adds: [
    { when: usesAlcohol, gives: ['caution-alcohol-choice-outpatient-only'] },
    { when: notEnrolled, gives: ['caution-intensive-start-open'] },
  ],
}

const youthIntensive: Rule = {
  id: 'R39',
  facts: [],
  holds: s => isUnder18(s) && wantsMoreIntensive(s),
  gives: ['caution-youth-intensive-open'],
}

/** Own use, from 15, resident or not sure: another provider, day and residential treatment. */
export const otherPlace: readonly Rule[] = [anotherPlace, youthAnotherPlace, intensive, youthIntensive]
