import { expect, test } from 'vitest'
import { municipality } from '#municipality'
import { AdultsPage } from '../../../../src/app/pages/adults/page.tsx'
import { sections } from '../../../../src/app/pages/adults/sections.ts'
import { informationPage } from '../information-page.ts'
import { rendered, textOf } from '../rendered.ts'

informationPage('the page for adults', AdultsPage, sections, 'adult')

test('names every place for drug treatment without a name, and says that it is elsewhere', () => {
  const text = textOf(rendered(AdultsPage, 'da'))
  expect(municipality.anonymousProviders.length).toBeGreaterThan(0)
  for (const provider of municipality.anonymousProviders) expect(text).toContain(provider)
  expect(text).toContain('Torvehuset er ikke et af dem')
})

test('that others than staff can be told stands open, and who, one fold away', () => {
  const html = rendered(AdultsPage, 'en')
  const at = html.indexOf('<details')
  expect(textOf(html.slice(0, at))).toContain('Sometimes others are told too')
  const fold = textOf(html.slice(at, html.indexOf('</details>', at)))
  expect(fold).toContain('Center for Social Indsats')
  expect(fold).toContain('If you are pregnant')
  expect(fold).toContain('must tell the municipality')
})

test('the two strengths of time are kept apart: usually a week, at most fourteen days', () => {
  const text = textOf(rendered(AdultsPage, 'da'))
  expect(text).toContain('som regel inden for 1 uge')
  expect(text).toContain('skal starte senest 14 dage')
})

test('the day of approval is written in the language of the reader', () => {
  expect(textOf(rendered(AdultsPage, 'da'))).toContain('24. januar 2024')
  expect(textOf(rendered(AdultsPage, 'en'))).toContain('24 January 2024')
})
