import { expect, test } from 'vitest'
import { middleSeen, seenIn } from '../../bench/lighthouse.ts'

const report = {
  configSettings: { throttling: { cpuSlowdownMultiplier: 4 } },
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

const thread = { pid: 7, tid: 1 }
const trace = {
  traceEvents: [
    { ...thread, name: 'thread_name', ph: 'M', args: { name: 'CrRendererMain' } },
    { ...thread, name: 'RunTask', ph: 'X', dur: 30_000, tdur: 6_000 },
    { ...thread, name: 'RunTask', ph: 'X', dur: 12_000, tdur: 11_000 },
    { ...thread, tid: 2, name: 'RunTask', ph: 'X', dur: 90_000, tdur: 90_000 },
  ],
}

test('of a report are read the scores, the waiting and what travelled', () => {
  expect(seenIn(report, trace)).toEqual({
    scores: [99, 100, 100, 92],
    painted: 1_188,
    blocked: 61,
    // Four times slower: the second task in its thread's own time, the first by the clock.
    longest: 44,
    clock: 120,
    bytes: 45_000,
    requests: 2,
  })
})

test('a report of an error is not taken for a score', () => {
  const failed = { ...report, categories: { ...report.categories, performance: { score: null } } }
  expect(() => seenIn(failed, trace)).toThrow('Lighthouse told no performance')
  expect(() => seenIn({ ...report, audits: {} }, trace)).toThrow('Lighthouse told no largest paint')
})

test('a trace without a task is not taken for a page that blocks nothing', () => {
  expect(() => seenIn(report, { traceEvents: trace.traceEvents.slice(1) })).toThrow('Lighthouse told no task')
})

test('the middle of several looks is taken for each figure by itself', () => {
  const seen = seenIn(report, trace)
  const looks = [
    { ...seen, blocked: 10, scores: [100, 100, 100, 100] },
    { ...seen, blocked: 30, scores: [80, 100, 100, 100] },
    { ...seen, blocked: 20, scores: [90, 100, 100, 100] },
  ]
  expect(middleSeen(looks)).toMatchObject({ blocked: 20, scores: [90, 100, 100, 100] })
})
