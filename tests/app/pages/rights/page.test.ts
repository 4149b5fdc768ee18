import { expect, test } from 'vitest'
import { RightsPage } from '../../../../src/app/pages/rights/page.tsx'
import { sections } from '../../../../src/app/pages/rights/sections.ts'
import { informationPage } from '../information-page.ts'
import { rendered, textOf } from '../rendered.ts'

informationPage('the page on rights', RightsPage, sections, null)

test('choice of place for drugs is told with both sentences, never one alone', () => {
  const text = textOf(rendered(RightsPage, 'da'))
  expect(text).toContain('Der er ikke frit valg mellem steder.')
  expect(text).toContain('kan du vælge et andet offentligt sted eller et godkendt privat')
})

test('complaints go to the managers for alcohol, to the appeals board within four weeks for drugs', () => {
  const html = rendered(RightsPage, 'en')
  const complaint = html.slice(html.indexOf('id="complaint"'), html.indexOf('id="your-case"'))
  const text = textOf(complaint)
  const drugs = text.indexOf('Drugs')
  expect(text.slice(0, drugs)).toContain('managers at Torvehuset')
  expect(text.slice(0, drugs)).not.toContain('Ankestyrelsen')
  expect(text.slice(drugs)).toContain('Ankestyrelsen')
  expect(text.slice(drugs)).toContain('within 4 weeks')
})
