// In a document
import { municipality } from '#municipality'
import { describe, expect, test } from 'vitest'
import { SourcesPage } from '../../../../src/app/pages/sources/page.tsx'
import { open } from '../show.tsx'

describe.each(['da', 'en'] as const)('where it says so, in %s', lang => {
  const page = open(<SourcesPage />, lang)

  const items = [...page.querySelectorAll<HTMLElement>('.sources > li')]
  const factOf = (item: HTMLElement): string => item.dataset['fact'] ?? item.id
  const ids = [...page.querySelectorAll('[id]')].map(element => element.id)

  test('every fact has an address of its own', () => {
    expect(municipality.facts.filter(({ id }) => !ids.includes(id)).map(({ id }) => id)).toEqual([])
  })

  test('every fact stands under its heading in each standard that says it', () => {
    const printed = new Map<string, string[]>()
    for (const item of items) {
      const id = factOf(item)
      const heading = item.closest('details')?.querySelector('summary')?.textContent.trim() ?? ''
      printed.set(id, [...(printed.get(id) ?? []), heading])
    }
    for (const { id, section } of municipality.facts)
      expect(printed.get(id), id).toEqual(
        ['alcohol', 'drugs'].flatMap(one => section[one as 'alcohol' | 'drugs'] ?? []),
      )
  })

  test('every fact leads back to where it is told', () => {
    const without = items.filter(item => !item.querySelector('a')?.getAttribute('href')?.includes('#'))
    expect(without.map(factOf)).toEqual([])
  })

  test('each page has a place to arrive at', () => {
    for (const id of ['adults', 'youth', 'relatives', 'rights']) expect(ids).toContain(id)
  })

  test('no sentence ends twice', () => {
    expect(page.body.textContent).not.toMatch(/\.\.(?!\.)/)
  })

  test('no address stands twice and no text is left unfilled', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(page.body.textContent).not.toMatch(/\{\{|undefined|sources:\w|kind\.\w|unit\.\w/)
  })
})

test('a figure stands beside its fact', () => {
  expect(open(<SourcesPage />).getElementById('guarantee-start')?.textContent).toContain('14 dage')
  const english = open(<SourcesPage />, 'en')
  expect(english.getElementById('youth-anonymous-talks')?.textContent).toContain('one or two talks')
  expect(english.getElementById('intake-first-talk')?.textContent).toContain('Time limit: 1 week.')
  expect(english.body.textContent).not.toMatch(/\b1 (?:months|weeks|days)\b|\(s\)/)
})

test('both documents tell their title, their law and how new they are', () => {
  const text = open(<SourcesPage />).body.textContent
  for (const { title } of Object.values(municipality.standards)) expect(text).toContain(title)
  expect(text).toContain('24. januar 2024')
  expect(text).toContain('sundhedsloven §\u00A0141')
  expect(text).toContain('gjaldt til og med 2025')
})
