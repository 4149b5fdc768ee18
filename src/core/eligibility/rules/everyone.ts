import { standardStatus } from '../../facts/status.ts'
import { municipality } from '#municipality'
import { substanceUnknown, usesAlcohol, usesBoth, usesDrugs } from '../certain.ts'
import { always, type Rule } from './rule.ts'

const { alcohol, drugs } = municipality.standards

const neverADeadEnd: Rule = {
  id: 'R01',
  facts: ['provider-torvehuset', 'place-torvehuset-address'],
  holds: always,
  gives: ['offer-contact-place', 'caution-emergency-not-here'],
}

const acuteDanger: Rule = {
  id: 'R02',
  facts: [],
  holds: s => s.acute === true,
  gives: ['signpost-emergency'],
}

const standardHasRunOut: Rule = {
  id: 'R03',
  facts: ['valid-alcohol', 'valid-drugs'],
  holds: always,
  gives: [],
  adds: [
    {
      when: (s, today) => (usesAlcohol(s) || substanceUnknown(s)) && today > alcohol.validTo,
      gives: ['caution-alcohol-standard-lapsed'],
    },
    {
      when: (s, today) =>
        (usesDrugs(s) || substanceUnknown(s)) && ['unsure', 'lapsed'].includes(standardStatus(drugs, today)),
      gives: ['caution-drugs-standard-lapsed'],
    },
  ],
}

const substanceDecides: Rule = {
  id: 'R04',
  facts: ['alcohol-standard-identity', 'drugs-standard-identity'],
  holds: substanceUnknown,
  gives: ['caution-substance-decides-rules'],
}

const twoStandards: Rule = {
  id: 'R05',
  facts: ['both-substances-together'],
  holds: usesBoth,
  gives: ['caution-two-standards'],
}

/** Asked of all, wherever they live. */
export const everyone: readonly Rule[] = [
  neverADeadEnd,
  acuteDanger,
  standardHasRunOut,
  substanceDecides,
  twoStandards,
]
