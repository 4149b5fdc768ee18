import { expect, test } from 'vitest'
import { byWhatPressesBest } from '../../src/commands/pack-order.ts'

const sorted = (files: Record<string, number>): string[] =>
  Object.entries(files)
    .map(([url, length]) => [url, ' '.repeat(length)] as const)
    .sort(byWhatPressesBest)
    .map(([url]) => url)

test('what only runs comes first, the large before the small, and then what draws, each beside what comes after it', () => {
  expect(
    sorted({
      '/assets/replies-Ab_d-fgh.js': 1,
      '/assets/check-later-abc-efgh.js': 9,
      '/assets/check-a-cdefgh.js': 2,
      '/assets/qr-abcdefgh.js': 3,
      '/assets/sealing-worker-ABCDEFGH.js': 4,
      '/assets/sealing-ABCDEFGH.js': 8,
    }),
  ).toEqual([
    '/assets/sealing-ABCDEFGH.js',
    '/assets/sealing-worker-ABCDEFGH.js',
    '/assets/qr-abcdefgh.js',
    '/assets/check-a-cdefgh.js',
    '/assets/check-later-abc-efgh.js',
    '/assets/replies-Ab_d-fgh.js',
  ])
})

test('the words come before the pages that say them, and the smallest page first', () => {
  expect(
    sorted({
      '/lean/om/kilder/index.html': 9,
      '/lean/akut/index.html': 2,
      '/assets/da-code-ABCDEFGH.js': 1,
      '/assets/da-more-ABCDEFGH.js': 3,
    }),
  ).toEqual([
    '/assets/da-more-ABCDEFGH.js',
    '/assets/da-code-ABCDEFGH.js',
    '/lean/akut/index.html',
    '/lean/om/kilder/index.html',
  ])
})
