import type { Sentences } from './block.ts'

/** What the short answers rest on, in reading order. */
export const shortAnswers: Sentences = {
  'visit:contains.treatment': [
    'intake-whole-social-situation',
    'treatment-plan-started',
    'doctor-talk-offered',
  ],
  'visit:contains.ask': 'asks',
  'visit:friend.ask': 'asks',
  'visit:friend.treatment': ['relatives-always-motivated'],
  'visit:absent.cancel': 'ours',
  'visit:absent.ask': 'asks',
  'visit:problem.doubt': 'ours',
  'visit:problem.treatment': ['target-problem-use-alcohol', 'target-problem-use-rusmidler'],
}
