// In a document
import { beforeEach, expect, test, vi } from 'vitest'
import type * as Outbox from '../../../src/app/outbox/outbox.ts'
import type { OutboxEvent } from '../../../src/app/outbox/queue.ts'
import type { Outcome, Waiting } from '../../../src/app/outbox/types.ts'

// happy-dom has no storage of its own kind, and no service worker: as in a private window of Firefox.
const queue = vi.hoisted(() => ({
  flushAll: vi.fn(),
  isSilent: vi.fn(),
  listWaiting: vi.fn(),
  onOutbox: vi.fn(),
  put: vi.fn(),
  seen: vi.fn(),
  sendKept: vi.fn(),
}))
vi.mock('../../../src/app/outbox/queue.ts', () => ({ SYNC_TAG: 'outbox', ...queue }))
vi.mock('../../../src/app/build-info.ts', () => ({ recipients: ['team', 'recovery'] }))
vi.mock('../../../src/app/proof/index.ts', () => ({ solveInWorker: vi.fn() }))
const { flush, isToldByCaller, putAndSend } = await import('../../../src/app/outbox/outbox.ts')

const entry: Waiting = {
  id: 'an-id',
  sealed: '',
  mailbox: '',
  slotIds: [],
  madeOn: '2026-11-22',
  purpose: 'request',
}
const waiting: Outcome = { kind: 'waiting', why: 'offline' }
const sent: Outcome = { kind: 'sent', answer: { id: 'an-id', receivedOn: '2026-11-22', slot: null } }
const reported = vi.fn()
let tell: (event: OutboxEvent) => void

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  vi.stubGlobal('reportError', reported)
  queue.listWaiting.mockResolvedValue([entry])
  queue.flushAll.mockResolvedValue([])
  queue.seen.mockResolvedValue(undefined)
  queue.onOutbox.mockImplementation((listener: typeof tell) => {
    tell = listener
    return vi.fn()
  })
})

test('where there is no service worker it waits, nothing breaks, and it is tried again', async () => {
  expect('serviceWorker' in navigator).toBe(false)
  queue.sendKept.mockResolvedValue(waiting)
  expect(await putAndSend(entry)).toEqual(waiting)
  expect(reported).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(queue.flushAll).toHaveBeenCalled()
})

test('only a phone that keeps nothing makes it fail, and then nothing is sent', async () => {
  queue.put.mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  const onKept = vi.fn()
  await expect(putAndSend(entry, onKept)).rejects.toThrow('full')
  expect(onKept).not.toHaveBeenCalled()
  expect(queue.sendKept).not.toHaveBeenCalled()
})

test('what breaks once it is kept is reported, and it waits for the next try', async () => {
  queue.sendKept.mockRejectedValue(new Error('a worker that does not start'))
  expect(await putAndSend(entry)).toMatchObject({ kind: 'waiting' })
  expect(reported).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(queue.flushAll).toHaveBeenCalled()
})

test('it is told that it is kept before the first try leaves', async () => {
  const order: string[] = []
  queue.put.mockImplementation(() => void order.push('put'))
  queue.sendKept.mockImplementation(() => {
    order.push('try')
    return Promise.resolve(sent)
  })
  await putAndSend(entry, () => void order.push('kept'))
  expect(order).toEqual(['put', 'kept', 'try'])
})

test('an answer that another tab got first counts, though nothing is left here to try', async () => {
  queue.sendKept.mockImplementation(async () => {
    tell({ id: 'another', outcome: { kind: 'needs-you', why: 'erased' } })
    tell({ id: 'an-id', outcome: waiting })
    tell({ id: 'an-id', outcome: sent })
    await Promise.resolve()
    throw new Error('what was to be sent is no longer on the phone')
  })
  expect(await putAndSend(entry)).toEqual(sent)
  expect(reported).not.toHaveBeenCalled()
})

