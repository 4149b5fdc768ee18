import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { NotePost } from '../../../src/core/contract/index.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at, booking, everyRequest, kept, mailboxIn, publish, request, sealed } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const day = at('2026-01-10')

export function bookingContract(newPlace: () => Promise<Place>): void {
  describe('booking a time', () => {
    const test = opened(newPlace)
    const kinds = (answers: readonly { kind: string }[]) => answers.map(answer => answer.kind).sort()
    const left = async (mailbox: string, on = day) => (await test.store.mailbox(mailbox, on))!.bookingsLeft
    const seatsTaken = async () =>
      (await test.place.rows('select sum(seats_taken) as taken from slots')).map(row =>
        Number(row['taken']),
      )[0]

    it('sells 20 seats 20 times when 200 people try at once, in two programs', async () => {
      const [course] = await publish(test.store, 'relatives-course', 1, 20)
      const mailboxes = await Promise.all(Array.from({ length: 200 }, () => mailboxIn(test.store)))
      const second = await openStore(test.place.where)
      const answers = await Promise.all(
        mailboxes.map((mailbox, n) => (n % 2 ? second : test.store).book(mailbox, booking([course!]), day)),
      )
      await second.close()
      expect(answers.filter(answer => answer.kind === 'accepted')).toHaveLength(20)
      expect(answers.filter(answer => answer.kind === 'slot-taken')).toHaveLength(180)
      const [time] = (await test.store.staffSlots(day)).slots
      expect(time).toMatchObject({ seats: 20, seatsLeft: 0 })
      expect(new Set(time!.bookings.map(one => one.requestId)).size).toBe(20)
      expect(await test.store.slots('relatives-course', day)).toEqual([])
    })

    it('sells 20 seats 20 times when 200 requests wish for them at once, and loses no request', async () => {
      const [course] = await publish(test.store, 'relatives-course', 1, 20)
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => test.store.acceptRequest(request([course!]), day)),
      )
      expect(answers.filter(one => one.kind === 'accepted' && one.answer.slot !== null)).toHaveLength(20)
      expect(await everyRequest(test.store)).toHaveLength(200)
    })

    it('gives a young person two talks in all, also when ten tries come at once in two programs', async () => {
      const slots = await publish(test.store, 'youth-talk', 10)
      const mailbox = await mailboxIn(test.store)
      const second = await openStore(test.place.where)
      const answers = await Promise.all(
        slots.map((slot, n) => (n % 2 ? second : test.store).book(mailbox, booking([slot]), day)),
      )
      await second.close()
      expect(kinds(answers)).toEqual([
        ...Array<string>(2).fill('accepted'),
        ...Array<string>(8).fill('no-booking-left'),
      ])
      expect(await left(mailbox)).toMatchObject({ 'youth-talk': 0 })
      expect(await seatsTaken()).toBe(2)
    })

    it.each([
      ['adult-talk', 2],
      ['relatives-course', 1],
    ] as const)('lets nobody hold more of %s than %d at a time', async (kind, most) => {
      const slots = await publish(test.store, kind, 4)
      const mailbox = await mailboxIn(test.store)
      const answers = await Promise.all(slots.map(slot => test.store.book(mailbox, booking([slot]), day)))
      expect(answers.filter(answer => answer.kind === 'accepted')).toHaveLength(most)
      await test.store.sweep(kept, at('2026-03-01'))
      expect(await left(mailbox, at('2026-03-01'))).toMatchObject({ [kind]: most })
    })

    it('counts a retried booking once', async () => {
      const slots = await publish(test.store, 'youth-talk', 2)
      const mailbox = await mailboxIn(test.store)
      const post = booking(slots)
      const answers = await Promise.all(Array.from({ length: 10 }, () => test.store.book(mailbox, post, day)))
      expect(answers.filter(answer => answer.kind === 'accepted')).toHaveLength(1)
      expect(answers.filter(answer => answer.kind === 'same')).toHaveLength(9)
      const given = answers.map(answer => ('booking' in answer ? answer.booking : null))
      expect(new Set(given.map(one => JSON.stringify(one))).size).toBe(1)
      expect(await left(mailbox)).toMatchObject({ 'youth-talk': 1 })
      expect(await seatsTaken()).toBe(1)
    })

    it('refuses another wish, or another mailbox, under a known booking id', async () => {
      const [one, two] = await publish(test.store, 'youth-talk', 2)
      const mailbox = await mailboxIn(test.store)
      const post = booking([one!])
      await test.store.book(mailbox, post, day)
      expect(await test.store.book(mailbox, { ...post, slotIds: [two!] }, day)).toEqual({ kind: 'conflict' })
      expect(await test.store.book(await mailboxIn(test.store), post, day)).toEqual({ kind: 'conflict' })
    })

    it('never gives one person two seats at the same time', async () => {
      const [course] = await publish(test.store, 'adult-talk', 1, 5)
      const mailbox = await mailboxIn(test.store)
      await test.store.book(mailbox, booking([course!]), day)
      expect(await test.store.book(mailbox, booking([course!]), day)).toEqual({ kind: 'slot-taken' })
      expect(await seatsTaken()).toBe(1)
    })

    it('does not book a time that has begun', async () => {
      const [slot] = await publish(test.store, 'youth-talk', 1)
      const mailbox = await mailboxIn(test.store)
      const begun = { today: '2026-02-01', now: Date.parse('2026-02-01T14:00:00+01:00') }
      expect(await test.store.slots('youth-talk', { ...begun, now: begun.now - 1 })).toHaveLength(1)
      expect(await test.store.slots('youth-talk', begun)).toEqual([])
      expect(await test.store.book(mailbox, booking([slot!]), begun)).toEqual({ kind: 'slot-taken' })
    })

    it('moves a time as one act: the old one is given back only when a new one was got', async () => {
      const [one, two, three] = await publish(test.store, 'youth-talk', 3)
      const [mailbox, other] = [await mailboxIn(test.store), await mailboxIn(test.store)]
      const old = booking([one!])
      await test.store.book(mailbox, old, day)
      await test.store.book(other, booking([two!]), day)

      expect(await test.store.book(mailbox, booking([two!], old.id), day)).toEqual({ kind: 'slot-taken' })
      expect((await test.store.mailbox(mailbox, day))!.bookings).toMatchObject([{ id: old.id, slotId: one }])

      const move = booking([two!, three!], old.id)
      expect(await test.store.book(mailbox, move, day)).toMatchObject({
        kind: 'accepted',
        booking: { slotId: three },
      })
      expect(await test.store.book(mailbox, move, day)).toMatchObject({
        kind: 'same',
        booking: { slotId: three },
      })
      expect((await test.store.mailbox(mailbox, day))!.bookings).toMatchObject([
        { id: move.id, slotId: three },
      ])
      expect((await test.store.slots('youth-talk', day)).map(slot => slot.id)).toEqual([one])
      expect(await left(mailbox)).toMatchObject({ 'youth-talk': 1 })
    })

    it('lets two people swap their ways without either losing a seat', async () => {
      const slots = await publish(test.store, 'adult-talk', 2, 2)
      const held = await Promise.all(
        slots.map(async slot => {
          const [mailbox, post] = [await mailboxIn(test.store), booking([slot])]
          await test.store.book(mailbox, post, day)
          return { mailbox, post }
        }),
      )
      const moves = await Promise.all(
        held.map(({ mailbox, post }, n) => test.store.book(mailbox, booking([slots[1 - n]!], post.id), day)),
      )
      expect(kinds(moves)).toEqual(['accepted', 'accepted'])
      expect(await seatsTaken()).toBe(2)
    })

    it('moves only what this mailbox holds', async () => {
      const [one, two] = await publish(test.store, 'youth-talk', 2)
      const theirs = booking([one!])
      await test.store.book(await mailboxIn(test.store), theirs, day)
      const mailbox = await mailboxIn(test.store)
      expect(await test.store.book(mailbox, booking([two!], theirs.id), day)).toEqual({ kind: 'not-found' })
      expect(await test.store.cancelBooking(mailbox, theirs.id, day)).toBe('not-found')
      expect(await seatsTaken()).toBe(1)
    })

    it('does not count a talk given back before it begins', async () => {
      const [one, two] = await publish(test.store, 'youth-talk', 2)
      const mailbox = await mailboxIn(test.store)
      for (const slot of [one!, two!, one!, two!]) {
        const post = booking([slot])
        expect(await test.store.book(mailbox, post, day)).toMatchObject({ kind: 'accepted' })
        expect(await test.store.cancelBooking(mailbox, post.id, day)).toBe('cancelled')
        expect(await test.store.cancelBooking(mailbox, post.id, day)).toBe('cancelled')
      }
      expect(await left(mailbox)).toMatchObject({ 'youth-talk': 2 })
      expect(await seatsTaken()).toBe(0)
    })

    it('counts a talk given back after it has begun, and the talks of days past', async () => {
      const [one, two, three] = await publish(test.store, 'youth-talk', 3)
      const mailbox = await mailboxIn(test.store)
      const [first, second] = [booking([one!]), booking([two!])]
      await test.store.book(mailbox, first, day)
      await test.store.book(mailbox, second, day)
      const afterTheFirst = { ...at('2026-02-01'), now: Date.parse('2026-02-01T14:01:00+01:00') }
      expect(await test.store.cancelBooking(mailbox, first.id, afterTheFirst)).toBe('cancelled')
      expect(await left(mailbox, afterTheFirst)).toMatchObject({ 'youth-talk': 0 })
      await test.store.sweep(kept, at('2026-02-03'))
      expect(await left(mailbox, at('2026-02-03'))).toMatchObject({ 'youth-talk': 0 })
      expect(await test.store.book(mailbox, booking([three!]), at('2026-02-03'))).toEqual({
        kind: 'no-booking-left',
      })
    })

    it('a talk that staff note as missed does not count, noted once or twice over; one to come still does', async () => {
      const [one, two, three] = await publish(test.store, 'youth-talk', 3)
      const post = request()
      await test.store.acceptRequest(post, day)
      await test.store.book(post.mailbox, booking([one!]), day)
      const note = (): NotePost => ({ id: randomUUID(), sealed: sealed(), missed: true })
      await test.store.addNote(post.id, note(), day)
      expect(await left(post.mailbox)).toMatchObject({ 'youth-talk': 1 })

      await test.store.book(post.mailbox, booking([three!]), day)
      const sameDay = { ...at('2026-02-01'), now: Date.parse('2026-02-01T14:46:00+01:00') }
      await test.store.addNote(post.id, { id: randomUUID(), sealed: sealed() }, sameDay)
      expect(await left(post.mailbox, sameDay)).toMatchObject({ 'youth-talk': 0 })
      const missed = note()
      await test.store.addNote(post.id, missed, sameDay)
      await test.store.addNote(post.id, missed, sameDay)
      await test.store.addNote(post.id, note(), sameDay)
      await test.store.sweep(kept, at('2026-02-02'))
      expect(await left(post.mailbox, at('2026-02-02'))).toMatchObject({ 'youth-talk': 1 })
      expect(await test.store.book(post.mailbox, booking([two!]), sameDay)).toMatchObject({
        kind: 'accepted',
      })
      expect((await test.store.staffSlots(at('2026-02-02'))).tally).toMatchObject({ 'youth-talk': 1 })
    })

    it('a missed talk counts again when they had come after all, and never more than may be had', async () => {
      const [one] = await publish(test.store, 'youth-talk', 1)
      const post = request([one!])
      await test.store.acceptRequest(post, day)
      const over = at('2026-02-02')
      const noted = async (missed: boolean) => {
        await test.store.addNote(post.id, { id: randomUUID(), sealed: sealed(), missed }, over)
        return (await left(post.mailbox, over))['youth-talk']
      }
      expect([await noted(true), await noted(false), await noted(false), await noted(false)]).toEqual([
        2, 1, 0, 0,
      ])
    })

    it('staff are told how many times are over and were not given back, and no more of them', async () => {
      const [one, two, three] = await publish(test.store, 'adult-talk', 3)
      const post = request([one!])
      await test.store.acceptRequest(post, day)
      const held = async () => {
        const read = await test.store.staffRequest(post.id)
        expect((await test.store.changes({ have: [] })).requests[0]?.version).toBe(read?.version)
        return [read?.held, read?.version] as const
      }
      const [none, before] = await held()
      await test.store.sweep(kept, at('2026-02-02'))
      const [first, after] = await held()
      expect([none, first]).toEqual([0, 1])
      expect(after).not.toBe(before)
      const [second, third] = [booking([two!]), booking([three!])]
      await test.store.book(post.mailbox, second, day)
      await test.store.cancelBooking(post.mailbox, second.id, day)
      await test.store.book(post.mailbox, third, day)
      expect((await held())[0]).toBe(1)
      await test.store.sweep(kept, at('2026-02-04'))
      expect((await held())[0]).toBe(2)
    })

    it('books nothing when a booking that was given back is sent again', async () => {
      const [one] = await publish(test.store, 'youth-talk', 1)
      const mailbox = await mailboxIn(test.store)
      const post = booking([one!])
      await test.store.book(mailbox, post, day)
      await test.store.cancelBooking(mailbox, post.id, day)
      expect(await test.store.book(mailbox, post, day)).toEqual({ kind: 'not-found' })
      expect(await seatsTaken()).toBe(0)
    })

    it('does not count what staff cancel, even after it has begun', async () => {
      const [one] = await publish(test.store, 'youth-talk', 1)
      const mailbox = await mailboxIn(test.store)
      const post = booking([one!])
      await test.store.book(mailbox, post, day)
      expect(await test.store.staffCancelBookings([post.id, post.id], at('2026-02-02'))).toEqual({
        cancelled: 1,
      })
      expect(await left(mailbox)).toMatchObject({ 'youth-talk': 2 })
      expect((await test.store.staffSlots(day)).tally).toMatchObject({ 'youth-talk': 0 })
    })

    it('knows no unknown mailbox', async () => {
      const [one] = await publish(test.store, 'youth-talk', 1)
      const nobody = request().mailbox
      expect(await test.store.book(nobody, booking([one!]), day)).toEqual({ kind: 'unknown-mailbox' })
      expect(await test.store.cancelBooking(nobody, request().id, day)).toBe('unknown-mailbox')
    })
  })
}
