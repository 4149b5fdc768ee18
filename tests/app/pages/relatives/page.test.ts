import { expect, test } from 'vitest'
import { municipality } from '#municipality'
import { RelativesPage } from '../../../../src/app/pages/relatives/page.tsx'
import { sections } from '../../../../src/app/pages/relatives/sections.ts'
import { informationPage } from '../information-page.ts'
import { rendered, textOf } from '../rendered.ts'

informationPage('the page for relatives', RelativesPage, sections, 'relative')

test('a relative is told at once of help for themselves, though the other person will not', () => {
  const html = rendered(RelativesPage, 'da')
  const open = textOf(html.slice(0, html.indexOf('<details')))
  expect(open).toContain('Du kan selv få hjælp, også hvis den anden ikke vil have hjælp.')
})

test('no start of treatment within days is promised to a relative above the folds', () => {
  const html = rendered(RelativesPage, 'en')
  const open = textOf(html.slice(0, html.indexOf('<details')))
  expect(open).not.toMatch(/\d+ days/)
})

test('silence about who comes is promised only when the municipality has confirmed it', () => {
  const said = textOf(rendered(RelativesPage, 'en')).includes('We may not say if a certain person comes here')
  expect(said).toBe(municipality.confirmed.neverSaysWhoComes)
})
