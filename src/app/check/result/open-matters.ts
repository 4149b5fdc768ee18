import type { GivenId, Situation } from '../../../core/eligibility/index.ts'
import { toldText } from '../../../core/facts/told.ts'
import type { Language, OpenMatters } from '../../../core/facts/types.ts'
import type { T } from '../../copy/copy.ts'
import type { Line } from './lines.ts'

/** Lines that only say what is open: once the municipality has answered the matter, its answer takes their place. */
const openMatterOf: { readonly [K in GivenId]?: keyof OpenMatters } = {
  'caution-non-resident-open': 'O-02',
  'caution-residence-to-be-confirmed': 'O-03',
  'caution-youth-101a-open': 'O-04',
  'caution-youth-alcohol-anonymity-open': 'O-05',
  'caution-youth-intensive-open': 'O-09',
  'caution-youth-choice-open': 'O-10',
  'caution-youth-complaint-open': 'O-11',
  'caution-relative-reading-ambiguous': 'O-12',
  'caution-relative-details-open': 'O-14',
  'caution-alcohol-anonymity-not-described': 'O-16',
  'caution-both-anonymity-open': 'O-18',
  'caution-anonymity-and-children-open': 'O-19',
  'caution-alcohol-start-open': 'O-21',
  'caution-request-clock-open': 'O-22',
  'caution-intensive-start-open': 'O-23',
  'caution-101a-start-open': 'O-38',
  'caution-youth-substitution-open': 'O-30',
  'caution-parent-request-open': 'O-39',
}

/** Whether a line says what the rules leave open: what stands behind it is then only the text that comes nearest. */
export const isOpenMatter = (id: GivenId): boolean => id in openMatterOf || /-(open|not-described)$/.test(id)

/** The line's words, or what the municipality has answered where it only says that something is open. */
export function wordsOf(
  { id, key }: Line,
  t: T,
  lang: Language,
  matters: OpenMatters,
  substance?: Situation['substance'],
): string {
  const matter = openMatterOf[id]
  const answered = matter && matters[matter]
  return answered ? toldText(answered, lang) : withoutSubstance(t(`check:line.${key}`), t, substance)
}

/** Anyone who has chosen one of the two is not told before every line which of them it is about. */
function withoutSubstance(words: string, t: T, substance: Situation['substance']): string {
  if (substance !== 'alcohol' && substance !== 'drugs') return words
  const only = t(`check:only.${substance}`)
  return words.startsWith(only) ? words.slice(only.length).trimStart() : words
}
