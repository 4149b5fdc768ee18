// In a document
import { expect, test, vi } from 'vitest'
import { eachOnItsOwnPhone, entry, here, prove, refused } from './at-outbox.ts'
import { noNetwork } from '../harness/real-intake.ts'
import { put } from '../harness/refusing.ts'

// What a try comes to, and who hears of it.

Object.assign(globalThis, { reportError: vi.fn() })
eachOnItsOwnPhone()

const html = (status: number, headers = {}): Response =>
  new Response('<h1>Wi-Fi</h1>', { status, headers: { 'content-type': 'text/html', ...headers } })

test.each([
  ['a page of a café', () => html(200)],
  ['a redirect', () => Response.error()],
  ['a proxy that refuses', () => html(403)],
  ['a blocked address', () => html(451)],
  ['JSON of somebody else', () => Response.json({ ok: true })],
  ['a broken server', () => html(502)],
  ['no network', noNetwork],
] as const)('after %s it is not sent, and waits', async (_name, answer) => {
  await here.queue.put(entry, here.intake.recipients)
  here.intake.answer = answer
  expect(await here.queue.flushAll(prove)).toMatchObject([{ kind: 'waiting' }])
  expect(await here.queue.standings()).toMatchObject([{ at: 'waiting' }])
  here.intake.answer = null
  expect(await here.queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
})

test('what is refused waits for somebody, is not tried by itself, and is tried when they say so', async () => {
  await here.queue.put(entry, here.intake.recipients)
  here.intake.answer = path => (path.endsWith('/requests') ? refused() : noNetwork())
  expect(await here.queue.flushAll(prove)).toEqual([{ kind: 'needs-you', why: 'unacceptable' }])
  expect(await here.queue.standings()).toEqual([
    { id: entry.id, purpose: 'request', at: 'needs-you', why: 'unacceptable' },
  ])
  here.intake.answer = null
  expect(await here.queue.flushAll(prove)).toEqual([])
  await here.queue.tryAgain(entry.id)
  expect(await here.queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
})

test('why it waits is known also to who comes to look after the try', async () => {
  await here.queue.put(entry, here.intake.recipients)
  expect(await here.queue.standings()).toMatchObject([{ at: 'waiting', why: null }])
  here.intake.answer = noNetwork
  await here.queue.flushAll(prove)
  expect(await here.queue.standings()).toMatchObject([{ at: 'waiting', why: 'server' }])
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await here.queue.flushAll(prove)
  expect(await here.queue.standings()).toMatchObject([{ at: 'waiting', why: 'offline' }])
  vi.restoreAllMocks()
})

test('a try without a network has not left the phone', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  here.intake.answer = noNetwork
  await here.queue.put(entry, here.intake.recipients)
  expect(await here.queue.flushAll(prove)).toEqual([{ kind: 'waiting', why: 'offline' }])
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('withdrawn')
  vi.restoreAllMocks()
})

test('the answer that another tab got is the answer here, and what is nowhere is none', async () => {
  const other = '3f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11'
  await here.queue.put(entry, here.intake.recipients)
  const [sent] = await here.queue.flushAll(prove)
  expect(sent).toMatchObject({ kind: 'sent', answer: { id: entry.id } })
  expect(await here.queue.sendKept(entry.id, prove)).toEqual(sent)
  await expect(here.queue.sendKept(other, prove)).rejects.toThrow('no longer on the phone')
})

test.each([
  [[], false],
  [['8a51bd0e-2c0f-4ad0-9c58-5f8a26dd1d21'], true],
])(
  'of %j wished times it is remembered with the answer that there were some: %s',
  async (slotIds, wished) => {
    const answer = { id: entry.id, receivedOn: '2026-11-26', slot: null }
    here.intake.answer = path =>
      path === '/api/requests' ? Response.json(answer, { status: 201 }) : noNetwork()
    await here.queue.put({ ...entry, slotIds }, here.intake.recipients)
    await here.queue.flushAll(prove)
    expect(await here.queue.standings()).toMatchObject([{ at: 'sent', wished }])
  },
)

test('listeners hear what they asked for: tries, what is taken back, or all', async () => {
  const [ended, back, all] = [vi.fn(), vi.fn(), vi.fn()]
  const stop = here.queue.onOutbox(ended)
  here.queue.onTakenBack(back)
  here.queue.onOutboxChange(all)
  await here.queue.put(entry, here.intake.recipients)
  here.queue.tellForgotten()
  expect([ended.mock.calls, back.mock.calls]).toEqual([[], []])
  expect(all).toHaveBeenCalledTimes(2)
  here.intake.answer = noNetwork
  await here.queue.flushAll(prove)
  expect(ended.mock.calls).toEqual([[{ id: entry.id, outcome: { kind: 'waiting', why: 'server' } }]])
  stop()
  await here.queue.flushAll(prove)
  expect(ended).toHaveBeenCalledOnce()
  await here.queue.withdrawWaiting(entry.id)
  expect(back.mock.calls).toEqual([[entry.id, 'taken-back']])
})

test('tabs and the worker, also of another version, share one lock and one channel', async () => {
  const names: string[] = []
  vi.stubGlobal(
    'BroadcastChannel',
    class extends EventTarget {
      constructor(name: string) {
        super()
        names.push(`channel ${name}`)
      }
      postMessage(): void {
        names.push('told')
      }
    },
  )
  const request = (name: string, ...rest: unknown[]): unknown => {
    names.push(`lock ${name}`)
    return (rest.at(-1) as () => unknown)()
  }
  put(navigator, 'locks', { value: { request } })
  here.queue.onOutbox(() => undefined)
  await here.queue.flushAll(prove)
  expect(names).toEqual(['channel outbox', 'lock outbox'])
})
