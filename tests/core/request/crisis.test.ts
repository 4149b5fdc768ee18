import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { crisesIn, signsOfCrisis, type Crisis } from '../../../src/core/request/index.ts'

type Case = {
  readonly kind: Crisis | 'none'
  readonly about: 'writer' | 'other' | 'any'
  readonly text: string
}
type Counted = { readonly of: number; readonly right: number; readonly rightPerson: number }

/** Sentences under headings like "# da life writer" or "# en none". */
function casesIn(file: string): Map<string, Case[]> {
  const cases = new Map<string, Case[]>()
  let heading = ''
  for (const line of readFileSync(join(import.meta.dirname, 'crisis', file), 'utf8').split('\n')) {
    if (line.startsWith('# ')) heading = line.slice(2)
    else if (line !== '') {
      const [, kind, about] = heading.split(' ')
      cases.set(heading, [...(cases.get(heading) ?? []), { kind, about, text: line } as Case])
    }
  }
  return cases
}

const known = new Map<string, ReturnType<typeof crisesIn>>()

/** Each sentence is counted in several ways, and looked through once. */
function crisesOnce(text: string): ReturnType<typeof crisesIn> {
  const signs = known.get(text) ?? crisesIn(text)
  known.set(text, signs)
  return signs
}

function count(cases: readonly Case[]): Counted {
  const found = cases.map(one => ({ ...one, signs: crisesOnce(one.text) }))
  const rightOnes = found.filter(({ kind, signs }) =>
    kind === 'none' ? signs.length === 0 : signs.some(sign => sign.crisis === kind),
  )
  const rightPerson = rightOnes.filter(({ kind, about, signs }) =>
    signs.some(sign => sign.crisis === kind && (sign.about === 'another') === (about === 'other')),
  )
  return { of: cases.length, right: rightOnes.length, rightPerson: rightPerson.length }
}

// Nothing of what was missed is printed: who mends a rule must not learn the sentences it is measured on.
describe.each(['given.txt', 'tuned-on.txt', 'held-out.txt'])('the sentences of %s', file => {
  const cases = casesIn(file)
  const all = [...cases.values()].flat()
  const signs = all.filter(one => one.kind !== 'none')
  const counts = Object.fromEntries([...cases].map(([heading, some]) => [heading, count(some)]))

  it.each(['life', 'overdose', 'violence'] as const)('of signs of %s at least 9 of 10 are noticed', kind => {
    const { of, right } = count(signs.filter(one => one.kind === kind))
    expect(right / of, JSON.stringify(counts)).toBeGreaterThanOrEqual(0.9)
  })
  it.each(['da', 'en'])(
    'in %s at least 9 of 10 are noticed, and of 20 ordinary ones at most one',
    language => {
      const some = [...cases].flatMap(([heading, ones]) => (heading.startsWith(language) ? ones : []))
      const noticed = count(some.filter(one => one.kind !== 'none'))
      const ordinary = count(some.filter(one => one.kind === 'none'))
      expect(noticed.right / noticed.of, JSON.stringify(counts)).toBeGreaterThanOrEqual(0.9)
      expect(ordinary.right / ordinary.of, JSON.stringify(counts)).toBeGreaterThanOrEqual(0.95)
    },
  )
  it('tells who is in danger, the writer or another, in at least 9 of 10', () => {
    const told = count(signs.filter(one => one.about !== 'any'))
    expect(told.rightPerson, JSON.stringify(counts)).toBeGreaterThanOrEqual(0.9 * told.right)
  })
})

describe('a sign of crisis', () => {
  it('stands in its sentence, and says which words', () => {
    const text = 'Hej. Min søn drikker.\nHan siger, at han ikke vil leve mere. Hvad gør jeg?'
    const [sign, ...more] = signsOfCrisis(text)
    expect(more).toEqual([])
    expect(sign).toMatchObject({ crisis: 'life', about: 'another' })
    expect(text.slice(...sign!.sentence)).toBe('Han siger, at han ikke vil leve mere.')
    expect(text.slice(...sign!.words)).toBe('ikke vil leve')
  })
  it('stands where it stands, behind words that sound like one', () => {
    const text = 'Det slog mig, at jeg vil gerne dø.'
    const [sign] = signsOfCrisis(text)
    expect(sign).toMatchObject({ crisis: 'life', about: 'writer' })
    expect(text.slice(...sign!.words)).toContain('dø')
    expect(text.slice(...sign!.words)).not.toContain('slog')
  })
  it('of what the writer does to another is about the other', () => {
    expect(crisesIn('Jeg slog hende i aftes.')).toEqual([{ crisis: 'violence', about: 'another' }])
  })
  it('is noticed however it is typed', () => {
    for (const text of [
      'JEG VIL GERNE DØ',
      'jeg vil gerne d\u00f8\u00f8\u00f8\u00f8',
      'jegvilgernedø',
      'jeg vil gerne doe',
      'jeg vil gerne do',
      'jeg\u00a0vil\tgerne  dø!!!',
      'sevlmord',
      'I don’t want to live',
      'I DONT WANT TO LIVE',
    ])
      expect(crisesIn(text), text).toEqual([{ crisis: 'life', about: 'writer' }])
  })
  it('of two persons is the writer’s first', () => {
    expect(crisesIn('Min søn vil dø. Jeg vil også dø.')).toEqual([{ crisis: 'life', about: 'writer' }])
    expect(crisesIn('Han er bevidstløs. Jeg vil dø.').map(one => one.crisis)).toEqual(['life', 'overdose'])
  })
  it('is looked for in any text without an error, and lies within it', () => {
    const words = fc.constantFrom(
      'jeg',
      'vil',
      'dø',
      'ikke',
      'leve',
      ',',
      '.',
      '\n',
      'I’m',
      '💀',
      'selvmord',
      '(',
      '—',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words).map(all => all.join(' ')),
    )
    fc.assert(
      fc.property(texts, text => {
        for (const { sentence, words: place } of signsOfCrisis(text)) {
          expect(0 <= sentence[0] && sentence[0] <= place[0] && place[0] < place[1]).toBe(true)
          expect(place[1] <= sentence[1] && sentence[1] <= text.length).toBe(true)
        }
      }),
    )
  })
})

test('a message as long as it may be is looked through with a bounded number of steps', () => {
  // Words that begin many rules and end none: were the gaps unbounded, this would never come back.
  for (const word of ['jeg vil ikke ', 'han siger at ', 'i want to not ', 'ikke ', 'slår '])
    expect(() => signsOfCrisis(word.repeat(Math.ceil(1000 / word.length)).slice(0, 1000))).not.toThrow()
})
