import { describe, expect, test, vi } from 'vitest'
import { municipality } from '#municipality'
import { answerTo } from '../../../src/app/check/result/answer.ts'
import { groupsOf } from '../../../src/app/check/result/lines.ts'
import { questionsOf } from '../../../src/app/check/result/questions.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { documentPages } from '../../../src/app/pages/index.ts'
import { assess, wish, type Situation } from '../../../src/core/eligibility/index.ts'
import { rendered, textOf } from './rendered.ts'

vi.mock('../../../src/app/build-info.ts', () => ({ fingerprint: '0123456789abcdef'.repeat(4) }))

// A reader who is told again and again that something does not stand there hears that there is no help.

const silence = {
  da: /\b(?:de[tr] står|reglerne (?:siger|nævner)) (?:ikke|ingen|intet|kun)\b/gi,
  en: /\b(?:the rules|it) (?:(?:do|does) not (?:say|mention)|give no|mention only)\b/gi,
}
const times = (text: string, lang: 'da' | 'en'): number => (text.match(silence[lang]) ?? []).length

const pages = Object.entries(documentPages)
const settled = { helpContinuesThoughLapsed: false, relativesAnswered: false }

/** Every two wishes of an adult and a young person, about each substance; and relatives here and elsewhere. */
const situations: Situation[] = [16, 40].flatMap(age => [
  ...(['alcohol', 'drugs', 'both', 'unsure'] as const).flatMap(substance =>
    wish.options.flatMap(one =>
      wish.options.map((other): Situation => ({
        subject: 'self',
        age,
        resident: true,
        substance,
        stage: 'before',
        use: 'unsure',
        wishes: [one, other],
      })),
    ),
  ),
  { subject: 'relative', age, resident: true },
  { subject: 'relative', age, resident: false, relative_of: { lives_in_municipality: true } },
])

describe.each(['da', 'en'] as const)('in %s', lang => {
  test.each(pages)('the page %s says what the rules do not say once at most', (_, page) => {
    expect(times(textOf(rendered(page, lang)), lang)).toBeLessThanOrEqual(1)
  })

  test('so does each result of the check', () => {
    const t = makeT(lang, allCopy(lang))
    const tooMany = situations
      .map(situation => {
        const result = assess(situation, '2026-11-26')
        const answer = answerTo(situation, result)
        const lines = groupsOf(situation, result, settled).flatMap(({ open, folded }) => [...open, ...folded])
        const text = [
          t(`check:answer.${answer}.lead`),
          ...lines.map(({ key }) => t(`check:line.${key}`)),
          ...questionsOf(result, municipality.openMatters).map(key => t(`check:question.${key}`)),
        ].join('\n')
        return { found: text.match(silence[lang]) ?? [], situation }
      })
      .filter(({ found }) => found.length > 1)
    expect(tooMany).toEqual([])
  })
})

test('the measure finds both ways of saying it', () => {
  expect(times('Det står ikke. Reglerne nævner kun det. Reglerne siger ikke hvem.', 'da')).toBe(3)
  expect(times('The rules do not say. The rules do not mention it.', 'en')).toBe(2)
})
