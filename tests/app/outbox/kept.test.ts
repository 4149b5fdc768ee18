// In a document
import { expect, test, vi } from 'vitest'
import { eachOnItsOwnPhone, entry, here, loadPage, prove, refused } from './at-outbox.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { token } from '../../intake/http/intake.ts'
import { noNetwork } from '../harness/real-intake.ts'
import { hurry, refuseDatabase, refuseWriting } from '../harness/refusing.ts'

// What lies on the phone, who is told of it, and what is taken back.

Object.assign(globalThis, { reportError: vi.fn() })
eachOnItsOwnPhone()

test('what was sent while nobody looked is told until it has been seen', async () => {
  here.intake.answer = noNetwork
  await here.queue.put(entry, here.intake.recipients)
  expect(await here.queue.flushAll(prove)).toMatchObject([{ kind: 'waiting' }])
  expect(await here.queue.standings()).toMatchObject([{ id: entry.id, at: 'waiting', inMemory: false }])
  here.intake.answer = null
  expect(await here.queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
  expect(await here.queue.standings()).toMatchObject([{ id: entry.id, at: 'sent', answer: { slot: null } }])
  await here.queue.seen(entry.id)
  expect(await here.queue.standings()).toEqual([])
})

test('while it arrives, whoever looks finds it waiting or arrived at every moment', async () => {
  here.intake.answer = noNetwork
  for (let time = 0; time < 5; time++)
    await here.queue.put(
      { ...entry, id: crypto.randomUUID(), mailbox: hashToken(token()) },
      here.intake.recipients,
    )
  await here.queue.flushAll(prove)
  here.intake.answer = null
  const sending = { hasEnded: false }
  const flushing = here.queue.flushAll(prove).finally(() => (sending.hasEnded = true))
  const found: Promise<string[]>[] = []
  while (!sending.hasEnded) {
    found.push(here.queue.standings().then(all => all.map(one => one.id)))
    await new Promise(done => setTimeout(done))
  }
  await flushing
  expect(found.length).toBeGreaterThan(10)
  for (const ids of await Promise.all(found)) expect([ids.length, new Set(ids).size]).toEqual([5, 5])
  expect(await here.queue.standings()).toMatchObject(Array(5).fill({ at: 'sent' }))
})

test('it is taken back for good, and the intake may have it when a try had left', async () => {
  await here.queue.put(entry, here.intake.recipients)
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('withdrawn')
  expect(await here.queue.flushAll(prove)).toEqual([])
  here.intake.answer = noNetwork
  await here.queue.put(entry, here.intake.recipients)
  await here.queue.flushAll(prove)
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('already-sent')
})

test('a phone that does not say what it keeps is not taken for one that has sent it', async () => {
  await here.queue.put(entry, here.intake.recipients)
  refuseWriting('never answers')
  hurry(100)
  await expect(here.queue.withdrawWaiting(entry.id)).rejects.toThrow('no answer in time')
  expect(here.queue.isSilent()).toBe(true)
  expect(await here.queue.standings()).toEqual([])
})

test('where the browser says no to storage, there is what this page has in memory and nothing else', async () => {
  refuseDatabase('says no')
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('already-sent')
  await here.queue.put(entry, here.intake.recipients)
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('withdrawn')
})

test('one that cannot be opened keeps no other from being sent, nor a thread from being read', async () => {
  await here.queue.put({ ...entry, purpose: 'message', mailbox: token() }, here.intake.recipients)
  const { withDatabase } = await import('../../../src/app/kept/database.ts')
  await withDatabase(db => db.clear('keys'))
  const other = { ...entry, id: '8f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11' }
  await here.queue.put(other, here.intake.recipients)
  expect(await here.queue.listWaiting()).toEqual([other])
  expect(await here.queue.flushAll(prove)).toEqual([
    { kind: 'waiting', why: 'server' },
    expect.objectContaining({ kind: 'sent' }),
  ])
  expect(await here.queue.standings()).toMatchObject([
    { id: other.id, at: 'sent' },
    { id: entry.id, at: 'waiting' },
  ])
})

test('that a try has left is known to the next page, too', async () => {
  await here.queue.put(entry, here.intake.recipients)
  here.intake.answer = noNetwork
  await here.queue.flushAll(prove)
  await loadPage()
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
  // And of what was never tried the next page knows that as well.
  await here.queue.put(entry, here.intake.recipients)
  await loadPage()
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('withdrawn')
})

test('a try that the phone will not write down has left it all the same', async () => {
  await here.queue.put(entry, here.intake.recipients)
  here.intake.answer = noNetwork
  refuseWriting('full')
  await here.queue.flushAll(prove)
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
})

test('a message waits with its token locked, and is sent as it was given', async () => {
  const mailbox = token()
  await here.queue.put({ ...entry, purpose: 'message', mailbox }, here.intake.recipients)
  const [waiting] = await here.queue.listWaiting()
  expect(waiting).toMatchObject({ mailbox, sealed: entry.sealed })
})

test('a request is known by its mailbox for as long as it waits, and a message is none', async () => {
  const mailbox = token()
  await here.queue.put({ ...entry, purpose: 'message', mailbox }, here.intake.recipients)
  expect(await here.queue.isWaitingHere(mailbox)).toBe(false)
  expect(await here.queue.isWaitingHere(entry.mailbox)).toBe(false)
  await here.queue.put({ ...entry, id: '3f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11' }, here.intake.recipients)
  expect(await here.queue.isWaitingHere(entry.mailbox)).toBe(true)
  expect(await here.queue.isWaitingHere(hashToken(token()))).toBe(false)
})

/** What lies in the database, as it lies there. */
async function lying(): Promise<readonly { mailbox: unknown }[]> {
  const { withDatabase } = await import('../../../src/app/kept/database.ts')
  return withDatabase(db => db.getAll('waiting'))
}

test('the hash of a mailbox lies open on the phone, and the token of a message locked', async () => {
  await here.queue.put(entry, here.intake.recipients)
  expect(await lying()).toMatchObject([{ mailbox: entry.mailbox }])
  await here.queue.withdrawWaiting(entry.id)
  await here.queue.put({ ...entry, purpose: 'message', mailbox: token() }, here.intake.recipients)
  expect(await lying()).toMatchObject([{ mailbox: { iv: expect.anything(), box: expect.anything() } }])
})

test('only a refusal of the phone lets it wait in memory, and no other fault', async () => {
  vi.stubGlobal('structuredClone', () => {
    throw new TypeError('a fault of ours')
  })
  await expect(here.queue.put(entry, here.intake.recipients)).rejects.toThrow('a fault of ours')
  expect(await lying()).toEqual([])
  expect(await here.queue.standings()).toEqual([])
})

test('in memory it is tried, told and taken back as on the phone, and nothing of it is noted', async () => {
  refuseDatabase('says no')
  here.intake.answer = path => (path.endsWith('/requests') ? refused() : noNetwork())
  await here.queue.put(entry, here.intake.recipients)
  expect(await here.queue.standings()).toEqual([
    { id: entry.id, purpose: 'request', at: 'waiting', why: null, inMemory: true },
  ])
  await here.queue.flushAll(prove)
  expect(await here.queue.standings()).toMatchObject([{ at: 'needs-you' }])
  await here.queue.tryAgain(entry.id)
  here.intake.answer = noNetwork
  await here.queue.flushAll(prove)
  expect(await here.queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
  await here.queue.put(entry, here.intake.recipients)
  here.intake.answer = null
  expect(await here.queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
  expect(await here.queue.standings()).toEqual([])
})

test('no update may reload the page, and links open beside it, for as long as something waits in its memory', async () => {
  const { inMemory, unsaved } = await import('../../../src/app/offline/unsaved.ts')
  refuseDatabase('says no')
  here.intake.answer = noNetwork
  const other = { ...entry, id: '8f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11', purpose: 'message' as const }
  for (const one of [entry, other]) await here.queue.put(one, here.intake.recipients)
  await here.queue.withdrawWaiting(other.id)
  expect([await unsaved(), inMemory.size]).toEqual(['here', 1])
  here.intake.answer = null
  await here.queue.flushAll(prove)
  expect([await unsaved(), inMemory.size]).toEqual(['no', 0])
  await here.queue.put(other, here.intake.recipients)
  expect([await unsaved(), inMemory.size]).toEqual(['here', 1])
  here.queue.forgetMemory()
  expect([await unsaved(), inMemory.size]).toEqual(['no', 0])
})

test('what was noted stays told where the phone keeps no keys any more, without its answer', async () => {
  await here.queue.put(entry, here.intake.recipients)
  await here.queue.flushAll(prove)
  const { withDatabase } = await import('../../../src/app/kept/database.ts')
  await withDatabase(db => db.clear('keys'))
  expect(await here.queue.standings()).toEqual([{ id: entry.id, at: 'sent', answer: null, wished: false }])
})
