import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../../../src/core/calendar/days.ts'
import { at, kept, move, request, sealed, time } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const monday = '2026-01-12'
const later = at('2026-03-02')

/** Sums by week that outlive what they were counted from. */
export function figuresContract(newPlace: () => Promise<Place>): void {
  describe('figures', () => {
    const test = opened(newPlace)

    /** So many that came on a day, each answered so many days later; null: not at all. */
    async function came(count: number, on: string, days: number | null) {
      const posts = []
      for (let n = 0; n < count; n++) {
        const post = request()
        posts.push(post)
        await test.store.acceptRequest(post, at(on))
        if (days === null) continue
        await test.store.addReply(post.id, { id: randomUUID(), sealed: sealed() }, at(daysAfter(on, days)))
      }
      return posts
    }
    const none = { requests: 0, within7: 0, within14: 0, talks: 0 }
    /** Those in which there was something. */
    const weeks = async (day = later) =>
      (await test.store.figures(day)).weeks.filter(
        week => JSON.stringify(week) !== JSON.stringify({ from: week.from, ...none }),
      )

    it('counts what came in a week, from Monday to Sunday, and how soon it was answered', async () => {
      await came(5, monday, 7)
      await came(6, '2026-01-18', 8)
      await came(7, '2026-01-18', 15)
      await came(5, '2026-01-19', null)
      expect(await weeks()).toEqual([
        { from: '2026-01-19', ...none, requests: 5 },
        { from: monday, ...none, requests: 18, within7: 5, within14: 11 },
      ])
    })

    it('one to four is not told apart', async () => {
      await came(4, monday, 0)
      expect(await weeks()).toEqual([
        { from: monday, ...none, requests: null, within7: null, within14: null },
      ])
    })

    it('the first answer counts, one that only confirms is none, and a move that ends the waiting is one', async () => {
      const [first, confirmed, called] = await Promise.all([
        came(5, monday, 2),
        came(5, monday, null),
        came(5, monday, null),
      ])
      const reply = () => ({ id: randomUUID(), sealed: sealed() })
      for (const { id } of first) await test.store.addReply(id, reply(), at('2026-02-20'))
      for (const { id } of confirmed)
        await test.store.addReply(id, { ...reply(), answers: false }, at('2026-01-13'))
      for (const { id } of called) await move(test.store, id, 'new', 'handed-over', at('2026-01-26'))
      expect(await weeks()).toEqual([{ from: monday, ...none, requests: 15, within7: 5, within14: 10 }])
    })

    it('a move that is taken back is no answer, and one that follows an answer takes nothing from it', async () => {
      const [mistaken, put, replied, wrote] = [
        await came(5, monday, null),
        await came(5, monday, null),
        await came(5, monday, 1),
        await came(5, monday, 1),
      ]
      for (const { id } of mistaken) {
        await move(test.store, id, 'new', 'handed-over', at(monday))
        await move(test.store, id, 'handed-over', 'closed', at('2026-01-13'))
        await move(test.store, id, 'closed', 'opened', at('2026-01-13'))
      }
      for (const { id } of put) {
        await move(test.store, id, 'new', 'junk', at(monday))
        await move(test.store, id, 'junk', 'closed', at(monday))
        await move(test.store, id, 'closed', 'opened', at(monday))
      }
      for (const { id } of replied) {
        await move(test.store, id, 'answered', 'closed', at('2026-01-13'))
        await move(test.store, id, 'closed', 'opened', at('2026-01-14'))
      }
      // On the same day as the answer, so that no day tells the two apart.
      for (const { id, mailbox } of wrote) {
        await test.store.addMessage(mailbox, { id: randomUUID(), sealed: sealed() }, at('2026-01-13'))
        await move(test.store, id, 'opened', 'closed', at('2026-01-13'))
        await move(test.store, id, 'closed', 'opened', at('2026-01-13'))
      }
      expect(await weeks()).toEqual([{ from: monday, ...none, requests: 20, within7: 10, within14: 10 }])
      const days = new Map<string, string | null>()
      for (const { id } of [...mistaken, ...replied])
        days.set(id, (await test.store.staffRequest(id))?.answeredOn ?? null)
      expect(mistaken.map(({ id }) => days.get(id))).toEqual(Array(5).fill(null))
      expect(replied.map(({ id }) => days.get(id))).toEqual(Array(5).fill('2026-01-13'))
    })

    it('stays when requests are erased, and does not count them twice', async () => {
      const posts = await came(6, monday, 3)
      const expected = [{ from: monday, ...none, requests: 6, within7: 6, within14: 6 }]
      const [withdrawn] = posts
      await test.store.withdraw(withdrawn?.mailbox ?? '', at('2026-01-20'))
      expect(await weeks()).toEqual(expected)
      // Not all at once: a sweep after a long pause is held.
      for (let day = '2026-01-20'; day < '2026-05-30'; day = daysAfter(day, 7))
        await test.store.sweep(kept, at(day))
      expect(await test.place.rows('select id from requests')).toEqual([])
      expect(await weeks(at('2026-06-01'))).toEqual(expected)
    })

    it('neither junk nor what was withdrawn unanswered is counted, erased or not', async () => {
      const [junk, withdrawn] = [await came(5, monday, null), await came(5, monday, null)]
      for (const { id } of junk) await move(test.store, id, 'new', 'junk', at(monday))
      for (const { mailbox } of withdrawn) await test.store.withdraw(mailbox, at(monday))
      expect(await weeks()).toEqual([])
      for (const day of [monday, '2026-01-18', '2026-01-24', '2026-01-30'])
        await test.store.sweep(kept, at(day))
      expect(await test.place.rows('select id from requests')).toEqual([])
      expect(await weeks()).toEqual([])
    })

    it('talks of the young are counted in the week they were in, once their day is over', async () => {
      const slots = Array.from({ length: 5 }, (_, n) =>
        time('youth-talk', `2026-01-14T${String(n + 10)}:00:00+01:00`),
      )
      const adult = time('adult-talk', '2026-01-14T10:00:00+01:00')
      await test.store.publishSlots([...slots, adult], at('2026-01-05'))
      for (const { id } of [...slots, adult]) await test.store.acceptRequest(request([id]), at('2026-01-05'))
      expect(await weeks()).toEqual([{ from: '2026-01-05', ...none, requests: 6 }])
      await test.store.sweep(kept, at('2026-01-15'))
      expect(await weeks()).toEqual([
        { from: monday, ...none, talks: 5 },
        { from: '2026-01-05', ...none, requests: 6 },
      ])
    })

    it('a week in which nothing came stands between the others, and so does the one that runs', async () => {
      expect((await test.store.figures(at(monday))).weeks).toEqual([])
      await came(5, '2026-01-04', null)
      await came(5, '2026-01-12', null)
      expect((await test.store.figures(at('2026-01-20'))).weeks).toEqual([
        { from: '2026-01-19', ...none },
        { from: '2026-01-12', ...none, requests: 5 },
        { from: '2026-01-05', ...none },
        { from: '2025-12-29', ...none, requests: 5 },
      ])
    })

    it('tells a year, the newest week first', async () => {
      for (let week = 0; week < 55; week++) await came(5, daysAfter('2025-01-06', 7 * week), null)
      const told = (await weeks(at('2026-01-25'))).map(({ from }) => from)
      expect([told.length, told[0]]).toEqual([53, '2026-01-19'])
    })
  })
}
