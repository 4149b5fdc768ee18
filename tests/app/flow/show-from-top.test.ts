// In a document
import { afterEach, expect, test, vi } from 'vitest'
import { showFromTop } from '../../../src/app/flow/show-from-top.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const heading = (): HTMLElement | null => document.querySelector('h1')

test.each([
  ['with how far one has come', '<p id="step">Trin 2 af 5</p>', 'step'],
  ['alone where there is no such thing', '', null],
])('a new screen is heard from its heading, %s', (_, above, described) => {
  const scrolled = vi.fn()
  vi.stubGlobal('scrollTo', scrolled)
  document.body.innerHTML = `<main>${above}<h1 tabindex="-1">Hvad vil du helst?</h1></main>`
  showFromTop()
  expect(scrolled).toHaveBeenCalledWith(0, 0)
  expect(document.activeElement).toBe(heading())
  expect(heading()?.getAttribute('aria-describedby')).toBe(described)
})
