// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { groupsOf, type Line } from '../../../src/app/check/lines.ts'
import { wordsOf } from '../../../src/app/check/open-matters.ts'
import { ResultGroup } from '../../../src/app/check/result-group.tsx'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { assess, type Situation } from '../../../src/core/eligibility/index.ts'

const TODAY = '2026-11-22'
const t = makeT('da', allCopy('da'))
const adult: Situation = {
  subject: 'self',
  age: 40,
  resident: true,
  substance: 'alcohol',
  wishes: ['treatment'],
}

function show(situation: Situation, id: string): Element {
  const settled = { helpContinuesThoughLapsed: false, relativesAnswered: false }
  const group = groupsOf(situation, assess(situation, TODAY), settled).find(one => one.id === id)
  if (!group) throw new Error(`no group "${id}"`)
  return render(
    <CopyContext.Provider value={{ lang: 'da', t, today: TODAY }}>
      <ResultGroup group={group} />
    </CopyContext.Provider>,
  ).container
}

afterEach(cleanup)

describe('a group of a result', () => {
  test('says of each line why it is there and under which heading it stands, with a link to the fact', () => {
    const group = show(adult, 'soon')
    const why = group.querySelector('[data-why="deadline-start-14-days"]')
    expect(why?.textContent).toContain('Du har ikke sagt, at du er i behandling nu.')
    expect(why?.textContent).toContain('Behandlingsgaranti (begge regler)')
    expect(why?.querySelector('a')?.getAttribute('href')).toBe('/om/kilder#guarantee-14-days')
  })

  test('leads to addresses that the sources page has', () => {
    const links = [...show(adult, 'know').querySelectorAll('a')].map(link => link.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(link).toMatch(/^\/om\/kilder#[a-z0-9-]+$/)
  })

  test('keeps the rest folded, and shows no fold where nothing is left', () => {
    const folds = (group: Element) => [...group.querySelectorAll('summary')].map(one => one.textContent)
    expect(folds(show(adult, 'get'))).toEqual(['Mere, du kan få', 'Hvorfor står det her?'])
    expect(folds(show(adult, 'cost'))).toEqual(['Hvorfor står det her?'])
  })
})

describe('a matter the standards leave open', () => {
  const line: Line = { id: 'caution-request-clock-open', key: 'caution-request-clock-open', reasons: [] }

  test('is told as open until the municipality has answered it', () => {
    expect(wordsOf(line, t, 'da', { 'O-22': null })).toMatch(/^Det står ikke/)
  })

  test('then its answer stands in the place of "it is not written"', () => {
    const answered = { 'O-22': { da: 'Ja, en besked tæller.', en: 'Yes, a message counts.' } }
    expect(wordsOf(line, t, 'da', answered)).toBe('Ja, en besked tæller.')
    expect(wordsOf(line, t, 'en', answered)).toBe('Yes, a message counts.')
  })
})
