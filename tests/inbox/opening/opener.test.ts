import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SEALED_BYTES } from '../../../src/core/contract/encoding.ts'
import type { StaffRequest } from '../../../src/core/contract/index.ts'
import type { TeamKey } from '../../../src/core/sealing/index.ts'
import type { Part } from '../../../src/inbox/opening/lacking.ts'
import { closeOpener, createOpener, fetchRequest, type Opener } from '../../../src/inbox/opening/opener.ts'
import type { Session } from '../../../src/inbox/session/session.ts'
import type { Report, Task } from '../../../src/inbox/opening/worker.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const stored = (id: string): StaffRequest => ({
  id,
  version: randomBytes(8).toString('base64url'),
  receivedOn: '2026-01-10',
  state: 'new',
  stateOn: '2026-01-10',
  answeredOn: null,
  held: 0,
  sealed: randomBytes(SEALED_BYTES).toString('base64url'),
  messages: [],
  notes: [],
  bookings: [],
})
const id = randomUUID()
const teams: TeamKey[] = []
const wanted = { have: new Map<string, string>(), done: false, also: [], quiet: false }
let answer: () => Response

beforeEach(() => {
  answer = () => {
    const changes = { requests: [stored(id)], gone: [], left: 0, done: { finished: 2, junk: 0 } }
    return new Response(JSON.stringify(changes))
  }
  vi.stubGlobal('fetch', () => Promise.resolve(answer()))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The worker's own program, beside the test as it would stand beside a page: both ends clone what they send. */
async function besidePage(): Promise<{ start: () => Worker; terminate: () => void }> {
  const page = new EventTarget()
  const inside = new EventTarget()
  const terminate = vi.fn()
  vi.stubGlobal('addEventListener', inside.addEventListener.bind(inside))
  vi.stubGlobal('postMessage', (data: Report) => {
    page.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
  })
  await import('../../../src/inbox/opening/worker.ts')
  const worker = Object.assign(page, {
    postMessage: (data: Task) =>
      inside.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })),
    terminate,
  })
  // Sound: it has what is used of one.
  return { start: () => worker as unknown as Worker, terminate }
}

async function ask(opener: Opener): Promise<{ parts: Part[]; finished: number }> {
  const parts: Part[] = []
  const { done } = await opener.lacking(wanted, part => parts.push(part))
  return { parts, finished: done.finished }
}
const coming = { opened: [], left: 1 }
const shut = { opened: [{ stored: { id }, envelope: null }], left: 0 }

test('the worker fetches and opens: parts come as they are open, then what was left out', async () => {
  const { start, terminate } = await besidePage()
  const opener = createOpener(teams, start)
  const { parts, finished } = await ask(opener)
  expect(parts).toMatchObject([coming, shut])
  expect(finished).toBe(2)
  answer = () => new Response(JSON.stringify(stored(id)))
  expect((await opener.one(id)).stored.id).toBe(id)
  // What was sealed stays behind.
  expect(Object.keys(parts[1]!.opened[0]!.stored)).not.toContain('sealed')
  opener.close()
  expect(terminate).toHaveBeenCalledOnce()
})

test('why the intake did not answer is told as it is on the page', async () => {
  const { start } = await besidePage()
  answer = () => {
    throw new TypeError('offline')
  }
  await expect(createOpener(teams, start).one(id)).rejects.toMatchObject({ problem: 'unreachable' })
  const problem = { type: 'urn:foerste-snak:problem:not-signed-in', title: 'Not signed in', status: 401 }
  answer = () => new Response(JSON.stringify(problem), { status: 401 })
  await expect(ask(createOpener(teams, start))).rejects.toMatchObject({ problem: 'not-signed-in' })
})

test('a browser that has no worker, or refuses it, opens on the page', async () => {
  const refused = createOpener(teams, () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  })
  expect((await ask(refused)).parts).toMatchObject([coming, shut])
  answer = () => new Response(JSON.stringify(stored(id)))
  expect((await refused.one(id)).stored.id).toBe(id)
  refused.close()
})

/** A worker that takes what it is given, and does nothing else. */
function silent(): { worker: EventTarget; terminate: () => void; start: () => Worker } {
  const terminate = vi.fn()
  const worker = Object.assign(new EventTarget(), { postMessage: () => undefined, terminate })
  return { worker, terminate, start: () => worker as unknown as Worker }
}

test('one that breaks is ended, and what was asked of it is opened on the page', async () => {
  const { worker, terminate, start } = silent()
  const opener = createOpener(teams, start)
  const asked = ask(opener)
  worker.dispatchEvent(new Event('error'))
  expect((await asked).parts).toMatchObject([coming, shut])
  expect(terminate).toHaveBeenCalledOnce()
  expect((await ask(opener)).parts).toMatchObject([coming, shut])
})

test('one that says nothing is waited for ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { terminate, start } = silent()
  const asked = ask(createOpener(teams, start))
  vi.advanceTimersByTime(9_999)
  expect(terminate).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect((await asked).parts).toMatchObject([coming, shut])
  expect(terminate).toHaveBeenCalledOnce()
})

test('what is asked for when the desk is shut ends there, and nothing more is begun with its keys', async () => {
  const { start } = silent()
  const opener = createOpener(teams, start)
  const waits = opener.one(id)
  opener.close()
  await expect(waits).rejects.toMatchObject({ problem: 'not-signed-in' })
  await expect(opener.one(id)).rejects.toMatchObject({ problem: 'not-signed-in' })
  const session = { teams } as unknown as Session // it has what is asked of one
  closeOpener(session)
  await expect(fetchRequest(session, id)).rejects.toMatchObject({ problem: 'not-signed-in' })
})
