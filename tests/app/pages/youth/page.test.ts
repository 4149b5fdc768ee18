import { expect, test } from 'vitest'
import { YouthPage } from '../../../../src/app/pages/youth/page.tsx'
import { sections } from '../../../../src/app/pages/youth/sections.ts'
import { informationPage } from '../information-page.ts'
import { rendered, textOf } from '../rendered.ts'

informationPage('the page for young people', YouthPage, sections, 'youth')

test('what parents are told stands open, above everything that is folded', () => {
  const html = rendered(YouthPage, 'da')
  const open = textOf(html.slice(0, html.indexOf('<details')))
  expect(open).toContain('Får mine forældre det at vide?')
  expect(open).toContain('1-2 gange uden at sige dit navn')
  expect(open).toContain('skal de have det at vide og inddrages')
})

test('aftercare stands side by side, longer for drugs than for alcohol', () => {
  const text = textOf(rendered(YouthPage, 'en'))
  expect(text).toContain('Alcohol: for 3 to 6 months. Drugs: for 3 to 12 months.')
})

test('somebody under 15 is led to a line for children', () => {
  const html = rendered(YouthPage, 'da')
  expect(html).toContain('href="#younger"')
  expect(html).toContain('href="tel:116111"')
})
