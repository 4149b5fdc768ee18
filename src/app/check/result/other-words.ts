import { isUnder18, wants, type GivenId, type Situation } from '../../../core/eligibility/index.ts'
import { isCoveredRelative, onlyComplains, onlyTalks } from './who-asks.ts'
import type { LineKey, Settled } from './types.ts'

type OtherWords = {
  readonly key: LineKey
  readonly when: (s: Situation, settled: Settled) => boolean
}

/** Answers change some words, never what is said (rule R38); so does whom it is said to. The first that fits is taken. */
const otherWords: { readonly [K in GivenId]?: readonly OtherWords[] } = {
  // Before the line on paying for a stay ("But …"), or for somebody who is not asked to, it stands alone.
  'right-free-treatment': [
    { key: 'right-free-treatment-alone', when: s => isUnder18(s) || wants(s, 'intensive') },
  ],
  'deadline-first-talk': [{ key: 'deadline-first-talk-asked', when: onlyTalks }],
  'offer-intensive-after-assessment': [
    {
      key: 'offer-intensive-after-assessment-threatened',
      when: s => s.work_network_economy_threatened === true,
    },
  ],
  'offer-parent-support': [{ key: 'offer-parent-support-too', when: isCoveredRelative }],
  'offer-relatives-programme': [{ key: 'offer-relatives-programme-young', when: isUnder18 }],
  'signpost-own-municipality': [
    { key: 'signpost-own-municipality-elsewhere', when: s => s.resident === false },
  ],
  'caution-notification-duty': [
    { key: 'caution-youth-anonymity-limit-duty', when: s => s.subject === 'relative' && isUnder18(s) },
  ],
  'caution-intensive-outpatient-first': [
    { key: 'caution-intensive-outpatient-first-tried', when: s => s.outpatient_tried === true },
  ],
  // The heading says already that the weeks have gone.
  'caution-complaint-deadline-passed': [
    { key: 'caution-complaint-deadline-passed-only', when: onlyComplains },
  ],
  'caution-youth-anonymity-limit': [
    {
      key: 'caution-youth-anonymity-limit-treatment',
      when: s => s.stage === 'enrolled' || (wants(s, 'treatment') && !wants(s, ...nameless)),
    },
  ],
  'caution-youth-authority-involved': [
    { key: 'caution-youth-authority-involved-parent', when: s => s.subject === 'relative' },
  ],
  'caution-under-15-open': [{ key: 'caution-under-15-open-parent', when: s => s.subject === 'relative' }],
  'caution-alcohol-standard-lapsed': [
    {
      key: 'caution-alcohol-standard-lapsed-confirmed',
      when: (_, settled) => settled.helpContinuesThoughLapsed,
    },
  ],
}

const nameless = ['anonymous', 'parents-not-told'] as const

/** The words of a line for this situation: its own, or others where its own would not fit. */
export function wordsFor(id: GivenId & LineKey, situation: Situation, settled: Settled): LineKey {
  return otherWords[id]?.find(({ when }) => when(situation, settled))?.key ?? id
}
