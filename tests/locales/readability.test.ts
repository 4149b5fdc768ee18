import { describe, expect, test } from 'vitest'
import { areasOf, copyOf, languages } from './copy-files.ts'
import { ari, asRead, isRunningText, lix, type Measured, sentencesOf, wordsOf } from './readability.ts'

describe('the measure itself', () => {
  test('LIX is words per sentence plus the share of long words', () => {
    // 2 sentences, 10 words, 2 of 7 letters or more: 10 / 2 + 100 × 2 / 10
    const measured = lix(['Du kan komme og tale. Behandling er altid uden betaling.'])
    expect(measured).toEqual({ sentences: 2, words: 10, score: 25 })
  })

  test('ARI is exact: 4.71 letters per word, half the words per sentence', () => {
    // 6 words of 20 letters in 2 sentences
    expect(ari(['You can come. It is free.']).score).toBeCloseTo((4.71 * 18) / 6 + (0.5 * 6) / 2 - 21.43, 10)
  })

  test('a date or an abbreviation does not end a sentence', () => {
    expect(sentencesOf('Den er fra 24. januar. Spørg dem.')).toEqual(['Den er fra 24. januar.', 'Spørg dem.'])
    expect(sentencesOf(asRead('Ring fx. Tirsdag går.', 'da'))).toHaveLength(1)
  })

  test('a name counts as words, but never as long ones', () => {
    expect(wordsOf(asRead('{{place}}s dør', 'da')).every(word => word.length < 7)).toBe(true)
    expect(wordsOf(asRead('{{unit.centre}}', 'da'))).toHaveLength(4)
  })

  test('a heading is not running text; a sentence is', () => {
    expect(isRunningText('Hvem får det at vide')).toBe(false)
    expect(isRunningText('Det er gratis.')).toBe(true)
  })
})

/** LIX at most 30, and 25 for the young; ARI grade at most 5 (about 10 years of age), 4 for the young. */
const limits = {
  da: { young: 25, others: 30, staff: 40 },
  en: { young: 4, others: 5, staff: 8 },
} as const
/** The languages that there is a measure for. */
type Measurable = keyof typeof limits
const measurable = Object.keys(limits) as Measurable[] // keys of a constant

function limitOf(lang: Measurable, area: string): number {
  if (area === 'youth') return limits[lang].young
  return area === 'inbox' ? limits[lang].staff : limits[lang].others
}

function measure(lang: Measurable, area: string): Measured {
  const texts = [...copyOf(lang, area).values()].map(text => asRead(String(text), lang)).filter(isRunningText)
  return lang === 'da' ? lix(texts) : ari(texts)
}

describe.each(measurable)('%s', lang => {
  test.each(areasOf(lang))('%s is easy to read', area => {
    const { score } = measure(lang, area)
    expect(score, `${lang === 'da' ? 'LIX' : 'ARI'} of ${lang}/${area}`).toBeLessThanOrEqual(
      limitOf(lang, area),
    )
  })
})

describe.each(languages)('%s', lang => {
  test.each(areasOf(lang))('%s has no sentence over 20 words', area => {
    const sentences = [...copyOf(lang, area)].filter(([key]) => !key.startsWith('alias.')) // rows of words to pick from
    const tooLong = sentences.flatMap(([key, text]) =>
      sentencesOf(asRead(String(text), lang))
        .filter(sentence => wordsOf(sentence).length > 20)
        .map(sentence => `${key}: ${sentence}`),
    )
    expect(tooLong).toEqual([])
  })
})

test('the table of all areas is printed beside the standards’ own 57 and 58', () => {
  const rows = areasOf('da').map(area => {
    const da = measure('da', area)
    const en = measure('en', area)
    return `${area.padEnd(14)} ${String(da.words).padStart(6)} ${da.score.toFixed(1).padStart(6)} ${en.score.toFixed(1).padStart(6)}`
  })
  process.stdout.write(['', `${'area'.padEnd(14)}  words    LIX  ARI en`, ...rows, ''].join('\n'))
  expect(rows).toHaveLength(areasOf('en').length)
})
