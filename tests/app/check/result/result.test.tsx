// In a document
import { cleanup, render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { afterEach, describe, expect, test } from 'vitest'
import { groupsOf, type Group, type Line } from '../../../../src/app/check/result/lines.ts'
import { wordsOf } from '../../../../src/app/check/result/open-matters.ts'
import { Reasons } from '../../../../src/app/check/result/reasons.tsx'
import { ResultGroup } from '../../../../src/app/check/result/result-group.tsx'
import { allCopy } from '../../../../src/app/copy/all.ts'
import { CopyContext } from '../../../../src/app/copy/copy.ts'
import { makeT } from '../../../../src/app/copy/i18n.ts'
import { assess, type Situation } from '../../../../src/core/eligibility/index.ts'

const TODAY = '2026-11-22'
const t = makeT('da', allCopy('da'))
const adult: Situation = {
  subject: 'self',
  age: 40,
  resident: true,
  substance: 'alcohol',
  wishes: ['treatment'],
}

const groupsFor = (situation: Situation): readonly Group[] =>
  groupsOf(situation, assess(situation, TODAY), {
    helpContinuesThoughLapsed: false,
    relativesAnswered: false,
  })

const inCopy = (children: ComponentChildren): Element =>
  render(<CopyContext.Provider value={{ lang: 'da', t, today: TODAY }}>{children}</CopyContext.Provider>)
    .container

function show(situation: Situation, id: string): Element {
  const group = groupsFor(situation).find(one => one.id === id)
  if (!group) throw new Error(`no group "${id}"`)
  return inCopy(<ResultGroup group={group} substance={situation.substance} />)
}

const showReasons = (situation: Situation): Element =>
  inCopy(<Reasons groups={groupsFor(situation)} substance={situation.substance} />)

afterEach(cleanup)

const folds = (within: Element): (string | null)[] =>
  [...within.querySelectorAll('summary')].map(one => one.textContent)

test('a group keeps the rest folded, and shows no fold where nothing is left', () => {
  expect(folds(show(adult, 'get'))).toEqual(['Det kan du også få'])
  expect(folds(show(adult, 'cost'))).toEqual([])
})

test('the four things everybody wants to know are cards: one sentence, and what completes it', () => {
  const shown = (situation: Situation, id: string): (string | null)[] =>
    [...show(situation, id).querySelectorAll('.result-card > ul > li')].map(line =>
      line.getAttribute('data-id'),
    )
  expect(shown(adult, 'get')).toEqual(['offer-outpatient-adult'])
  cleanup()
  expect(shown(adult, 'soon')).toEqual(['deadline-first-talk', 'deadline-start'])
  cleanup()
  expect(shown(adult, 'know')).toEqual(['caution-who-can-see'])
  cleanup()
  // The days are not told without what is open about them.
  const elsewhere: Situation = { ...adult, wishes: ['treatment', 'other-provider'] }
  expect(shown(elsewhere, 'soon')).toContain('caution-alcohol-start-open')
  cleanup()
  const young: Situation = { ...adult, age: 16, wishes: [] }
  expect(shown(young, 'know')[0]).toBe('caution-youth-anonymity-limit')
})

test('which substance a line is about is said only to who has not chosen one', () => {
  const line = (situation: Situation): string | null | undefined =>
    show(situation, 'rights').querySelector('[data-id="right-alcohol-own-choice-outpatient"]')?.textContent
  expect(line(adult)).toMatch(/^Du har ret/)
  expect(line({ ...adult, substance: 'both' })).toMatch(/^Alkohol: Du har ret/)
})

describe('the reasons of a result', () => {
  test('stand in one fold, with every line once', () => {
    const reasons = showReasons(adult)
    expect(folds(reasons)).toEqual(['Hvorfor står det her, og hvor kommer det fra?'])
    const lines = groupsFor(adult).flatMap(({ open, folded }) => [...open, ...folded])
    expect(reasons.querySelectorAll('[data-why]')).toHaveLength(lines.length)
  })

  test('say of each line why it is there and under which heading it stands, with a link to the fact', () => {
    const why = showReasons(adult).querySelector('[data-why="deadline-start"]')
    expect(why?.textContent).toContain('Det gælder, før en behandling starter.')
    expect(why?.textContent).toMatch(/Det står under: Behandlingsgaranti; Visitationsprocedure\.$/)
    expect(why?.querySelector('a')?.getAttribute('href')).toBe('/om/kilder#guarantee-start')
  })

  test('repeat a line as a whole, since its first sentence alone can promise too much', () => {
    const why = (id: string) => showReasons(adult).querySelector(`[data-why="${id}"] strong`)?.textContent
    expect(why('right-free-treatment')).toMatch(/^Behandling er gratis\. Hvis du skal bo et sted/)
    cleanup()
    expect(why('caution-who-can-see')).toContain('Nogle gange får andre også besked.')
  })

  test('say of what the rules leave open only how near they come, never that it stands there', () => {
    const nameless: Situation = { ...adult, wishes: ['anonymous', 'treatment'] }
    for (const id of ['caution-request-clock-open', 'caution-alcohol-anonymity-not-described']) {
      const why = showReasons(nameless).querySelector(`[data-why="${id}"]`)?.textContent
      expect(why).toContain('Det tætteste, reglerne kommer, er:')
      expect(why).not.toContain('Det står under:')
      cleanup()
    }
  })

  test('say that both sets of rules have it only to who has not chosen one, and each heading once', () => {
    const why = (situation: Situation): Element | null =>
      showReasons(situation).querySelector('[data-why="deadline-start"]')
    expect(why({ ...adult, substance: 'both' })?.textContent).toContain(
      'Behandlingsgaranti (begge sæt regler)',
    )
    for (const one of showReasons({ ...adult, substance: 'both' }).querySelectorAll('[data-why]')) {
      const headings = [...one.querySelectorAll('[lang=da]')].map(heading => heading.textContent)
      expect(new Set(headings).size).toBe(headings.length)
    }
  })

  test('lead to addresses that the sources page has', () => {
    const links = [...showReasons(adult).querySelectorAll('a')].map(link => link.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) expect(link).toMatch(/^\/om\/kilder#[a-z0-9-]+$/)
  })
})

describe('a matter the standards leave open', () => {
  const line: Line = { id: 'caution-request-clock-open', key: 'caution-request-clock-open', reasons: [] }

  test('is told as open until the municipality has answered it', () => {
    expect(wordsOf(line, t, 'da', { 'O-22': null })).toMatch(/^Spørg, om en besked/)
  })

  test('then its answer stands in the place of "it is not written"', () => {
    const answered = { 'O-22': { da: 'Ja, en besked tæller.', en: 'Yes, a message counts.' } }
    expect(wordsOf(line, t, 'da', answered)).toBe('Ja, en besked tæller.')
    expect(wordsOf(line, t, 'en', answered)).toBe('Yes, a message counts.')
  })
})
