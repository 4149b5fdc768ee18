import type { Assessment, GivenId } from '../../../core/eligibility/index.ts'
import type { OpenMatters } from '../../../core/facts/types.ts'
import type { Resources } from '../../copy/resources.ts'

type QuestionKey = keyof Resources['check']['question']

/** As many as somebody remembers, and as fit above a button. */
const MOST = 3

/**
 * What the standards leave open of a line, as the reader would ask it: first what weighs most for anyone who hesitates.
 * Of a matter several can come; one of a matter the municipality has answered never does. What is not here is asked in
 * its line.
 */
const questions: readonly (readonly [GivenId, keyof OpenMatters, QuestionKey])[] = [
  ['caution-non-resident-open', 'O-02', 'elsewhere'],
  ['caution-relative-reading-ambiguous', 'O-12', 'relativeElsewhere'],
  ['caution-parent-request-open', 'O-39', 'parent'],
  ['caution-relative-details-open', 'O-14', 'start'],
  ['caution-relative-details-open', 'O-14', 'price'],
  ['caution-relative-details-open', 'O-14', 'written'],
  ['caution-both-anonymity-open', 'O-18', 'namelessBoth'],
  ['caution-alcohol-anonymity-not-described', 'O-16', 'namelessAlcohol'],
  ['caution-101a-place-clarifies', 'O-17', 'namelessDrugs'],
  ['caution-anonymity-and-children-open', 'O-19', 'namelessChildren'],
  ['caution-youth-anonymity-limit', 'O-06', 'youthStops'],
  ['caution-youth-alcohol-anonymity-open', 'O-05', 'youthMore'],
  ['caution-youth-101a-open', 'O-04', 'youthNamelessDrugs'],
  ['caution-youth-choice-open', 'O-10', 'youthChoice'],
  ['caution-drugs-choice-contradiction', 'O-20', 'choice'],
  ['caution-request-clock-open', 'O-22', 'clock'],
  ['caution-centre-social-contacted', 'O-19', 'centre'],
]

/** The questions to take along into a message, three at most; none when nothing is open. */
export const questionsOf = ({ because }: Assessment, matters: OpenMatters): readonly QuestionKey[] =>
  questions
    .filter(([id, matter]) => because.has(id) && matters[matter] === null)
    .slice(0, MOST)
    .map(([, , key]) => key)

/** What is written already stays above the questions; questions that stand there are not put twice. */
export const messageWith = (written: string | undefined, asked: readonly string[]): string =>
  [written?.trim() ?? '', ...asked.filter(question => !written?.includes(question))]
    .filter(Boolean)
    .join('\n')
