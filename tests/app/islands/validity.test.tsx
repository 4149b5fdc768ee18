// In a document
import { municipality } from '#municipality'
import { render } from '@testing-library/preact'
import { beforeEach, describe, expect, test } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { correctValidity } from '../../../src/app/islands/validity.ts'
import { Validity } from '../../../src/app/pages/shared/validity.tsx'
import type { Language, Municipality, StandardId } from '../../../src/core/facts/types.ts'

const t = { da: makeT('da', allCopy('da')), en: makeT('en', allCopy('en')) }

function shown(): string {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-when]')].filter(line => !line.hidden)
  return lines.map(line => line.textContent).join(' | ')
}

function build(
  standard: StandardId,
  builtOn: string,
  lang: Language = 'da',
  of: Municipality = municipality,
): void {
  render(
    <CopyContext.Provider value={{ lang, t: t[lang], today: builtOn }}>
      <Validity standard={standard} of={of} />
    </CopyContext.Provider>,
  )
}

beforeEach(() => {
  document.body.textContent = ''
})

describe('how new the rules on alcohol are', () => {
  test('a page built after they ran out says so without any script', () => {
    build('alcohol', '2026-11-22')
    expect(shown()).toBe(
      'Reglerne om alkohol gjaldt til og med 2025. Appen kender ikke nyere regler. Spørg Torvehuset.',
    )
  })

  test('a page built while they held is right on the last day and the day after', () => {
    build('alcohol', '2025-06-01')
    expect(shown()).toBe('Reglerne om alkohol gælder for 2024-2025.')
    correctValidity(document, '2025-12-31')
    expect(shown()).toBe('Reglerne om alkohol gælder for 2024-2025.')
    correctValidity(document, '2026-01-01')
    expect(shown()).toContain('gjaldt til og med 2025')
  })

  test('the English page says the same', () => {
    build('alcohol', '2026-11-22', 'en')
    expect(shown()).toBe(
      'The rules on alcohol ran to the end of 2025. The app knows of no newer rules. Ask Torvehuset.',
    )
  })

  test('that the help is still there is said only when the municipality has confirmed it', () => {
    build('alcohol', '2026-11-22')
    expect(shown()).not.toContain('Hjælpen findes stadig')
    document.body.textContent = ''
    build('alcohol', '2026-11-22', 'da', {
      ...municipality,
      confirmed: { ...municipality.confirmed, helpContinuesThoughLapsed: true },
    })
    expect(shown()).toContain('Hjælpen findes stadig')
  })

  test('the municipality’s own answer takes the place of ours', () => {
    const answer = { da: 'Der kommer nye regler til maj.', en: 'New rules come in May.' }
    const openMatters = { ...municipality.openMatters, 'O-26': answer }
    build('alcohol', '2026-11-22', 'da', { ...municipality, openMatters })
    expect(shown()).toBe(`Reglerne om alkohol gjaldt til og med 2025. ${answer.da}`)
  })
})

describe('how new the rules on drugs are', () => {
  test.each([
    ['2025-12-31', 'begynder først at gælde senere'],
    ['2026-01-01', 'gælder for 2026-2028'],
    ['2027-12-31', 'gælder for 2026-2028'],
    ['2028-01-01', 'er for 2026-2028. Spørg Torvehuset, om de stadig gælder.'],
    ['2028-12-31', 'om de stadig gælder'],
    ['2029-01-01', 'var for 2026-2028'],
  ])('on %s the page says: %s', (today, words) => {
    build('drugs', '2026-11-22')
    correctValidity(document, today)
    expect(shown()).toContain(words)
  })
})

test('a page without such a line is left alone', () => {
  document.body.append(document.createElement('p'))
  correctValidity(document, '2026-11-22')
  expect(document.body.querySelectorAll('[hidden]')).toHaveLength(0)
})
