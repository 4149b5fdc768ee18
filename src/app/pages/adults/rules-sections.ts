import { block } from '../shared/block.ts'

/** The parts of `rules.tsx`, in the order of reading. */
export const rules = [
  block('written-down', 'adults:written.heading', {
    'adults:written.what': ['contact-torvehuset-registers'],
    'adults:written.noCpr': 'asks',
    'adults:written.staff': ['data-only-relevant-staff'],
    'adults:written.others': [
      'children-centre-contacted',
      'pregnancy-always-cooperation',
      'children-duty-to-notify',
    ],
    'adults:written.consent': ['other-provider-consent'],
    'adults:written.kept': ['data-retention'],
    'adults:written.see': ['data-see-own-case'],
  }),
  block('rights', 'adults:rights.heading', {
    'adults:rights.text': [
      'choice-alcohol-outpatient',
      'complaint-alcohol-management',
      'complaint-drugs-ankestyrelsen',
    ],
  }),
  block('how-new', 'adults:newness.heading', {
    'adults:newness.what': 'ours',
    'adults:newness.revision': ['revision-interval'],
    'adults:newness.alcohol': [
      'alcohol-standard-identity',
      'approved-alcohol',
      'valid-alcohol',
      'legal-basis-alcohol',
    ],
    'adults:newness.drugs': ['drugs-standard-identity', 'approved-drugs', 'valid-drugs', 'legal-basis-drugs'],
  }),
] as const
