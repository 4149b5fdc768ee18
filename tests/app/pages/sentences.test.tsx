// In a document
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { municipality } from '#municipality'
import { AdultsPage } from '../../../src/app/pages/adults/page.tsx'
import { PlacePage } from '../../../src/app/pages/place/page.tsx'
import { RelativesPage } from '../../../src/app/pages/relatives/page.tsx'
import { RightsPage } from '../../../src/app/pages/rights/page.tsx'
import { sentences, told, type TellingPage } from '../../../src/app/pages/sources/told-where.ts'
import { YouthPage } from '../../../src/app/pages/youth/page.tsx'
import { CopyContext, type T } from '../../../src/app/copy/copy.ts'
import { report } from '../../../src/commands/facts-report.ts'

const pages = {
  adults: AdultsPage,
  youth: YouthPage,
  relatives: RelativesPage,
  place: PlacePage,
  rights: RightsPage,
}

/** A page whose every text is its own key. A colon would part the names of methods from what they are. */
function keyed(page: TellingPage): Document {
  const t = ((key: string) => `[${key.replace(':', '=')}]`) as unknown as T
  const value = { lang: 'da' as const, t, today: '2026-11-26' }
  const html = renderToString(h(CopyContext.Provider, { value, children: h(pages[page], {}) }))
  const document = new DOMParser().parseFromString(html, 'text/html')
  return document
}

const keysIn = (element: Element | null): string[] =>
  [...(element?.textContent ?? '').matchAll(/\[(\w+)=([\w.-]+)\]/g)].map(
    ([, area, key]) => `${area!}:${key!}`,
  )

/** Headings, labels, links and buttons tell nothing themselves. */
const isLabel = (key: string): boolean =>
  /(title|heading|link|Link|\.more|others|youthPage|nameless)$|\.(groups|emergency)\.|:(groups|emergency|sources|alcohol|drugs)\b|jump\.|reach\.(write|book|check|rights|treatment|again)|\.parts\.|here\.(map|phone|hours|web)$/.test(
    key,
  )

describe.each(Object.keys(pages) as TellingPage[])('%s', page => {
  const document = keyed(page)

  test.each(told[page].map(one => [one.id, one] as const))(
    'says in %s what the part is listed with',
    (id, part) => {
      const heading = document.getElementById(id)
      expect(keysIn(heading)).toEqual([part.heading])
      const said = keysIn(heading?.closest('section, details') ?? null)
      expect(Object.keys(part.body).filter(key => !said.includes(key))).toEqual([])
    },
  )

  test('has no sentence that is not listed with what it rests on', () => {
    const listed = new Set<string>(sentences.filter(one => one.page === page).map(({ key }) => key))
    const said = keysIn(document.body).filter(key => key.startsWith(`${page}:`))
    expect(said.filter(key => !listed.has(key) && !isLabel(key))).toEqual([])
  })
})

test('every fact is told by a sentence, and no sentence rests on a fact that is not there', () => {
  const known = new Set(municipality.facts.map(({ id }) => id))
  const rested = sentences.flatMap(({ rests }) => (typeof rests === 'string' ? [] : rests))
  expect(rested.filter(id => !known.has(id))).toEqual([])
  expect([...known].filter(id => !rested.includes(id))).toEqual([])
})

describe('npm run facts', () => {
  const { text, told: count, facts } = report()

  test('prints each fact with the sentences that tell it, in both languages', () => {
    expect(count).toBe(facts)
    const from = text.indexOf('\nguarantee-start ')
    const one = text.slice(from, text.indexOf('\n\n', from))
    expect(one).toContain('da  Behandlingen skal starte senest 14 dage efter, at du har bedt om den.')
    expect(one).toContain('en  Treatment must start within 14 days of you asking for it.')
  })

  test('says where each fact stands, its figure, and on which page a sentence is', () => {
    expect(text).toContain('\nguarantee-start  [alkohol, stoffer: Behandlingsgaranti; højst 14 dage]\n')
    expect(text).toContain('\ntarget-age  [alkohol, stoffer: Målgruppe; mindst 15 år]\n')
    expect(text).toContain('\nrevision-interval  [alkohol, stoffer: Fremtidig indsats og revision; 2 år]\n')
    expect(text).toContain('\n  adults:fast.start  /voksne\n')
  })

  test('finds what has words in it: a sentence under each fact that it rests on, and none that has them not', () => {
    const words = 'Det kaldes 14 dages behandlingsgaranti'
    const found = report(words.toUpperCase())
    expect(found.text.split(words)).toHaveLength(3)
    expect(found.shown).toBe(2)
    expect(found.text).toContain('\nguarantee-start ')
    expect(found.text).toContain('\nguarantee-in-procedure ')
    expect(found.text).not.toContain('adults:fast.start')
    expect(report('guarantee-start').text).toContain('adults:fast.start')
    expect(report('adults:short.stopping')).toMatchObject({ shown: 1 })
    expect(report('no such words anywhere')).toMatchObject({ shown: 0 })
  })

  test('marks our own explanations, and the questions', () => {
    const [, ours = '', asks = ''] = text.split(/\n# /).map(part => part)
    expect(ours).toContain('adults:short.stopping')
    expect(asks).toContain('adults:ask.clock')
    expect(/\{\{/.test(text)).toBe(false)
  })
})
