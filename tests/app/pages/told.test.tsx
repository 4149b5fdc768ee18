// In a document
import { municipality } from '#municipality'
import type { FunctionComponent } from 'preact'
import { describe, expect, test } from 'vitest'
import { AdultsPage } from '../../../src/app/pages/adults/page.tsx'
import { parts, partsThatTell, told, type TellingPage } from '../../../src/app/pages/sources/told-where.ts'
import { PlacePage } from '../../../src/app/pages/place/page.tsx'
import { RelativesPage } from '../../../src/app/pages/relatives/page.tsx'
import { RightsPage } from '../../../src/app/pages/rights/page.tsx'
import { YouthPage } from '../../../src/app/pages/youth/page.tsx'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { open } from './show.tsx'

const pages: { readonly [P in TellingPage]: FunctionComponent } = {
  adults: AdultsPage,
  youth: YouthPage,
  relatives: RelativesPage,
  place: PlacePage,
  rights: RightsPage,
}
const known = new Set(municipality.facts.map(({ id }) => id))

test('every one of the 203 facts is told somewhere', () => {
  expect([...known].filter(id => partsThatTell(id).length === 0)).toEqual([])
})

test('no page tells a fact that the standards do not have', () => {
  expect(parts.flatMap(({ facts }) => facts).filter(id => !known.has(id))).toEqual([])
})

test('every part that tells a fact is listed', () => {
  const telling = Object.values(told).flatMap(sections => sections.filter(({ facts }) => facts.length > 0))
  expect(parts.length).toBe(telling.length)
})

describe.each(Object.keys(pages) as TellingPage[])('%s', page => {
  const Page = pages[page]
  const t = makeT('da', allCopy('da'))
  const html = open(<Page />)

  test.each(parts.filter(part => part.page === page).map(part => [part.id, part] as const))(
    'the part %s stands there under the heading that the sources give it',
    (id, { heading }) => {
      expect(html.getElementById(id)?.textContent).toBe(t(heading))
    },
  )

  test('a fact for this page’s readers alone is not told only to others', () => {
    const audience = page === 'adults' ? 'adult' : page === 'relatives' ? 'relative' : page
    const own = municipality.facts.filter(fact => fact.audience.length === 1 && fact.audience[0] === audience)
    const elsewhere = own.filter(
      ({ id }) => !partsThatTell(id).some(part => part.page === page || part.page === 'rights'),
    )
    expect(elsewhere.map(({ id }) => id)).toEqual([])
  })
})
