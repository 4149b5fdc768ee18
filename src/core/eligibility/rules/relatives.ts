import { ADULT_AGE, LOWEST_AGE } from '../limits.ts'
import type { Situation } from '../situation.ts'
import { isUnder18 } from '../certain.ts'
import { dutyToNotify } from './must-be-known.ts'
import { always, type Rule } from './rule.ts'

const whoIsCovered = ['relatives-who-alcohol', 'relatives-who-drugs', 'relatives-programme']

const isCovered = (s: Situation): boolean => s.resident === true || s.relative_of?.enrolled_here === true

/** The age of the child a parent asks about; undefined for anybody else and for an age not given. */
const childsAge = ({ relative_of: other }: Situation): number | undefined =>
  other?.relation === 'parent' && typeof other.age === 'number' ? other.age : undefined

/** Somebody who asks about a child of theirs known to be below this age. */
function hasChildBelow(s: Situation, years: number): boolean {
  const age = childsAge(s)
  return age !== undefined && age < years
}

const covered: Rule = {
  id: 'R40',
  facts: whoIsCovered,
  holds: isCovered,
  gives: ['offer-relatives-programme', 'caution-relative-details-open'],
}

const notKnownToBeCovered: Rule = {
  id: 'R41',
  facts: whoIsCovered,
  holds: s => !isCovered(s),
  gives: ['signpost-own-municipality', 'caution-relative-outside-open'],
  adds: [
    {
      when: s => s.relative_of?.lives_in_municipality === true,
      gives: ['caution-relative-reading-ambiguous'],
    },
  ],
}

/** Asked only of a relative who lives elsewhere: of one who lives here it changes nothing. */
const isInTreatmentHere = (s: Situation): boolean =>
  s.resident !== true && s.relative_of?.enrolled_here === true

const whoAsks: Rule = {
  id: 'R42',
  facts: ['visitation-what-happens', 'guarantee-start'],
  holds: always,
  gives: ['caution-place-assesses'],
  adds: [
    { when: s => hasChildBelow(s, ADULT_AGE), gives: ['caution-parent-request-open'] },
    {
      when: s => !hasChildBelow(s, ADULT_AGE) && !isInTreatmentHere(s),
      gives: ['caution-person-must-ask-themselves'],
    },
  ],
}

const parentOfYouth: Rule = {
  id: 'R43',
  facts: ['youth-parents-support', 'youth-anonymous-talks'],
  holds: s =>
    hasChildBelow(s, ADULT_AGE) &&
    !hasChildBelow(s, LOWEST_AGE) &&
    s.relative_of?.lives_in_municipality !== false,
  gives: ['offer-parent-support', 'caution-youth-has-anonymous-talks', 'caution-youth-authority-involved'],
}

const parentOfChild: Rule = {
  id: 'R44',
  facts: ['target-age'],
  holds: s => hasChildBelow(s, LOWEST_AGE),
  gives: ['caution-under-15-open', 'signpost-children-and-family', 'caution-notification-duty'],
}

const youngRelative: Rule = {
  id: 'R45',
  facts: ['relatives-programme'],
  holds: isUnder18,
  gives: ['caution-relative-under-18-open', 'caution-notification-duty'],
}

/** Somebody else's use. No right and no deadline of the person in treatment is among them. */
export const relatives: readonly Rule[] = [
  covered,
  notKnownToBeCovered,
  whoAsks,
  parentOfYouth,
  parentOfChild,
  youngRelative,
  dutyToNotify,
]
