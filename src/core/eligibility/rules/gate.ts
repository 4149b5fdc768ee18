import { ageUnknown, isTooYoung, livesElsewhere, residenceUnknown } from '../certain.ts'
import { always, type Rule } from './rule.ts'

const ageNotTold: Rule = {
  id: 'R06',
  facts: ['youth-then-parents-and-adviser'],
  holds: ageUnknown,
  gives: ['caution-age-needed'],
  stops: true,
}

const under15: Rule = {
  id: 'R07',
  facts: ['target-age'],
  holds: isTooYoung,
  gives: ['caution-under-15-open'],
  adds: [
    { when: livesElsewhere, gives: ['signpost-own-municipality'] },
    { when: s => !livesElsewhere(s), gives: ['signpost-children-and-family'] },
  ],
  stops: true,
}

const houseAssesses: Rule = {
  id: 'R08',
  facts: ['intake-if-in-target-group'],
  // Those without an age or under 15 have been stopped above.
  holds: always,
  gives: ['caution-place-assesses'],
}

const notResident: Rule = {
  id: 'R09',
  facts: ['target-resident'],
  holds: livesElsewhere,
  gives: ['caution-non-resident-open', 'signpost-own-municipality'],
  stops: true,
}

const residenceNotSure: Rule = {
  id: 'R10',
  facts: ['target-resident'],
  holds: residenceUnknown,
  gives: ['caution-residence-to-be-confirmed', 'signpost-own-municipality'],
}

/** Own use: asked in this order. What comes after R06, R07 and R09 is written for residents from 15. */
export const gate: readonly Rule[] = [ageNotTold, under15, houseAssesses, notResident, residenceNotSure]
