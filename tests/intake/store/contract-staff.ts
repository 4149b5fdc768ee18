import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at, booking, kept, mailboxIn, move, publish, request, sealed, time } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const day = at('2026-01-10')

export function staffContract(newPlace: () => Promise<Place>): void {
  describe('the work of staff', () => {
    const test = opened(newPlace)

    it('replies: an answered request stays further on when it is', async () => {
      const post = request()
      await test.store.acceptRequest(post, day)
      const reply = { id: randomUUID(), sealed: sealed() }
      expect(await test.store.addReply(post.id, reply, day)).toEqual({ kind: 'accepted', on: day.today })
      expect(await test.store.addReply(post.id, reply, at('2026-01-11'))).toEqual({
        kind: 'same',
        on: day.today,
      })
      expect(await test.store.addReply(post.id, { ...reply, sealed: sealed() }, day)).toEqual({
        kind: 'conflict',
      })
      expect(await test.store.staffRequest(post.id)).toMatchObject({ state: 'answered' })
      await move(test.store, post.id, 'answered', 'handed-over', day)
      await test.store.addReply(post.id, { id: randomUUID(), sealed: sealed() }, day)
      expect(await test.store.staffRequest(post.id)).toMatchObject({ state: 'handed-over' })
    })

    it('a reply that answers nothing leaves the request waiting, is kept, and sent again changes nothing', async () => {
      const post = request()
      await test.store.acceptRequest(post, day)
      const confirmation = { id: randomUUID(), sealed: sealed(), answers: false }
      expect(await test.store.addReply(post.id, confirmation, day)).toEqual({
        kind: 'accepted',
        on: day.today,
      })
      expect(await test.store.staffRequest(post.id)).toMatchObject({
        state: 'new',
        messages: [{ id: confirmation.id }],
      })
      await move(test.store, post.id, 'new', 'opened', day)
      expect(await test.store.addReply(post.id, confirmation, day)).toMatchObject({ kind: 'same' })
      await test.store.addReply(post.id, { id: randomUUID(), sealed: sealed(), answers: false }, day)
      expect(await test.store.staffRequest(post.id)).toMatchObject({ state: 'opened' })
      await test.store.addReply(post.id, { id: randomUUID(), sealed: sealed(), answers: true }, day)
      expect(await test.store.staffRequest(post.id)).toMatchObject({ state: 'answered' })
    })

    it('reads all requests page by page, each once with its thread, whatever comes and goes meanwhile', async () => {
      const [slot] = await publish(test.store, 'adult-talk', 1)
      const posts = [request([slot!]), ...Array.from({ length: 200 }, () => request())]
      await Promise.all(posts.map(post => test.store.acceptRequest(post, day)))
      const ids = posts.map(post => post.id).sort()
      const first = await test.store.staffRequests()
      expect(first.requests.map(one => one.id)).toEqual(ids.slice(0, 200))
      expect(first.next).toBe(ids[199])

      const last = posts.find(post => post.id === ids[200])!
      await test.store.addReply(last.id, { id: randomUUID(), sealed: sealed() }, day)
      await test.store.withdraw(posts.find(post => post.id === first.next)!.mailbox, day)
      const rest = await test.store.staffRequests(first.next)
      expect(rest).toEqual({ requests: [await test.store.staffRequest(last.id)] })
      expect(rest.requests[0]).toMatchObject({ id: last.id, messages: [{ on: day.today }] })
      const booked = [...first.requests, ...rest.requests].filter(one => one.bookings.length > 0)
      expect(booked).toMatchObject([{ id: posts[0]!.id, bookings: [{ slotId: slot }] }])
    })

    it('puts no more long threads on a page than it can carry, and never none', async () => {
      const posts = [request(), request(), request()]
      for (const post of posts) await test.store.acceptRequest(post, day)
      const write = (mailbox: string) =>
        test.store.addMessage(mailbox, { id: randomUUID(), sealed: sealed() }, day)
      // One of each at a time: who waits for a connection to the database is not waited for without an end.
      for (let n = 0; n < 210; n++) await Promise.all(posts.map(async post => write(post.mailbox)))
      const pages: number[] = []
      let after: string | undefined
      do {
        const page = await test.store.staffRequests(after)
        pages.push(...page.requests.map(one => one.messages.length))
        expect(page.requests).toHaveLength(1)
        after = page.next
      } while (after !== undefined)
      expect(pages).toEqual([210, 210, 210])
    })

    it('finds nothing where nothing is', async () => {
      const id = randomUUID()
      expect(await test.store.staffRequests()).toEqual({ requests: [] })
      expect(await test.store.staffRequest(id)).toBeNull()
      expect(await test.store.addReply(id, { id, sealed: sealed() }, day)).toEqual({ kind: 'not-found' })
      expect(await move(test.store, id, 'new', 'opened', day)).toEqual({
        changed: [],
        refused: [{ id, state: null }],
      })
      expect(await test.store.addNote(id, { id, sealed: sealed() }, day)).toEqual({ kind: 'not-found' })
      expect(await test.store.changes({ have: [] })).toEqual({
        requests: [],
        gone: [],
        left: 0,
        done: { finished: 0, junk: 0 },
      })
    })

    it('publishes times all or none, and the same ones again without harm', async () => {
      const posts = [
        time('youth-talk', '2026-02-02T13:00:00+01:00', { room: 'Green room', counsellor: 'K' }),
        time('adult-talk', '2026-02-01T12:00:00Z', { place: 'telephone' }),
      ]
      expect(await test.store.publishSlots(posts, day)).toEqual({ kind: 'accepted' })
      expect(await test.store.publishSlots(posts, day)).toEqual({ kind: 'accepted' })
      const fresh = time('adult-talk', '2026-02-05T12:00:00Z')
      const changed = [fresh, { ...posts[0]!, seats: 2 }]
      expect(await test.store.publishSlots(changed, day)).toEqual({ kind: 'conflict' })
      const { slots, tally } = await test.store.staffSlots(day)
      expect(slots).toEqual([
        { ...posts[1], seatsLeft: 1, room: null, counsellor: null, bookings: [] },
        { ...posts[0], seatsLeft: 1, bookings: [] },
      ])
      expect(tally).toEqual({ 'youth-talk': 0, 'adult-talk': 0, 'relatives-course': 0 })
    })

    it('shows citizens free times of a kind, soonest first, without room and counsellor', async () => {
      const [late, soon] = [
        time('youth-talk', '2026-02-02T13:00:00+01:00', { room: 'Green room' }),
        time('youth-talk', '2026-02-01T23:30:00Z'),
      ]
      await test.store.publishSlots([late, soon, time('adult-talk', '2026-02-01T12:00:00Z')], day)
      const shown = await test.store.slots('youth-talk', day)
      expect(shown.map(slot => slot.id)).toEqual([soon.id, late.id])
      expect(Object.keys(shown[1]!).sort()).toEqual(['dates', 'id', 'kind', 'place', 'seatsLeft'])
    })

    it('counts a time’s day in Denmark, also near midnight', async () => {
      await test.store.publishSlots([time('youth-talk', '2026-02-01T23:30:00Z')], day)
      expect((await test.store.staffSlots(at('2026-02-02'))).slots).toHaveLength(1)
      expect((await test.store.staffSlots(at('2026-02-03'))).slots).toHaveLength(0)
    })

    it('keeps a course with several dates until its last', async () => {
      const dates = ['2026-02-03', '2026-03-03', '2026-02-17'].map(on => ({
        startsAt: `${on}T16:00:00Z`,
        minutes: 120,
      }))
      const course = time('relatives-course', '', { dates, seats: 12 })
      await test.store.publishSlots([course], day)
      const mailbox = await mailboxIn(test.store)
      await test.store.book(mailbox, booking([course.id]), day)
      expect(await test.store.sweep(kept, at('2026-03-03'))).toMatchObject({ links: 0 })
      expect((await test.store.mailbox(mailbox, at('2026-03-03')))!.bookings).toMatchObject([{ dates }])
      expect(await test.store.sweep(kept, at('2026-03-04'))).toMatchObject({ links: 1 })
    })

    it('withdraws times all or none, never one that somebody has', async () => {
      const [one, two] = await publish(test.store, 'youth-talk', 2)
      const mailbox = await mailboxIn(test.store)
      const post = booking([one!])
      await test.store.book(mailbox, post, day)
      expect(await test.store.withdrawSlots([one!, two!], day)).toBe('slot-booked')
      expect(await test.store.slots('youth-talk', day)).toHaveLength(1)
      await test.store.staffCancelBookings([post.id], day)
      expect(await test.store.withdrawSlots([one!, two!], day)).toBe('withdrawn')
      expect(await test.store.withdrawSlots([one!, two!], day)).toBe('withdrawn')
      expect((await test.store.staffSlots(day)).slots).toEqual([])
    })

    it('either books a time or withdraws it, when both are tried at once', async () => {
      const slots = await publish(test.store, 'relatives-course', 10)
      const mailboxes = await Promise.all(slots.map(() => mailboxIn(test.store)))
      const second = await openStore(test.place.where)
      const outcomes = await Promise.all(
        slots.map(async (slot, n) => {
          const [booked, withdrawn] = await Promise.all([
            test.store.book(mailboxes[n]!, booking([slot]), day),
            second.withdrawSlots([slot], day),
          ])
          return `${booked.kind}, ${withdrawn}`
        }),
      )
      await second.close()
      for (const outcome of outcomes)
        expect(['accepted, slot-booked', 'slot-taken, withdrawn']).toContain(outcome)
    })

    it('cancels nothing when asked to cancel nothing', async () => {
      expect(await test.store.staffCancelBookings([], day)).toEqual({ cancelled: 0 })
      expect(await test.store.withdrawSlots([], day)).toBe('withdrawn')
    })
  })

  describe('signing in', () => {
    const test = opened(newPlace)
    const second = Math.floor(day.now / 1000)
    const token = () => randomBytes(32).toString('base64url')

    it('spends a nonce once, also when tried many times at once', async () => {
      const nonce = token()
      const spent = await Promise.all(
        Array.from({ length: 10 }, () => test.store.spendNonce(nonce, second + 60, day)),
      )
      expect(spent.filter(Boolean)).toHaveLength(1)
      expect(await test.store.spendNonce(token(), second, day)).toBe(false)
    })

    it('keeps of spent nonces only those that could be tried again', async () => {
      const [old, young] = [token(), token()]
      await test.store.spendNonce(old, second + 60, day)
      await test.store.spendNonce(young, second + 180, { ...day, now: day.now + 60_000 })
      expect(await test.place.rows('select nonce from nonces')).toEqual([{ nonce: young }])
    })

    it('keeps a session until it ends or expires', async () => {
      const sessions = [0, 1, 2].map(() => ({ id: token(), member: 'one', expires: second + 60 }))
      for (const { id, ...session } of sessions) await test.store.addSession(id, session)
      const other = token()
      await test.store.addSession(other, { member: 'two', expires: second + 60 })

      expect(await test.store.session(sessions[0]!.id, day)).toEqual({ member: 'one', expires: second + 60 })
      expect(await test.store.session(sessions[0]!.id, { ...day, now: day.now + 60_000 })).toBeNull()
      await test.store.endSession(sessions[2]!.id)
      expect(await test.store.session(sessions[2]!.id, day)).toBeNull()
      expect(await test.store.session(sessions[1]!.id, day)).not.toBeNull()
      await test.store.endSessionsOf('one')
      for (const { id } of sessions) expect(await test.store.session(id, day)).toBeNull()
      expect(await test.store.session(other, day)).not.toBeNull()
    })

    it('takes a proof of work once, and none that has expired', async () => {
      const proof = token()
      const tries = await Promise.all(
        Array.from({ length: 10 }, () => test.store.spendProof(proof, second + 60, day)),
      )
      expect(tries.filter(Boolean)).toHaveLength(1)
      expect(await test.store.spendProof(token(), second, day)).toBe(false)
      await test.store.sweep(kept, day)
      expect(await test.store.spendProof(proof, second + 60, day)).toBe(false)
    })

    it('forgets what has expired', async () => {
      await test.store.spendNonce(token(), second + 60, day)
      await test.store.addSession(token(), { member: 'one', expires: second + 60 })
      await test.store.spendProof(token(), second + 60, day)
      await test.store.sweep(kept, at('2026-01-12'))
      for (const table of ['nonces', 'sessions', 'proofs']) {
        expect(await test.place.rows(`select * from ${table}`)).toEqual([])
      }
    })
  })

  describe('opening and closing', () => {
    const test = opened(newPlace)

    it('answers that it is ready, until it is closed', async () => {
      await test.store.ready()
      const other = await openStore(test.place.where)
      await other.close()
      await expect(other.ready()).rejects.toThrow()
      await other.close()
    })
  })

  it('opens for several programs that start at once on an empty database', async () => {
    const place = await newPlace()
    const stores = await Promise.all([1, 2, 3].map(() => openStore(place.where)))
    const post = request()
    await stores[0]!.acceptRequest(post, day)
    expect(await stores[2]!.staffRequest(post.id)).toMatchObject({ sealed: post.sealed })
    await Promise.all(stores.map(store => store.close()))
    await place.remove()
  })
}
