import { afterEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { newAlias } from '../../../src/app/request/new-alias.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('a made-up name is drawn by chance alone: nothing is asked, and nothing else enters into it', () => {
  const t = makeT('da', allCopy('da'))
  const asked = vi.fn()
  for (const door of ['fetch', 'localStorage', 'sessionStorage', 'caches', 'indexedDB'])
    vi.stubGlobal(
      door,
      new Proxy(asked, {
        get: () => {
          asked()
        },
      }),
    )
  const drawn: number[] = []
  const chance = vi.spyOn(crypto, 'getRandomValues').mockImplementation(bytes => {
    new Uint8Array(bytes.buffer).set(drawn)
    return bytes
  })
  const nameFrom = (...bytes: number[]): string => {
    drawn.splice(0, drawn.length, ...bytes)
    return newAlias(t)
  }
  expect(nameFrom(0, 0, 1, 20)).toBe('Stribet Kano med Grøn Hat')
  expect(nameFrom(3, 5, 4, 5)).toBe('Strikket Ugle med Lilla Kuffert')
  // Each of the bytes counts: they are all that a name is made of.
  const ones = [nameFrom(1, 0, 0, 0), nameFrom(0, 1, 0, 0), nameFrom(0, 0, 1, 0), nameFrom(0, 0, 0, 1)]
  expect(new Set([nameFrom(0, 0, 0, 0), ...ones]).size).toBe(5)
  expect(chance).toHaveBeenCalledTimes(7)
  expect(asked).not.toHaveBeenCalled()
})

test('in English it is written as English', () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(bytes => bytes)
  expect(newAlias(makeT('en', allCopy('en')))).toBe('Striped Canoe with Blue Butterfly')
})
