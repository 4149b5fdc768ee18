// In a document
import { expect, test, vi } from 'vitest'
import { fetchWith } from '../../src/client/fetch-with.ts'

const asked = (): string[] =>
  [...document.querySelectorAll('link[rel=modulepreload]')].map(link => link.getAttribute('href') ?? '')

test('what a script stands on is asked for once, beside it, and the script is what comes', async () => {
  const script = { name: 'a script' }
  expect(await fetchWith(async () => Promise.resolve(script), ['assets/a.js', 'assets/b.js'])).toBe(script)
  expect(await fetchWith(async () => Promise.resolve(script), ['assets/b.js', 'assets/c.js'])).toBe(script)
  expect(asked()).toEqual(['/assets/a.js', '/assets/b.js', '/assets/c.js'])
})

test('a script that cannot be had is told of', async () => {
  await expect(fetchWith(async () => Promise.reject(new Error('gone')), ['assets/d.js'])).rejects.toThrow(
    'gone',
  )
})

test('where there is no page it comes alone', async () => {
  vi.stubGlobal('document', undefined)
  expect(await fetchWith(async () => Promise.resolve('here'), ['assets/e.js'])).toBe('here')
})
