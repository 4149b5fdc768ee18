// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { CitizenContext, type Citizen } from '../../../src/app/citizen.ts'
import { SubstanceScreen } from '../../../src/app/check/screens/what.tsx'
import { answerSigns } from '../../../src/app/islands/signs.ts'
import { AdultsPage } from '../../../src/app/pages/adults/page.tsx'
import { Signs } from '../../../src/app/signs/signs.tsx'
import { answerTo } from '../../../src/app/signs/answer.ts'
import { signs, signsOfDependence } from '../../../src/core/facts/who.ts'
import { open } from '../pages/show.tsx'

const t = makeT('da', allCopy('da'))
const inDanish = { lang: 'da', t, today: '2026-11-26' } as const

const tick = (sign: string): void => {
  fireEvent.click(document.querySelector(`input[value="${sign}"]`)!)
}
/** What is said to the ticks, as it is seen. */
const said = (root: ParentNode = document): string =>
  [...root.querySelectorAll<HTMLElement>('[data-told]')]
    .filter(line => !line.hidden)
    .map(line => line.textContent)
    .join(' | ')

afterEach(cleanup)

describe('what is told', () => {
  test.each(signs)('the sign %s alone is enough to ask, for everybody', sign => {
    for (const counts of [true, false]) expect(answerTo([sign], counts).enough).toBe(true)
  })

  test('WHO’s six are counted, harm is not among them, and nobody under 18 is counted', () => {
    expect(answerTo(signs, true).count).toBe(signsOfDependence.length)
    expect(answerTo(['harm'], true)).toEqual({ count: null, stopping: false, harm: true, enough: true })
    expect(answerTo(signs, false).count).toBeNull()
  })

  test('without a tick nothing is concluded', () => {
    expect(answerTo([], true)).toEqual({ count: null, stopping: false, harm: false, enough: false })
  })
})

describe('the signs where Preact runs', () => {
  const show = (counts: boolean): void => {
    render(
      <CopyContext.Provider value={inDanish}>
        <Signs counts={counts} />
      </CopyContext.Provider>,
    )
  }

  test('say how many one knows, what WHO says, and that one is enough', () => {
    show(true)
    expect(said()).toBe('')
    for (const sign of ['craving', 'control', 'despite']) tick(sign)
    expect(said()).toContain(
      'Du kender 3 af de 6 øverste. WHO taler om afhængighed ved 3 eller flere på samme tid',
    )
    expect(said()).toContain('Du kan spørge om hjælp nu. Et enkelt kryds er nok.')
    tick('craving')
    expect(said()).toContain('Du kender 2 af de 6 øverste.')
    expect(document.body.textContent).not.toContain(t('signs:told.notTest'))
  })

  test('count nothing for who is under 18', () => {
    show(false)
    for (const sign of signs) tick(sign)
    expect(said()).not.toMatch(/\d|WHO/)
    expect(screen.getByText(t('signs:told.notTest')).hidden).toBe(false)
    expect(said()).toContain('Du kan spørge om hjælp nu. Et enkelt kryds er nok.')
  })

  test('warn of stopping at once whoever gets ill when they stop', () => {
    show(true)
    expect(said()).not.toContain('Stop ikke på én gang')
    tick('withdrawal')
    expect(said()).toContain('Stop ikke på én gang')
  })

  test('tell who has come to harm that the help is for them too, counted or not', () => {
    for (const counts of [true, false]) {
      show(counts)
      tick('harm')
      expect(said()).toContain('Hjælpen er også til den, der tager skade af sit eget forbrug.')
      cleanup()
    }
  })

  test('say no to nobody: each text that can be told leads to asking', () => {
    show(true)
    expect(screen.getByText(t('signs:none'))).not.toBeNull()
    expect(t('signs:none')).toContain('kan også spørge')
  })
})

describe('the signs on a page that is only read', () => {
  beforeEach(() => {
    document.body.innerHTML = open(<AdultsPage />).body.innerHTML
    answerSigns(document)
  })
  afterEach(() => {
    document.body.innerHTML = ''
  })

  test('say the same', () => {
    for (const sign of ['craving', 'tolerance', 'harm']) tick(sign)
    expect(said()).toContain('Du kender 2 af de 6 øverste.')
    tick('control')
    expect(said()).toContain('Du kender 3 af de 6 øverste.')
  })

  test('warn of stopping at once beside the tick too, for who was led past what stands above', () => {
    tick('withdrawal')
    expect(said()).toContain('Stop ikke på én gang')
  })

  test('lead from a single tick to asking, and who is younger or thinks of another past them', () => {
    tick('craving')
    const line = document.querySelector('[data-told=enough]')
    expect(line?.querySelector('a')?.getAttribute('href')).toBe('/kontakt')
    const section = document.querySelector('#signs')?.closest('details')
    const links = [...(section?.querySelectorAll('a') ?? [])].map(link => link.getAttribute('href'))
    expect(links.slice(0, 2)).toEqual(['/unge', '/paaroerende'])
  })

  test('are empty again once the page is left', () => {
    tick('craving')
    dispatchEvent(new Event('pagehide'))
    expect(document.querySelectorAll('input:checked')).toHaveLength(0)
    expect(said()).toBe('')
  })

  test('the browser is told to keep no tick for when the page is read again', () => {
    expect(document.querySelector('form[data-signs]')?.getAttribute('autocomplete')).toBe('off')
  })
})

test('a tick in the check gets to no answer, no storage, no history and no network', async () => {
  const setSituation = vi.fn()
  const citizen: Partial<Citizen> = { situation: {}, setSituation }
  const asked = vi.fn()
  for (const name of ['fetch', 'XMLHttpRequest', 'indexedDB', 'caches']) vi.stubGlobal(name, asked)
  const kept = vi.spyOn(Storage.prototype, 'setItem')
  const pushed = vi.spyOn(history, 'pushState')
  const replaced = vi.spyOn(history, 'replaceState')
  const update = vi.fn()
  render(
    <CopyContext.Provider value={inDanish}>
      <CitizenContext.Provider value={citizen as Citizen}>
        <SubstanceScreen situation={{ subject: 'self', age: 18 }} update={update} shows={() => true} />
      </CitizenContext.Provider>
    </CopyContext.Provider>,
  )
  await screen.findByText(t('check:signs'))
  for (const sign of signs) tick(sign)
  expect(said()).toContain('Du kender 6 af de 6 øverste.')
  for (const spy of [update, setSituation, asked, kept, pushed, replaced]) expect(spy).not.toHaveBeenCalled()
  expect(location.href).not.toMatch(/craving|signs/)
  // Another screen and back: nothing of it is there.
  cleanup()
  render(
    <CopyContext.Provider value={inDanish}>
      <SubstanceScreen situation={{ subject: 'self', age: 15 }} update={update} shows={() => true} />
    </CopyContext.Provider>,
  )
  await screen.findByText(t('check:signs'))
  expect(document.querySelectorAll('[name="signs"]:checked')).toHaveLength(0)
  tick('craving')
  expect(said()).not.toContain('øverste')
})
