import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at, booking, everyRequest, kept, mailboxIn, publish, request, sealed } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

export function requestContract(newPlace: () => Promise<Place>): void {
  describe('taking a request', () => {
    const test = opened(newPlace)

    it('says on which day it came, and gives it to staff as it came', async () => {
      const post = request()
      const answer = await test.store.acceptRequest(post, at('2026-01-10'))
      expect(answer).toEqual({ kind: 'accepted', answer: { receivedOn: '2026-01-10', slot: null } })
      expect(await test.store.staffRequest(post.id)).toEqual({
        id: post.id,
        version: expect.stringMatching(/^[\w-]{11}$/) as string,
        receivedOn: '2026-01-10',
        state: 'new',
        stateOn: '2026-01-10',
        answeredOn: null,
        held: 0,
        sealed: post.sealed,
        messages: [],
        notes: [],
        bookings: [],
      })
    })

    it('gives a retry the first answer, also days later and after the store was opened again', async () => {
      const [slot] = await publish(test.store, 'youth-talk', 1)
      const post = request([slot!])
      const first = await test.store.acceptRequest(post, at('2026-01-10'))
      const again = await openStore(test.place.where)
      const retried = await again.acceptRequest(post, at('2026-01-12'))
      await again.close()
      expect(retried).toEqual({ ...first, kind: 'same' })
    })

    it('takes one of many tries of the same request at the same time', async () => {
      const post = request()
      const tries = await Promise.all(
        Array.from({ length: 20 }, () => test.store.acceptRequest(post, at('2026-01-10'))),
      )
      expect(tries.filter(one => one.kind === 'accepted')).toHaveLength(1)
      expect(tries.filter(one => one.kind === 'same')).toHaveLength(19)
    })

    it('refuses another content under a known id', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      const other = { ...post, sealed: sealed() }
      expect(await test.store.acceptRequest(other, at('2026-01-10'))).toEqual({ kind: 'conflict' })
      const elsewhere = { ...post, mailbox: request().mailbox }
      expect(await test.store.acceptRequest(elsewhere, at('2026-01-10'))).toEqual({ kind: 'conflict' })
      expect(await test.store.mailbox(elsewhere.mailbox, at('2026-01-10'))).toBeNull()
      expect((await test.store.staffRequest(post.id))?.sealed).toBe(post.sealed)
    })

    it('refuses a second request with the mailbox of a first', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      const second = { ...request(), mailbox: post.mailbox }
      expect(await test.store.acceptRequest(second, at('2026-01-10'))).toEqual({ kind: 'conflict' })
    })

    it('gives the first wished time that is free', async () => {
      const [one, two] = await publish(test.store, 'youth-talk', 2)
      await test.store.acceptRequest(request([one!]), at('2026-01-10'))
      const answer = await test.store.acceptRequest(request([one!, two!]), at('2026-01-10'))
      expect(answer).toMatchObject({ kind: 'accepted', answer: { slot: { id: two, seatsLeft: 0 } } })
    })

    it('is never lost over a time that is taken, unknown or past', async () => {
      const [one] = await publish(test.store, 'youth-talk', 1)
      await test.store.acceptRequest(request([one!]), at('2026-01-10'))
      for (const post of [request([one!]), request([randomUUID()])]) {
        const answer = await test.store.acceptRequest(post, at('2026-01-10'))
        expect(answer).toMatchObject({ kind: 'accepted', answer: { slot: null } })
      }
      const [later] = await publish(test.store, 'adult-talk', 1)
      const past = await test.store.acceptRequest(request([later!]), at('2026-03-01'))
      expect(past).toMatchObject({ kind: 'accepted', answer: { slot: null } })
      expect(await everyRequest(test.store)).toHaveLength(4)
    })

    it('tells a late retry where its time was moved to, and that one given back is gone', async () => {
      const [one, two] = await publish(test.store, 'youth-talk', 2)
      const post = request([one!])
      await test.store.acceptRequest(post, at('2026-01-10'))
      const [held] = (await test.store.mailbox(post.mailbox, at('2026-01-10')))!.bookings
      const move = booking([two!], held!.id)
      await test.store.book(post.mailbox, move, at('2026-01-11'))
      expect(await test.store.acceptRequest(post, at('2026-01-12'))).toMatchObject({
        answer: { slot: { id: two } },
      })
      await test.store.cancelBooking(post.mailbox, move.id, at('2026-01-12'))
      expect(await test.store.acceptRequest(post, at('2026-01-12'))).toMatchObject({ answer: { slot: null } })
    })

    it('fails alone: what is asked in the same moment stands', async () => {
      const good = request()
      const outcomes = await Promise.allSettled([
        test.store.acceptRequest({ ...request(), mailbox: null as unknown as string }, at('2026-01-10')),
        test.store.acceptRequest(good, at('2026-01-10')),
        test.store.acceptRequest(request(), at('not a day')),
      ])
      expect(outcomes.map(one => one.status)).toEqual(['rejected', 'fulfilled', 'rejected'])
      expect((await everyRequest(test.store)).map(one => one.id)).toEqual([good.id])
    })
  })

  describe('a mailbox', () => {
    const test = opened(newPlace)

    it('is not there for a wrong token', async () => {
      expect(await test.store.mailbox(request().mailbox, at('2026-01-10'))).toBeNull()
      const message = { id: randomUUID(), sealed: sealed() }
      expect(await test.store.addMessage(request().mailbox, message, at('2026-01-10'))).toEqual({
        kind: 'unknown-mailbox',
      })
    })

    it('holds what the person and staff wrote, with the day', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      const [question, reply] = [
        { id: randomUUID(), sealed: sealed() },
        { id: randomUUID(), sealed: sealed() },
      ]
      expect(await test.store.addMessage(post.mailbox, question, at('2026-01-11'))).toEqual({
        kind: 'accepted',
        on: '2026-01-11',
      })
      expect(await test.store.addReply(post.id, reply, at('2026-01-12'))).toEqual({
        kind: 'accepted',
        on: '2026-01-12',
      })
      const { messages } = (await test.store.mailbox(post.mailbox, at('2026-01-12')))!
      expect(messages).toHaveLength(2)
      expect(messages).toContainEqual({ ...question, on: '2026-01-11', from: 'citizen' })
      expect(messages).toContainEqual({ ...reply, on: '2026-01-12', from: 'staff' })
      expect((await test.store.staffRequest(post.id))?.messages).toEqual(messages)
    })

    it('takes a message once however often it is sent, and refuses another under its id', async () => {
      const mailbox = await mailboxIn(test.store)
      const other = await mailboxIn(test.store)
      const message = { id: randomUUID(), sealed: sealed() }
      const tries = await Promise.all(
        Array.from({ length: 5 }, () => test.store.addMessage(mailbox, message, at('2026-01-11'))),
      )
      expect(tries.map(one => one.kind).sort()).toEqual(['accepted', 'same', 'same', 'same', 'same'])
      const changed = { ...message, sealed: sealed() }
      expect(await test.store.addMessage(mailbox, changed, at('2026-01-11'))).toEqual({ kind: 'conflict' })
      expect(await test.store.addMessage(other, message, at('2026-01-11'))).toEqual({ kind: 'conflict' })
      expect((await test.store.mailbox(mailbox, at('2026-01-11')))?.messages).toHaveLength(1)
    })

    it('takes 500 messages and no more, but a retry and a reply always', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      const message = () => ({ id: randomUUID(), sealed: sealed() })
      const messages = Array.from({ length: 500 }, message)
      const write = (one: { id: string; sealed: string }) =>
        test.store.addMessage(post.mailbox, one, at('2026-01-10'))
      // In tens: one who waits for a connection behind 500 others gives up, on a busy machine.
      for (let n = 0; n < 500; n += 10) await Promise.all(messages.slice(n, n + 10).map(write))
      await test.store.addReply(post.id, message(), at('2026-01-11'))
      expect(await write(message())).toEqual({ kind: 'full' })
      expect(await write(messages[0]!)).toEqual({ kind: 'same', on: '2026-01-10' })
      const { messages: kept, state } = (await test.store.staffRequest(post.id))!
      expect([kept.length, state]).toEqual([501, 'answered'])
    })

    it('says the day it closes: 90 days after its last use, or after a time it holds', async () => {
      const [slot] = await publish(test.store, 'adult-talk', 1)
      const mailbox = await mailboxIn(test.store)
      const closesOn = async (day: string) => (await test.store.mailbox(mailbox, at(day)))?.closesOn
      expect(await closesOn('2026-01-10')).toBe('2026-04-10')
      expect(await closesOn('2026-01-11')).toBe('2026-04-11')
      await test.store.book(mailbox, booking([slot!]), at('2026-01-11'))
      expect(await closesOn('2026-01-11')).toBe('2026-05-02')
      await test.store.sweep(kept, at('2026-02-02'))
      expect(await test.place.rows('select used_on from mailboxes')).toEqual([{ used_on: '2026-02-01' }])
    })
  })
}
