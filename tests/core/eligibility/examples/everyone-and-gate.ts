import { adult, onBoth, onDrugs, outside, relative, unsure, youth, type Example } from './example.ts'

const noSubstance = { ...adult, substance: null }
const anybody = [{}, adult, youth, relative, outside, { ...adult, age: 14 }, { ...adult, resident: false }]

export const everyoneAndGate: readonly Example[] = [
  {
    rule: 'R01',
    says: 'Everybody can get in touch, and everybody hears that this is not for emergencies',
    ids: ['offer-contact-place', 'caution-emergency-not-here'],
    told: anybody,
  },
  {
    rule: 'R02',
    says: 'Somebody in danger is shown help first',
    ids: ['signpost-emergency'],
    told: [...anybody.map(s => ({ ...s, acute: true }))],
    notTold: [...anybody, ...anybody.map(s => ({ ...s, acute: false })), { ...adult, acute: null }],
  },
  {
    rule: 'R03',
    says: 'From 2026 the alcohol standard has run out',
    ids: ['caution-alcohol-standard-lapsed'],
    on: '2026-01-01',
    told: [adult, onBoth, unsure, noSubstance, relative, {}],
    notTold: [onDrugs, { ...relative, substance: 'drugs' }],
  },
  {
    rule: 'R03',
    says: 'On the last day of 2025 the alcohol standard still held',
    ids: ['caution-alcohol-standard-lapsed'],
    on: '2025-12-31',
    told: [],
    notTold: [adult, onBoth, unsure, onDrugs],
  },
  {
    rule: 'R03',
    says: 'From 2028 one has to ask whether the drugs standard still holds, since "until 2028" can be read in two ways',
    ids: ['caution-drugs-standard-lapsed'],
    on: '2028-01-01',
    told: [onDrugs, onBoth, unsure, noSubstance, { ...relative, substance: 'drugs' }],
    notTold: [adult, relative],
  },
  {
    rule: 'R03',
    says: 'From 2029 the drugs standard has run out however it is read',
    ids: ['caution-drugs-standard-lapsed'],
    on: '2029-01-01',
    told: [onDrugs, onBoth, unsure, noSubstance],
    notTold: [adult, relative],
  },
  {
    rule: 'R03',
    says: 'On the last day of 2027 the drugs standard still holds',
    ids: ['caution-drugs-standard-lapsed'],
    on: '2027-12-31',
    told: [],
    notTold: [onDrugs, onBoth, unsure, adult],
  },
  {
    rule: 'R04',
    says: 'Somebody unsure of the substance hears that it decides the rules',
    ids: ['caution-substance-decides-rules'],
    told: [unsure, noSubstance, { ...relative, substance: 'unsure' }],
    notTold: [adult, onDrugs, onBoth, relative],
  },
  {
    rule: 'R05',
    says: 'Both substances means two standards',
    ids: ['caution-two-standards'],
    told: [onBoth, { ...relative, substance: 'both' }],
    notTold: [adult, onDrugs, unsure, noSubstance],
  },
  {
    rule: 'R06',
    says: 'Without an age only the common information can be given',
    ids: ['caution-age-needed'],
    facts: ['target-age', 'youth-then-parents-and-adviser'],
    told: [{ ...adult, age: null }, { subject: 'self' }, { ...adult, age: null, resident: false }],
    notTold: [adult, youth, { ...adult, age: 0 }, { ...relative, age: null }, {}],
  },
  {
    rule: 'R07',
    says: 'Somebody under 15 hears that the offers start at 15',
    ids: ['caution-under-15-open'],
    told: [
      { ...adult, age: 14 },
      { ...adult, age: 0 },
      { ...adult, age: 14, resident: false },
    ],
    notTold: [{ ...adult, age: 15 }, { ...adult, age: null }, relative],
  },
  {
    rule: 'R07',
    says: 'Somebody under 15 is shown the department for children, unless they live elsewhere',
    ids: ['signpost-children-and-family'],
    told: [
      { ...adult, age: 14 },
      { ...adult, age: 14, resident: null },
    ],
    notTold: [
      { ...adult, age: 14, resident: false },
      { ...adult, age: 15 },
    ],
  },
  {
    rule: 'R07',
    says: 'Somebody under 15 who lives elsewhere is shown their own municipality',
    ids: ['signpost-own-municipality'],
    told: [{ ...adult, age: 14, resident: false }],
    notTold: [
      { ...adult, age: 14 },
      { ...adult, age: 14, resident: null },
    ],
  },
  {
    rule: 'R08',
    says: 'From 15, wherever one lives, it is Torvehuset that assesses',
    ids: ['caution-place-assesses'],
    told: [adult, { ...adult, age: 15 }, { ...adult, resident: false }],
    notTold: [{ ...adult, age: 14 }, { ...adult, age: null }, {}],
  },
  {
    rule: 'R09',
    says: 'Somebody from elsewhere is shown their own municipality',
    ids: ['caution-non-resident-open', 'signpost-own-municipality'],
    told: [
      { ...adult, resident: false },
      { ...youth, resident: false },
    ],
    notTold: [adult, { ...adult, age: null, resident: false }],
  },
  {
    rule: 'R09',
    says: 'Not sure of residence is not the same as living elsewhere',
    ids: ['caution-non-resident-open'],
    told: [],
    notTold: [{ ...adult, resident: null }, { ...adult, age: 14, resident: false }, outside],
  },
  {
    rule: 'R10',
    says: 'Somebody not sure of residence goes on, and hears that it must be settled',
    ids: ['caution-residence-to-be-confirmed', 'signpost-own-municipality'],
    told: [
      { ...adult, resident: null },
      { ...youth, resident: null },
    ],
    notTold: [adult, { ...adult, age: null, resident: null }, { ...adult, age: 14, resident: null }],
  },
  {
    rule: 'R18',
    says: 'What is written for residents from 15 is told to nobody else',
    ids: ['right-free-treatment', 'deadline-plan-update'],
    told: [adult, youth, { ...adult, resident: null }],
    notTold: [{ ...adult, age: null }, { ...adult, age: 14 }, { ...adult, resident: false }, relative, {}],
  },
]
