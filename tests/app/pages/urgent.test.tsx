// In a document
import { municipality } from '#municipality'
import { describe, expect, test } from 'vitest'
import { asking } from '../../../src/app/pages/shared/help-line.tsx'
import { UrgentPage } from '../../../src/app/pages/urgent.tsx'
import { open } from './show.tsx'

describe.each(['da', 'en'] as const)('urgent help in %s', lang => {
  const page = open(<UrgentPage />, lang)

  test('the first thing to press is the emergency number', () => {
    expect(page.querySelector('main a')?.getAttribute('href')).toBe('tel:112')
  })

  test('every line can be reached with one tap', () => {
    const links = [...page.querySelectorAll('[data-line] a')].map(link => link.getAttribute('href'))
    const expected = municipality.helplines.map(
      ({ by, number }) => `${by === 'sms' ? 'sms' : 'tel'}:${number}`,
    )
    expect(links.sort()).toEqual(expected.sort())
  })

  test('the link to a line names who answers, for whoever hears the links alone', () => {
    for (const { id, name, shown } of municipality.helplines) {
      const link = page.querySelector(`[data-line="${id}"] a`)?.textContent
      // In one piece, at the end of a line too.
      expect(link).toContain(shown.replaceAll(' ', '\u00a0'))
      if (id !== 'emergency') expect(link).toContain(name)
    }
  })

  test('whoever cannot tell from its name what a line is for hears it in the link', () => {
    for (const { id, says } of municipality.helplines) {
      if (id === 'emergency') continue
      const link = page.querySelector(`[data-line="${id}"] a`)?.textContent ?? ''
      if (lang === 'en') expect(says.en, id).toBeTruthy()
      if (says[lang]) expect(link).toContain(says[lang])
    }
  })

  test('nothing is folded away', () => {
    expect(page.querySelectorAll('details')).toHaveLength(0)
  })

  test('no text is left unfilled', () => {
    expect(page.body.textContent).not.toMatch(/\{\{|undefined|\burgent:\w+\.\w/)
  })
})

test('a line that wants a CPR number says so before one rings', () => {
  const text = open(<UrgentPage />).querySelector('[data-line="medical"]')?.textContent
  expect(text).toContain('De spørger om dit cpr-nummer.')
})

test('a line whose hours are not known says so instead of guessing', () => {
  const text = open(<UrgentPage />).querySelector('[data-line="suicide"]')?.textContent
  expect(text).toContain('Appen kender ikke åbningstiderne.')
})

test('what is not known about a line is told as a question, never as a promise', () => {
  const nothingKnown = { asks: { name: null, cpr: null }, withoutName: null }
  expect(asking(nothingKnown)).toEqual(['line:unknown'])
  expect(asking({ ...nothingKnown, withoutName: false })).toEqual(['line:mayAsk'])
  expect(asking({ ...nothingKnown, withoutName: false, recorded: true })).toEqual(['line:recorded'])
  expect(asking({ ...nothingKnown, asks: { name: true, cpr: null } })).toEqual(['line:asksName'])
})
