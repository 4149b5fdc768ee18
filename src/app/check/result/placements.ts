import { wants, type Situation } from '../../../core/eligibility/index.ts'
import { parts } from './parts.ts'
import { onlyTalks } from './who-asks.ts'
import type { GroupId, Placed, Placement } from './types.ts'

/** Who would rather not say their name reads what happens with it in the fold. */
const named = (s: Situation): boolean => !wants(s, 'anonymous', 'parents-not-told')
const asksForChoice = (s: Situation): boolean => wants(s, 'other-provider', 'private-clinic', 'intensive')
const asksToComplain = (s: Situation): boolean => wants(s, 'complain')

/** Where each id is said, in the order of reading inside its group. The compiler misses none. */
const where: Readonly<Record<Placed, readonly [GroupId, Placement['open']]>> = {
  'caution-under-15-open': ['ways', true],
  'signpost-children-and-family': ['ways', true],
  'signpost-own-municipality': ['ways', true],

  'offer-youth-anonymous-talks': ['get', true],
  'offer-youth-advice': ['get', true],
  'offer-alcohol-anonymous': ['get', true],
  'caution-alcohol-anonymity-not-described': ['get', true],
  'offer-drugs-anonymous-101a': ['get', true],
  'caution-101a-elsewhere': ['get', true],
  'right-101a-anonymous': ['get', false],
  'right-101a-choose-provider': ['get', true],
  'caution-both-anonymity-open': ['get', true],
  'offer-intensive-after-assessment': ['get', true],
  'caution-intensive-outpatient-first': ['get', true],
  'caution-intensive-committee': ['get', true],
  'offer-outpatient-adult': ['get', true],
  'offer-combined-treatment': ['get', true],
  'offer-youth-treatment': ['get', true],
  'offer-pregnancy-cooperation': ['get', true],
  'offer-dual-diagnosis': ['get', true],
  'offer-doctor-and-medicine': ['get', true],
  'offer-substitution-medicine': ['get', true],
  'caution-youth-substitution-open': ['get', true],
  'caution-medicine-after-doctor': ['get', true],
  'offer-relatives-programme': ['get', true],
  'offer-parent-support': ['get', ({ subject }) => subject === 'relative'],
  'offer-youth-extended-advice': ['get', false],
  'right-treatment-plan': ['get', false],
  'right-involvement': ['get', false],
  'right-social-action-plan': ['get', false],
  'right-doctor-talk': ['get', false],
  'right-free-doctor-talk-before-start': ['get', false],
  'right-follow-up': ['get', false],

  'deadline-first-talk': ['soon', true],
  'deadline-start': ['soon', true],
  'caution-start-may-be-later': ['soon', true],
  'caution-alcohol-start-open': ['soon', true],
  'caution-101a-start-open': ['soon', true],
  'caution-intensive-start-open': ['soon', true],
  'caution-request-clock-open': ['soon', s => !onlyTalks(s)],
  'deadline-return': ['soon', true],
  'caution-return-no-fast-track': ['soon', true],
  'deadline-youth-meeting': ['soon', false],
  'deadline-plan-update': ['soon', false],
  'deadline-follow-up-first': ['soon', false],
  'deadline-follow-up-second': ['soon', false],

  'right-free-treatment': ['cost', true],
  'caution-intensive-self-payment': ['cost', true],

  'caution-youth-has-anonymous-talks': ['know', true],
  'caution-youth-anonymity-limit': ['know', true],
  'caution-youth-authority-involved': ['know', s => !onlyTalks(s)],
  'caution-youth-alcohol-anonymity-open': ['know', true],
  'caution-youth-101a-open': ['know', true],
  'caution-who-can-see': ['know', true],
  'caution-centre-social-contacted': ['know', named],
  'caution-pregnancy-always-cooperation': ['know', true],
  'caution-notification-duty': ['know', true],
  'caution-anonymity-and-children-open': ['know', true],
  'caution-registration-name-cpr': ['know', named],
  'deadline-retention': ['know', named],
  'right-see-own-case': ['know', named],
  'right-consent-before-sharing': ['know', true],
  'caution-data-external-register': ['know', true],
  'caution-relative-details-open': ['know', true],

  'caution-place-assesses': ['unsure', true],
  'caution-101a-place-clarifies': ['unsure', true],
  'caution-101a-criterion-not-met': ['unsure', true],
  'deadline-decision-next-meeting': ['unsure', true],
  'caution-non-resident-open': ['unsure', true],
  'caution-residence-to-be-confirmed': ['unsure', true],
  'caution-threshold-who': ['unsure', true],
  'caution-threshold-youth-drugs-open': ['unsure', true],
  'caution-relative-outside-open': ['unsure', true],
  'caution-relative-reading-ambiguous': ['unsure', true],
  'caution-relative-under-18-open': ['unsure', true],
  'caution-parent-request-open': ['unsure', true],
  'caution-person-must-ask-themselves': ['unsure', true],
  'caution-youth-intensive-open': ['unsure', true],
  'caution-substance-decides-rules': ['unsure', true],

  'caution-complaint-deadline-passed': ['rights', true],
  'caution-two-standards': ['rights', asksToComplain],
  'right-complain-management': ['rights', asksToComplain],
  'caution-complaint-alcohol-no-external': ['rights', asksToComplain],
  'right-complain-appeals': ['rights', asksToComplain],
  'deadline-complaint': ['rights', asksToComplain],
  'caution-complaint-drugs-scope': ['rights', true],
  'caution-101a-complaint-not-described': ['rights', asksToComplain],
  'caution-youth-complaint-open': ['rights', true],
  'right-alcohol-own-choice-outpatient': ['rights', asksForChoice],
  'caution-alcohol-choice-outpatient-only': ['rights', true],
  // The right to choose and that the rules deny it: always together (rule R24).
  'right-drugs-equivalent-provider': ['rights', asksForChoice],
  'caution-drugs-choice-contradiction': ['rights', asksForChoice],
  'caution-drugs-choice-limited': ['rights', true],
  'caution-private-must-be-approved': ['rights', true],
  'caution-youth-choice-open': ['rights', true],

  'caution-alcohol-standard-lapsed': ['unsure', true],
  'caution-drugs-standard-lapsed': ['unsure', true],
}

const ids = Object.keys(where) as Placed[] // Object.keys widens to string

export const placements: readonly Placement[] = ids.flatMap(id => [
  { id, in: where[id][0], open: where[id][1] },
  ...parts.filter(part => part.id === id),
])
