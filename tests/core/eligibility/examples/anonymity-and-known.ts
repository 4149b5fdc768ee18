import {
  adult,
  onBoth,
  onDrugs,
  relative,
  unsure,
  youth,
  youthOnBoth,
  youthOnDrugs,
  type Example,
} from './example.ts'
import type { Situation } from '../../../../src/core/eligibility/index.ts'

const unnamed = { wishes: ['anonymous'] } as const
const criteria = [
  'treatment_requiring',
  'no_other_social_problems',
  'close_to_education_or_work',
  'no_other_social_support',
  'seen_little_before',
] as const
const yesToAll = Object.fromEntries(criteria.map(criterion => [criterion, true]))
const withNo: readonly Situation[] = criteria.map(criterion => ({
  ...onDrugs,
  ...unnamed,
  s101a: { ...yesToAll, [criterion]: false },
}))
const withUnknown: readonly Situation[] = [
  { ...onDrugs, ...unnamed },
  { ...onDrugs, ...unnamed, s101a: null },
  { ...onDrugs, ...unnamed, s101a: yesToAll },
  ...criteria.map(criterion => ({ ...onDrugs, ...unnamed, s101a: { ...yesToAll, [criterion]: null } })),
]
const before = [
  adult,
  youth,
  onDrugs,
  unsure,
  { ...adult, stage: 'ended' },
  { ...adult, stage: null },
] as const
const enrolled: readonly Situation[] = [
  { ...adult, stage: 'enrolled' },
  { ...youth, stage: 'enrolled' },
]

export const anonymityAndKnown: readonly Example[] = [
  {
    rule: 'R25',
    says: 'An adult who drinks may get help without a name, and hears that the how is not described',
    ids: ['offer-alcohol-anonymous', 'caution-alcohol-anonymity-not-described'],
    told: [
      { ...adult, ...unnamed },
      { ...onBoth, ...unnamed },
      { ...adult, age: 18, ...unnamed },
    ],
    notTold: [
      adult,
      { ...onDrugs, ...unnamed },
      { ...unsure, ...unnamed },
      { ...adult, age: 17, ...unnamed },
    ],
  },
  {
    rule: 'R26',
    says: 'With drugs it is Torvehuset that clarifies whether one can be anonymous',
    ids: ['caution-101a-place-clarifies'],
    told: [...withUnknown, ...withNo, { ...onBoth, ...unnamed }],
    notTold: [
      onDrugs,
      { ...adult, ...unnamed },
      { ...unsure, ...unnamed },
      { ...onDrugs, age: 17, ...unnamed },
    ],
  },
  {
    rule: 'R26',
    says: 'A criterion that is skipped does not count against anybody',
    ids: [
      'offer-drugs-anonymous-101a',
      'right-101a-anonymous',
      'right-101a-choose-provider',
      'caution-101a-elsewhere',
      'caution-101a-complaint-not-described',
    ],
    told: withUnknown,
    notTold: [...withNo, onDrugs, { ...youthOnDrugs, ...unnamed }, { ...adult, ...unnamed }],
  },
  {
    rule: 'R26',
    says: 'Whether the 14 days hold for anonymous drug treatment is open',
    ids: ['caution-101a-start-open'],
    told: [...withUnknown, ...withNo],
    notTold: [onDrugs, { ...adult, ...unnamed }, { ...onDrugs, ...unnamed, stage: 'enrolled' }],
  },
  {
    rule: 'R26',
    says: 'Each of the five criteria is named when the answer is no',
    ids: ['caution-101a-criterion-not-met'],
    told: withNo,
    notTold: [...withUnknown, ...withNo.map(s => ({ ...s, wishes: [] }))],
  },
  {
    rule: 'R27',
    says: 'Both substances without a name: two sets of rules that are not brought together',
    ids: ['caution-both-anonymity-open'],
    told: [{ ...onBoth, ...unnamed }],
    notTold: [onBoth, { ...adult, ...unnamed }, { ...onDrugs, ...unnamed }, { ...youthOnBoth, ...unnamed }],
  },
  {
    rule: 'R28',
    says: 'Before 18, alcohol: more than the anonymous talks is open',
    ids: ['caution-youth-alcohol-anonymity-open'],
    told: [
      { ...youth, ...unnamed },
      { ...youthOnBoth, ...unnamed },
    ],
    notTold: [youth, { ...youthOnDrugs, ...unnamed }, { ...adult, ...unnamed }],
  },
  {
    rule: 'R28',
    says: 'Before 18, drugs: whether section 101 a holds is open',
    ids: ['caution-youth-101a-open'],
    told: [
      { ...youthOnDrugs, ...unnamed },
      { ...youthOnBoth, ...unnamed },
    ],
    notTold: [youthOnDrugs, { ...youth, ...unnamed }, { ...onDrugs, ...unnamed }],
  },
  {
    rule: 'R29',
    says: 'How "without a name" goes with children or pregnancy is open',
    ids: ['caution-anonymity-and-children-open'],
    told: [
      { ...adult, ...unnamed, children_at_home: true },
      { ...adult, ...unnamed, pregnant: true },
      { ...youthOnDrugs, ...unnamed, pregnant: true, children_at_home: false },
    ],
    notTold: [
      { ...adult, ...unnamed },
      { ...adult, ...unnamed, pregnant: false, children_at_home: null },
      { ...adult, children_at_home: true, pregnant: true },
    ],
  },
  {
    rule: 'R30',
    says: 'Name and CPR number are registered when one asks for treatment',
    ids: ['caution-registration-name-cpr'],
    told: before,
    notTold: [...enrolled, relative],
  },
  {
    rule: 'R31',
    says: 'Center for Social Indsats is contacted when one asks for treatment',
    ids: ['caution-centre-social-contacted'],
    told: before,
    notTold: [...enrolled, relative],
  },
  {
    rule: 'R32',
    says: 'Whether a message from an app starts the clock is open',
    ids: ['caution-request-clock-open'],
    told: before,
    notTold: [...enrolled, relative],
  },
  {
    rule: 'R33',
    says: 'Everybody who asks for themselves hears who can see the case',
    ids: ['caution-who-can-see'],
    told: [...before, ...enrolled],
    notTold: [relative],
  },
  {
    rule: 'R34',
    says: 'With children at home the duty to notify is told, to relatives too',
    ids: ['caution-notification-duty'],
    told: [adult, youth, relative].map(s => ({ ...s, children_at_home: true })),
    notTold: [
      adult,
      relative,
      { ...adult, children_at_home: null },
      { ...relative, children_at_home: false },
    ],
  },
  {
    rule: 'R35',
    says: 'In pregnancy there is support, and cooperation is always started',
    ids: ['offer-pregnancy-cooperation', 'caution-pregnancy-always-cooperation'],
    told: [
      { ...adult, pregnant: true },
      { ...youth, pregnant: true },
    ],
    notTold: [
      adult,
      { ...adult, pregnant: false },
      { ...adult, pregnant: null },
      { ...relative, pregnant: true },
    ],
  },
]
