import { expect, test } from 'vitest'
import { middleSeen, seenIn } from '../../bench/lighthouse.ts'

const report = {
  categories: {
    performance: { score: 0.994 },
    accessibility: { score: 1 },
    'best-practices': { score: 1 },
    seo: { score: 0.92 },
  },
  audits: {
    'largest-contentful-paint': { numericValue: 1_188 },
    'total-blocking-time': { numericValue: 61 },
    'network-requests': { details: { items: [{ transferSize: 9_000 }, { transferSize: 36_000 }] } },
  },
}

test('of a report are read the scores, the waiting and what travelled', () => {
  expect(seenIn(report)).toEqual({
    scores: [99, 100, 100, 92],
    painted: 1_188,
    blocked: 61,
    bytes: 45_000,
    requests: 2,
  })
})

test('a report of an error is not taken for a score', () => {
  const failed = { ...report, categories: { ...report.categories, performance: { score: null } } }
  expect(() => seenIn(failed)).toThrow('Lighthouse told no performance')
  expect(() => seenIn({ ...report, audits: {} })).toThrow('Lighthouse told no largest paint')
})

test('the middle of several looks is taken for each figure by itself', () => {
  const seen = seenIn(report)
  const looks = [
    { ...seen, blocked: 10, scores: [100, 100, 100, 100] },
    { ...seen, blocked: 30, scores: [80, 100, 100, 100] },
    { ...seen, blocked: 20, scores: [90, 100, 100, 100] },
  ]
  expect(middleSeen(looks)).toMatchObject({ blocked: 20, scores: [90, 100, 100, 100] })
})
