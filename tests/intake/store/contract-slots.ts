import { describe, expect, it } from 'vitest'
import { type SlotPost, type SlotTraits, uuid } from '../../../src/core/contract/index.ts'
import { at, mailboxIn, request, time, booking } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const today = at('2026-01-10')
const one = time('youth-talk', '2026-02-01T14:00:00+01:00', { room: '2', counsellor: 'Mette' })
const shown = ({ dates, place, seats, room, counsellor }: SlotPost): SlotTraits => ({
  dates,
  place,
  seats,
  ...(room !== undefined && { room }),
  ...(counsellor !== undefined && { counsellor }),
})

/** Times that are corrected, and the same one published twice. */
export function slotsContract(newPlace: () => Promise<Place>): void {
  describe('published times', () => {
    const test = opened(newPlace)
    const there = async () =>
      (await test.store.staffSlots(today)).slots.map(({ id, room, seats }) => [id, room, seats])

    it('the same time, room and counsellor under another id is refused, and nothing of the portion is there', async () => {
      await test.store.publishSlots([one], today)
      const twin = { ...one, id: time('youth-talk', '2026-02-01T14:00:00Z').id }
      const other = time('youth-talk', '2026-02-02T14:00:00Z')
      expect(await test.store.publishSlots([other, twin], today)).toEqual({ kind: 'exists' })
      expect(await there()).toEqual([[one.id, '2', 1]])
      expect(await test.store.publishSlots([one], today)).toEqual({ kind: 'accepted' })
      expect(await test.store.publishSlots([{ ...twin, counsellor: 'Jonas' }], today)).toEqual({
        kind: 'accepted',
      })
    })

    it('a free time is changed in all that it is', async () => {
      await test.store.publishSlots([one], today)
      const change = {
        dates: [{ startsAt: '2026-03-01T10:00:00Z', minutes: 30 }],
        place: 'telephone' as const,
        seats: 2,
      }
      expect(await test.store.changeSlot(one.id, { ...change, was: shown(one) }, today)).toBe('changed')
      const { slots } = await test.store.staffSlots(at('2026-02-20'))
      expect(slots).toMatchObject([{ ...change, room: null, counsellor: null, seatsLeft: 2 }])
      expect(uuid.safeParse(slots[0]?.id).success).toBe(true)
    })

    it('who had chosen a time before its hour or place was corrected does not get it as it is now', async () => {
      const corrected: Partial<SlotTraits>[] = [
        { dates: [{ startsAt: '2026-03-01T10:00:00Z', minutes: 45 }] },
        { place: 'telephone' },
      ]
      for (const more of corrected) {
        const chosen = time('youth-talk', '2026-02-03T14:00:00+01:00')
        await test.store.publishSlots([chosen], today)
        const change = { ...shown(chosen), ...more, was: shown(chosen) }
        expect(await test.store.changeSlot(chosen.id, change, today)).toBe('changed')
        // The request waited on the phone meanwhile.
        expect(await test.store.acceptRequest(request([chosen.id]), today)).toMatchObject({
          kind: 'accepted',
          answer: { slot: null },
        })
        const asked = await test.store.book(await mailboxIn(test.store), booking([chosen.id]), today)
        expect(asked).toEqual({ kind: 'slot-taken' })
        // Nor does a late try to publish it bring it back.
        expect(await test.store.publishSlots([chosen], today)).toEqual({ kind: 'conflict' })
      }
      const { slots } = await test.store.staffSlots(today)
      expect(slots.map(slot => slot.seatsLeft)).toEqual([1, 1])
    })

    it('of a booked time only what citizens were not shown changes, and never to fewer seats than are taken', async () => {
      const course = { ...one, seats: 3 }
      await test.store.publishSlots([course], today)
      await test.store.acceptRequest(request([one.id]), today)
      await test.store.book(await mailboxIn(test.store), booking([one.id]), today)
      let was = shown(course)
      const change = (more: Partial<SlotTraits>) =>
        test.store.changeSlot(one.id, { ...shown(course), ...more, was }, today)
      expect(await change({ room: '7', seats: 2 })).toBe('changed')
      was = { ...was, room: '7', seats: 2 }
      expect(await change({ seats: 1 })).toBe('slot-booked')
      expect(await change({ seats: 3, place: 'telephone' })).toBe('slot-booked')
      expect(await change({ seats: 3, dates: [{ startsAt: '2026-03-01T10:00:00Z', minutes: 30 }] })).toBe(
        'slot-booked',
      )
      expect(await there()).toEqual([[one.id, '7', 2]])
    })

    it('a time that is gone, or would be one that is there, is not changed', async () => {
      const other = { ...one, id: time('youth-talk', '2026-02-01T14:00:00Z').id, room: '3' }
      await test.store.publishSlots([one, other], today)
      expect(await test.store.changeSlot(other.id, { ...shown(one), was: shown(other) }, today)).toBe(
        'slot-exists',
      )
      await test.store.withdrawSlots([other.id], today)
      expect(await test.store.changeSlot(other.id, { ...shown(other), was: shown(other) }, today)).toBe(
        'not-found',
      )
    })

    it('what a colleague has changed since is not changed back; a try that arrived before counts as done', async () => {
      await test.store.publishSlots([one], today)
      const was = shown(one)
      const later = { ...was, dates: [{ startsAt: '2026-02-01T13:00:00Z', minutes: 45 }] }
      const tries = [1, 2, 3].map(() => test.store.changeSlot(one.id, { ...later, was }, today))
      expect(await Promise.all(tries)).toEqual(['changed', 'changed', 'changed'])
      expect(await test.store.changeSlot(one.id, { ...later, was }, today)).toBe('changed')
      expect(await test.store.changeSlot(one.id, { ...was, room: '7', was }, today)).toBe('slot-changed')
      const [[id] = []] = await there()
      expect(await there()).toEqual([[id, '2', 1]])
      const now = String(id)
      const change = { ...later, room: '7', was: later }
      expect(await test.store.changeSlot(now, change, today)).toBe('changed')
      expect(await test.store.changeSlot(now, change, today)).toBe('changed')
      expect(await test.store.changeSlot(now, { ...later, was: later }, today)).toBe('slot-changed')
      expect(await there()).toEqual([[now, '7', 1]])
    })
  })
}
