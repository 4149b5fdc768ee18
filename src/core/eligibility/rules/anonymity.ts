import type { Situation } from '../situation.ts'
import {
  childrenAtHome,
  isAdult,
  isPregnant,
  isUnder18,
  notEnrolled,
  usesAlcohol,
  usesBoth,
  usesDrugs,
  wants,
} from '../certain.ts'
import type { Rule } from './rule.ts'

const wantsNoName = (s: Situation): boolean => wants(s, 'anonymous')

/** Only a plain "no" counts against somebody; a criterion that is skipped or unknown does not. */
const aCriterionIsNo = ({ s101a }: Situation): boolean =>
  Object.values(s101a ?? {}).some(criterion => criterion === false)

const alcohol: Rule = {
  id: 'R25',
  facts: ['alcohol-anonymous-possible'],
  holds: s => isAdult(s) && usesAlcohol(s) && wantsNoName(s),
  gives: ['offer-alcohol-anonymous', 'caution-alcohol-anonymity-not-described'],
}

const drugs: Rule = {
  id: 'R26',
  facts: ['s101a-right', 's101a-torvehuset-clarifies', 'choice-101a-providers'],
  holds: s => isAdult(s) && usesDrugs(s) && wantsNoName(s),
  gives: ['caution-101a-place-clarifies'],
  adds: [
    { when: notEnrolled, gives: ['caution-101a-start-open'] },
    { when: aCriterionIsNo, gives: ['caution-101a-criterion-not-met'] },
    {
      when: s => !aCriterionIsNo(s),
      gives: [
        'offer-drugs-anonymous-101a',
        'right-101a-anonymous',
        'right-101a-choose-provider',
        'caution-101a-elsewhere',
        'caution-101a-complaint-not-described',
      ],
    },
  ],
}

const bothOpen: Rule = {
  id: 'R27',
  facts: [],
  holds: s => isAdult(s) && usesBoth(s) && wantsNoName(s),
  gives: ['caution-both-anonymity-open'],
}

const youthOpen: Rule = {
  id: 'R28',
  facts: ['youth-anonymous-talks'],
  holds: s => isUnder18(s) && wantsNoName(s),
  gives: [],
  adds: [
    { when: usesAlcohol, gives: ['caution-youth-alcohol-anonymity-open'] },
    { when: usesDrugs, gives: ['caution-youth-101a-open'] },
  ],
}

const childrenOpen: Rule = {
  id: 'R29',
  facts: ['children-centre-contacted'],
  holds: s => wantsNoName(s) && (childrenAtHome(s) || isPregnant(s)),
  gives: ['caution-anonymity-and-children-open'],
}

/** Own use, from 15, resident or not sure: help without a name. */
export const anonymity: readonly Rule[] = [alcohol, drugs, bothOpen, youthOpen, childrenOpen]
