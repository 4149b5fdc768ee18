import { expect, test } from 'vitest'
import { keptBytes } from '../../bench/kept.ts'

test('the precache figure counts the worker itself, once, in both languages', () => {
  const sizes = new Map([
    ['sw.js', 10_000],
    ['lean/index.html', 2_000],
    ['lean/en/index.html', 300],
    ['assets/en-base-1a2b.js', 40],
    ['assets/inbox-1a2b.js', 5],
  ])
  const urls = ['/lean/index.html', '/lean/en/index.html', '/assets/en-base-1a2b.js']
  expect(keptBytes(sizes, urls)).toEqual({ danish: 12_000, both: 12_340 })
})
