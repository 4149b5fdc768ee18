import {
  adult,
  onBoth,
  onDrugs,
  outside,
  relative,
  unsure,
  youth,
  youthOnBoth,
  youthOnDrugs,
  type Example,
} from './example.ts'
import type { Situation } from '../../../../src/core/eligibility/index.ts'

const elsewhere = { wishes: ['other-provider'] } as const
/** Two rules say the same to somebody who wants both; neither reason may be lost. */
const bothPlaces = { wishes: ['other-provider', 'intensive'] } as const
const privately = { wishes: ['private-clinic'] } as const
const intensive = { wishes: ['intensive'] } as const
const complain = { wishes: ['complain'] } as const

const parentOf = (age: number | null, more: Situation['relative_of'] = {}): Situation => ({
  ...relative,
  relative_of: { relation: 'parent', age, ...more },
})
const partnerOf16: Situation = { ...relative, relative_of: { relation: 'partner', age: 16 } }
const enrolledThere: Situation = { ...outside, relative_of: { enrolled_here: true } }
const livesHere: Situation = { ...outside, relative_of: { lives_in_municipality: true } }
const notSaid: Situation = { ...relative, resident: null }

const after = (weeks: number | null, about?: 'refusal' | '101a-refusal'): Situation => ({
  ...onDrugs,
  ...complain,
  complaint: { about, weeks_since_decision: weeks },
})
const ended = (months: number | null): Situation => ({ ...adult, stage: 'ended', months_since_end: months })

export const places: readonly Example[] = [
  {
    rule: 'R36',
    says: 'An adult who wants another place hears of consent and of the national register',
    ids: ['right-consent-before-sharing', 'caution-data-external-register'],
    told: [
      { ...adult, ...elsewhere },
      { ...onDrugs, ...privately },
      { ...unsure, ...elsewhere },
    ],
    notTold: [
      adult,
      { ...adult, wishes: ['treatment'] },
      { ...youth, ...elsewhere },
      { ...adult, age: 17, ...privately },
    ],
  },
  {
    rule: 'R36',
    says: 'With alcohol the choice is of outpatient treatment only',
    ids: ['caution-alcohol-choice-outpatient-only'],
    told: [
      { ...adult, ...bothPlaces },
      { ...adult, ...elsewhere },
      { ...onBoth, ...privately },
    ],
    notTold: [adult, { ...onDrugs, ...elsewhere }, { ...unsure, ...elsewhere }, { ...youth, ...elsewhere }],
  },
  {
    rule: 'R36',
    says: 'With alcohol it is open whether the 14 days hold at another place',
    ids: ['caution-alcohol-start-open'],
    told: [
      { ...adult, ...elsewhere },
      { ...onBoth, ...privately },
    ],
    notTold: [adult, { ...onDrugs, ...elsewhere }, { ...adult, ...elsewhere, stage: 'enrolled' }],
  },
  {
    rule: 'R36',
    says: 'With drugs the choice can be limited, and the 14 days departed from',
    ids: ['caution-drugs-choice-limited', 'caution-start-may-be-later'],
    told: [
      { ...onDrugs, ...elsewhere },
      { ...onBoth, ...privately },
    ],
    notTold: [
      onDrugs,
      { ...adult, ...elsewhere },
      { ...youthOnDrugs, ...elsewhere },
      { ...onDrugs, ...intensive },
    ],
  },
  {
    rule: 'R36',
    says: 'A private place must be approved',
    ids: ['caution-private-must-be-approved'],
    told: [
      { ...adult, ...privately },
      { ...onDrugs, ...privately },
      { ...unsure, ...privately },
    ],
    notTold: [{ ...adult, ...elsewhere }, adult, { ...youth, ...privately }],
  },
  {
    rule: 'R37',
    says: 'Before 18 the choice of place is open',
    ids: ['caution-youth-choice-open'],
    told: [
      { ...youth, ...elsewhere },
      { ...youthOnDrugs, ...privately },
    ],
    notTold: [youth, { ...adult, ...elsewhere }, { ...youth, ...intensive }],
  },
  {
    rule: 'R38',
    says: 'Day and residential treatment comes after an assessment, with its conditions',
    ids: [
      'offer-intensive-after-assessment',
      'caution-intensive-outpatient-first',
      'caution-intensive-committee',
      'caution-intensive-self-payment',
      'caution-data-external-register',
    ],
    told: [
      { ...adult, ...intensive },
      { ...onDrugs, ...intensive, outpatient_tried: true },
      { ...unsure, ...intensive, outpatient_tried: false, work_network_economy_threatened: false },
    ],
    notTold: [adult, { ...youth, ...intensive }, { ...adult, age: 17, ...intensive }],
  },
  {
    rule: 'R38',
    says: 'How the 14 days hold there is open, until treatment has started',
    ids: ['caution-intensive-start-open'],
    told: [
      { ...adult, ...intensive },
      { ...onDrugs, ...intensive },
    ],
    notTold: [adult, { ...adult, ...intensive, stage: 'enrolled' }, { ...youth, ...intensive }],
  },
  {
    rule: 'R38',
    says: 'With alcohol one cannot choose a residential place oneself',
    ids: ['caution-alcohol-choice-outpatient-only'],
    told: [
      { ...adult, ...bothPlaces },
      { ...adult, ...intensive },
      { ...onBoth, ...intensive },
    ],
    notTold: [
      { ...onDrugs, ...intensive },
      { ...unsure, ...intensive },
    ],
  },
  {
    rule: 'R39',
    says: 'Before 18 day and residential treatment is open',
    ids: ['caution-youth-intensive-open'],
    told: [{ ...youth, ...intensive }],
    notTold: [youth, { ...adult, ...intensive }, { ...youth, ...elsewhere }],
  },
]

