// In a document
import { cleanup, render } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { offerAloud, offerOnPage } from '../../../src/app/aloud/offer.ts'
import { sentencesIn } from '../../../src/app/aloud/sentences.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { wipeAll } from '../../../src/app/leave/on-leave.ts'
import { HonestyBox } from '../../../src/app/request/honesty-box.tsx'
import { standIn } from './voice.ts'

const own = { lang: 'da-DK', localService: true }
const page = `<main><h1>Hjælp</h1><p class="lead">Du kan <a href="/x">skrive</a>. Eller komme. </p>
  <nav><ul><li>Til hjælp</li></ul></nav>
  <details><summary><h2>Pris</h2></summary><p>Det er gratis.</p></details>
  <ul><li>Et punkt</li></ul><p hidden>Gemt.</p><p class="actions"><a>Skriv</a></p></main>`

const button = (): HTMLButtonElement | null => document.querySelector('[data-aloud] button')
const texts = (spoken: readonly { readonly text: string }[]): string[] => spoken.map(({ text }) => text)

let undo: () => void = () => undefined
beforeEach(() => {
  document.documentElement.lang = 'da'
  document.body.innerHTML = page
})
afterEach(() => {
  undo()
  undo = () => undefined
  cleanup()
  vi.unstubAllGlobals()
})

describe('what is read', () => {
  const main = (): HTMLElement => document.querySelector('main')!

  test('is what a reader sees, sentence by sentence across links, and nothing that is folded, hidden or to be pressed', () => {
    expect(texts(sentencesIn(main(), 'da'))).toEqual([
      'Hjælp',
      'Du kan skrive.',
      'Eller komme.',
      'Pris',
      'Et punkt',
    ])
    document.querySelector('details')!.setAttribute('open', '')
    expect(texts(sentencesIn(main(), 'da'))).toContain('Det er gratis.')
  })

  test('each sentence knows its place on the page', () => {
    for (const { text, range } of sentencesIn(main(), 'da')) expect(range.toString().trim()).toBe(text)
  })

  test('a browser that cannot tell sentences apart reads each paragraph as one', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
    expect(texts(sentencesIn(main(), 'da'))).toContain('Du kan skrive. Eller komme.')
  })
})

describe('the button', () => {
  test.each([
    ['there is no voice', []],
    ['the voice is of another language', [{ lang: 'en-US', localService: true }]],
    ['the voice sends what it reads', [{ lang: 'da-DK', localService: false }]],
  ])('is not there when %s', (_, voices) => {
    standIn(voices)
    undo = offerOnPage(document)
    expect(button()).toBeNull()
    // Nothing to see, and no empty paragraph to stop at.
    expect(document.querySelector('[data-aloud]')!.hasAttribute('hidden')).toBe(true)
  })

  test('is not there in a browser without speech', () => {
    undo = offerOnPage(document)
    expect(button()).toBeNull()
  })

  test('comes when the browser has found its voices, once', () => {
    const { get } = standIn([])
    undo = offerOnPage(document)
    get([{ lang: 'da_DK', localService: true }])
    get([own])
    expect(document.querySelectorAll('[data-aloud]:not([hidden]) button')).toHaveLength(1)
    expect(button()?.textContent).toBe('Læs højt')
    expect(document.querySelector('.lead')?.nextElementSibling?.contains(button())).toBe(true)
  })

  test('reads sentence after sentence in its own voice, and is ready again at the end', () => {
    const { spoken, finish } = standIn([{ lang: 'en-GB', localService: true }, own])
    undo = offerOnPage(document)
    button()!.click()
    expect(button()!.textContent).toBe('Stop oplæsning')
    expect(spoken[0]).toMatchObject({ text: 'Hjælp', voice: own, lang: 'da-DK' })
    for (let n = 0; n < 5; n++) finish()
    expect(texts(spoken)).toEqual(['Hjælp', 'Du kan skrive.', 'Eller komme.', 'Pris', 'Et punkt'])
    expect(button()!.textContent).toBe('Læs højt')
  })

  test('marks the sentence that is read, and only that', () => {
    const highlights = new Map<string, { readonly range: Range }>()
    vi.stubGlobal('CSS', { highlights })
    vi.stubGlobal(
      'Highlight',
      class {
        readonly range: Range
        constructor(range: Range) {
          this.range = range
        }
      },
    )
    vi.stubGlobal(
      'CSSStyleSheet',
      class {
        replaceSync = vi.fn()
      },
    )
    Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true, configurable: true })
    const { finish } = standIn([own])
    undo = offerOnPage(document)
    button()!.click()
    finish()
    expect(highlights.get('read')?.range.toString()).toBe('Du kan skrive.')
    button()!.click()
    expect(highlights.size).toBe(0)
  })

  test('marks the paragraph where the browser cannot mark a sentence', () => {
    vi.stubGlobal('CSS', {})
    const { finish } = standIn([own])
    undo = offerOnPage(document)
    button()!.click()
    finish()
    expect(document.querySelector('.lead')?.getAttribute('style')).toContain('outline')
    button()!.click()
    expect(document.querySelectorAll('[style]')).toHaveLength(0)
  })
})

describe('it falls silent', () => {
  test.each([
    [
      'when it is pressed again',
      () => {
        button()!.click()
      },
    ],
    [
      'when somebody leaves in a hurry',
      () => {
        wipeAll()
      },
    ],
    ['when the page goes', () => dispatchEvent(new Event('pagehide'))],
    [
      'when the page is hidden',
      () => {
        const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
        document.dispatchEvent(new Event('visibilitychange'))
        state.mockRestore()
      },
    ],
    [
      'when the app takes the page over',
      () => {
        undo()
      },
    ],
  ])('%s, and says nothing more', (_, leave) => {
    const { spoken, cancel } = standIn([own])
    undo = offerOnPage(document)
    button()!.click()
    leave()
    expect(cancel).toHaveBeenCalledTimes(1)
    spoken[0]!.onend?.() // browsers say so of what was cut off, too
    expect(spoken).toHaveLength(1)
  })

  test('when the voice fails, ready to be asked again', () => {
    const { spoken } = standIn([own])
    undo = offerOnPage(document)
    button()!.click()
    spoken[0]!.onerror?.()
    expect(button()!.textContent).toBe('Læs højt')
  })

  test('as soon as another part is read', () => {
    const { cancel } = standIn([own])
    undo = offerOnPage(document)
    const other = document.createElement('div')
    other.dataset['aloud'] = ''
    document.body.append(other)
    const away = offerAloud(other, document.querySelector('main > ul')!, 'da')
    button()!.click()
    other.querySelector('button')!.click()
    expect(cancel).toHaveBeenCalledTimes(1)
    expect(button()!.textContent).toBe('Læs højt')
    away()
  })
})

test('the box before sending is read aloud, itself and nothing around it', async () => {
  const { spoken } = standIn([own])
  document.body.innerHTML = ''
  render(
    <CopyContext.Provider value={{ lang: 'da', t: makeT('da', allCopy('da')), today: '2026-11-26' }}>
      <h1>Passer det?</h1>
      <HonestyBox answers={{ audience: 'youth', wish: 'anonymous-talk' }} />
    </CopyContext.Provider>,
  )
  await vi.waitFor(() => {
    expect(button()).not.toBeNull()
  })
  button()!.click()
  expect(spoken[0]?.text).toBe(document.querySelector('.box h2')?.textContent)
  cleanup()
  expect(spoken).toHaveLength(1)
})
