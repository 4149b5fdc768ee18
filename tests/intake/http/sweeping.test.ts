import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LogEntry } from '../../../src/intake/log.ts'
import type { Swept } from '../../../src/intake/store/answers.ts'
import type { Store } from '../../../src/intake/store/store.ts'
import { oneAfterAnother, sweepDaily } from '../../../src/intake/jobs/sweeping.ts'
import { kept } from '../store/builders.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-10T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const nothing: Swept = { requests: 0, links: 0, unanswered: 0, heldSince: null }
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

/** Sweeps on a store that answers so, and says what came of it. */
async function sweeping(...answers: (() => Promise<Swept>)[]) {
  const log: LogEntry[] = []
  const swept: string[] = []
  const sweep: Store['sweep'] = (_kept, at) => {
    swept.push(new Date(at.now).toISOString().slice(5, 16))
    return (answers.shift() ?? (() => Promise.resolve(nothing)))()
  }
  const mixed: string[] = []
  const mix: Store['mix'] = at => {
    mixed.push(new Date(at.now).toISOString().slice(11, 16))
    return Promise.resolve()
  }
  const at = () => ({ today: new Date().toISOString().slice(0, 10), now: Date.now() })
  const stop = sweepDaily({ store: { sweep, mix }, retention: kept, at, log: entry => log.push(entry) })
  await minutes(0)
  return { log, swept, mixed, stop }
}

test('it erases at once and then once a day', async () => {
  const { log, swept, stop } = await sweeping()
  await minutes(30 * 60)
  expect(swept).toEqual(['01-10T12:00', '01-11T00:00'])
  expect(log).toMatchObject([
    { event: 'swept', on: '2026-01-10', requests: 0, links: 0, unanswered: 0 },
    { event: 'swept', on: '2026-01-11' },
  ])
  stop()
  await minutes(48 * 60)
  expect(swept).toHaveLength(2)
})

test('what goes wrong is logged with its code, keeps nothing from starting, and is tried at the next look', async () => {
  const gone = () => Promise.reject(Object.assign(new Error('sentinel'), { code: 'ECONNREFUSED' }))
  const { log, swept, stop } = await sweeping(gone)
  await minutes(60)
  expect(swept).toEqual(['01-10T12:00', '01-10T12:15'])
  expect(log).toMatchObject([
    { event: 'broken', method: 'TIMER', route: 'sweep', error: 'Error ECONNREFUSED' },
    { event: 'swept' },
  ])
  expect(JSON.stringify(log)).not.toContain('sentinel')
  stop()
})

test('the files are looked after at each quarter of an hour, also while the sweep fails', async () => {
  const { mixed, stop } = await sweeping(() => Promise.reject(new Error('gone')))
  await minutes(45)
  expect(mixed).toEqual(['12:00', '12:15', '12:30', '12:45'])
  stop()
})

test('a sweep that is held says so once a day, and is tried again until somebody has confirmed the day', async () => {
  const held = () => Promise.resolve({ ...nothing, heldSince: '2026-01-01' })
  const { log, swept, stop } = await sweeping(held, held, held)
  await minutes(60)
  expect(swept).toEqual(['01-10T12:00', '01-10T12:15', '01-10T12:30', '01-10T12:45'])
  expect(log).toMatchObject([{ event: 'held', on: '2026-01-10', since: '2026-01-01' }, { event: 'swept' }])
  expect(log[0]).toHaveProperty('says', expect.stringContaining('confirm-day 2026-01-10'))
  stop()
})

test('one sweep that takes long is not joined by another, and its end after the stop is no fault', async () => {
  let fail: (error: Error) => void = () => undefined
  const { log, swept, stop } = await sweeping(() => new Promise((_resolve, reject) => (fail = reject)))
  await minutes(60)
  expect(swept).toHaveLength(1)
  stop()
  fail(new Error('the store is closed'))
  await minutes(60)
  expect([swept.length, log]).toEqual([1, []])
})

test('several on one machine take turns, also after one that failed', async () => {
  const inTurn = oneAfterAnother()
  const order: string[] = []
  const piece = (name: string) => async () => {
    order.push(`${name} begins`)
    await Promise.resolve()
    order.push(`${name} ends`)
    if (name === 'a') throw new Error('told elsewhere')
  }
  const all = [inTurn(piece('a')), inTurn(piece('b')), inTurn(piece('c'))]
  expect((await Promise.allSettled(all)).map(one => one.status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})