export const relatives: readonly Example[] = [
  {
    rule: 'R40',
    says: 'A relative who lives here, or whose close one is enrolled, is offered the programme',
    ids: ['offer-relatives-programme', 'caution-relative-details-open'],
    told: [relative, enrolledThere, { ...relative, relative_of: { enrolled_here: true } }],
    notTold: [outside, livesHere, notSaid, adult, { ...outside, relative_of: { enrolled_here: false } }],
  },
  {
    rule: 'R41',
    says: 'A relative not known to be covered is shown their own municipality',
    ids: ['signpost-own-municipality', 'caution-relative-outside-open'],
    told: [outside, livesHere, notSaid, { subject: 'relative' }],
    notTold: [relative, enrolledThere],
  },
  {
    rule: 'R41',
    says: 'That the other lives here can be read both ways',
    ids: ['caution-relative-reading-ambiguous'],
    told: [livesHere, { ...notSaid, relative_of: { lives_in_municipality: true } }],
    notTold: [
      outside,
      { ...outside, relative_of: { lives_in_municipality: false } },
      { ...outside, relative_of: { lives_in_municipality: true, enrolled_here: true } },
      { ...relative, relative_of: { lives_in_municipality: true } },
    ],
  },
  {
    rule: 'R42',
    says: 'It is Torvehuset that assesses, for relatives too',
    ids: ['caution-place-assesses'],
    told: [relative, outside, parentOf(14)],
  },
  {
    rule: 'R42',
    says: 'The other must ask for treatment themselves',
    ids: ['caution-person-must-ask-themselves'],
    told: [relative, partnerOf16, parentOf(18), parentOf(null), { subject: 'relative' }],
    notTold: [
      parentOf(17),
      parentOf(14),
      parentOf(0),
      adult,
      { ...outside, relative_of: { enrolled_here: true } },
    ],
  },
  {
    rule: 'R42',
    says: 'Whether a parent can ask for somebody under 18 is open',
    ids: ['caution-parent-request-open'],
    told: [parentOf(17), parentOf(15), parentOf(14), parentOf(0)],
    notTold: [parentOf(18), parentOf(null), partnerOf16, relative],
  },
  {
    rule: 'R43',
    says: 'Parents of a child of 15-17 are offered support',
    ids: ['offer-parent-support', 'caution-youth-has-anonymous-talks', 'caution-youth-authority-involved'],
    told: [parentOf(15), parentOf(17), parentOf(16, { lives_in_municipality: true })],
    notTold: [
      parentOf(14),
      parentOf(18),
      parentOf(null),
      partnerOf16,
      parentOf(16, { lives_in_municipality: false }),
    ],
  },
  {
    rule: 'R44',
    says: 'Parents of a child under 15 are shown the department for children',
    ids: ['caution-under-15-open', 'signpost-children-and-family'],
    told: [parentOf(14), parentOf(0)],
    notTold: [parentOf(15), parentOf(null), { ...relative, relative_of: { relation: 'sibling', age: 14 } }],
  },
  {
    rule: 'R45',
    says: 'For a relative under 18 the text gives no age',
    ids: ['caution-relative-under-18-open'],
    told: [
      { ...relative, age: 17 },
      { ...outside, age: 9 },
    ],
    notTold: [relative, { ...relative, age: 18 }, { ...relative, age: null }, youth],
  },
  {
    rule: 'R44',
    says: 'Parents of a child under 15 hear that staff have a duty to notify',
    ids: ['caution-notification-duty'],
    told: [parentOf(14), parentOf(0)],
    notTold: [parentOf(15), relative],
  },
  {
    rule: 'R45',
    says: 'A relative under 18 hears that staff have a duty to notify',
    ids: ['caution-notification-duty'],
    told: [{ ...relative, age: 17 }],
    notTold: [relative, { ...relative, age: 18 }],
  },
]