test('a message sent while somebody looks is told by its caller alone, and is seen after that', async () => {
  const during: boolean[] = []
  queue.sendKept.mockImplementation(() => {
    during.push(isToldByCaller('an-id'))
    return Promise.resolve(sent)
  })
  await putAndSend({ ...entry, purpose: 'message' })
  expect([...during, isToldByCaller('an-id')]).toEqual([true, true])
  await vi.runAllTimersAsync()
  expect(queue.seen).toHaveBeenCalledWith('an-id')
  expect(isToldByCaller('an-id')).toBe(false)
})

test('the note of a request stays until its receipt is put away, which is not known here', async () => {
  queue.sendKept.mockResolvedValue(sent)
  expect(await putAndSend(entry)).toEqual(sent)
  await vi.runAllTimersAsync()
  expect(queue.seen).not.toHaveBeenCalled()
  expect(isToldByCaller('an-id')).toBe(false)
})

test('what waits, fails, or arrives while nobody looks is told by the page', async () => {
  queue.sendKept.mockResolvedValue(waiting)
  await putAndSend(entry)
  expect(isToldByCaller('an-id')).toBe(false)
  queue.put.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'))
  await expect(putAndSend(entry)).rejects.toThrow('full')
  expect(isToldByCaller('an-id')).toBe(false)
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  queue.sendKept.mockResolvedValue(sent)
  await putAndSend(entry)
  expect(isToldByCaller('an-id')).toBe(false)
  hidden.mockRestore()
})

test('what still waits is tried again after a pause that doubles up to five minutes, and from the small one again once all has gone', async () => {
  const even = vi.spyOn(Math, 'random').mockReturnValue(0.5) // no jitter
  const isTriedAfter = async (ms: number): Promise<void> => {
    queue.flushAll.mockClear()
    await vi.advanceTimersByTimeAsync(ms - 1)
    expect(queue.flushAll).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(queue.flushAll).toHaveBeenCalledOnce()
  }
  await flush()
  for (const round of [1, 2]) {
    queue.flushAll.mockResolvedValue([sent, waiting])
    expect(await flush(), `round ${round}`).toEqual([sent, waiting])
    for (const seconds of [10, 20, 40, 80, 160, 300]) await isTriedAfter(seconds * 1000)
    queue.flushAll.mockResolvedValue([sent])
    await isTriedAfter(300_000)
    queue.flushAll.mockClear()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(queue.flushAll).not.toHaveBeenCalled()
  }
  even.mockRestore()
})

test('what a phone that does not answer may keep is looked for again', async () => {
  const even = vi.spyOn(Math, 'random').mockReturnValue(0.5) // no jitter
  queue.isSilent.mockReturnValue(true)
  expect(await flush()).toEqual([])
  queue.flushAll.mockClear()
  queue.isSilent.mockReturnValue(false)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(queue.flushAll).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(queue.flushAll).toHaveBeenCalledOnce()
  even.mockRestore()
})

/** The outbox of a page that has just been opened. */
async function freshOutbox(): Promise<typeof Outbox> {
  vi.resetModules()
  return import('../../../src/app/outbox/outbox.ts')
}

test('on a fresh page what waits is first tried again after the small pause', async () => {
  const even = vi.spyOn(Math, 'random').mockReturnValue(0.5) // no jitter
  queue.sendKept.mockResolvedValue(waiting)
  await (await freshOutbox()).putAndSend(entry)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(queue.flushAll).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(queue.flushAll).toHaveBeenCalledOnce()
  even.mockRestore()
})

test('a page tries when it starts, gets network or comes into view, however often it is started', async () => {
  const { startOutbox } = await freshOutbox()
  const tried = (): number => queue.flushAll.mock.calls.length
  startOutbox()
  startOutbox()
  expect(tried()).toBe(1)
  dispatchEvent(new Event('online'))
  expect(tried()).toBe(2)
  const seen = vi.spyOn(document, 'visibilityState', 'get')
  seen.mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(tried()).toBe(2)
  seen.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(tried()).toBe(3)
  seen.mockRestore()
})