export const returnsAndComplaints: readonly Example[] = [
  {
    rule: 'R46',
    says: 'Within 12 months Torvehuset still follows up, with no promise of a place',
    ids: ['deadline-return', 'caution-return-no-fast-track'],
    told: [ended(0), ended(9), ended(12)],
    notTold: [
      ended(13),
      ended(12.5),
      ended(null),
      { ...ended(9), stage: 'before' },
      { ...ended(9), stage: null },
      adult,
    ],
  },
  {
    rule: 'R50',
    says: 'With alcohol one complains to the management, and there is nobody outside',
    ids: ['right-complain-management', 'caution-complaint-alcohol-no-external'],
    told: [adult, onBoth, youth],
    notTold: [onDrugs, unsure, youthOnDrugs],
  },
  {
    rule: 'R51',
    says: 'With drugs one complains to Ankestyrelsen within 4 weeks',
    ids: ['right-complain-appeals', 'deadline-complaint'],
    told: [onDrugs, onBoth, youthOnBoth],
    notTold: [adult, unsure, youth],
  },
  {
    rule: 'R52',
    says: 'With drugs the text names only some complaints',
    ids: ['caution-complaint-drugs-scope'],
    told: [after(2), { ...onBoth, ...complain }, { ...youthOnDrugs, ...complain }],
    notTold: [onDrugs, { ...adult, ...complain }, { ...unsure, ...complain }],
  },
  {
    rule: 'R53',
    says: 'After 4 weeks one asks the municipality',
    ids: ['caution-complaint-deadline-passed'],
    told: [after(5), after(4.5), after(52)],
    notTold: [
      after(4),
      after(0),
      after(null),
      { ...after(5), wishes: [] },
      { ...after(5), substance: 'alcohol' },
      { ...onDrugs, ...complain },
    ],
  },
  {
    rule: 'R54',
    says: 'Complaint over anonymous drug treatment is not described',
    ids: ['caution-101a-complaint-not-described'],
    told: [after(2, '101a-refusal'), { ...after(2, '101a-refusal'), age: 16 }],
    notTold: [
      after(2, 'refusal'),
      after(2),
      { ...after(2, '101a-refusal'), wishes: [] },
      { ...after(2, '101a-refusal'), substance: 'alcohol' },
    ],
  },
  {
    rule: 'R51',
    says: 'Before 18 complaint over drugs is open, wherever the right to complain is told',
    ids: ['caution-youth-complaint-open'],
    told: [youthOnDrugs, youthOnBoth, { ...youthOnDrugs, ...complain }],
    notTold: [youth, { ...youth, ...complain }, after(2)],
  },
]
