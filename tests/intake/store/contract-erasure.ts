import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CITIZENS_TABLES } from '../../../src/intake/store/schema.ts'
import { at, booking, everyRequest, kept, mailboxIn, move, publish, request, sealed } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

/** A stretch of the bytes that were stored, long enough to be found by nothing else. */
const mark = (text: string) => Buffer.from(text, 'base64url').subarray(4000, 4040)

export function erasureContract(newPlace: () => Promise<Place>): void {
  describe('withdrawing', () => {
    const test = opened(newPlace)

    it('leaves only the hash of the id: no row, no mark in the files, and the seat is free', async () => {
      const day = at('2026-01-10')
      const [one, two] = await publish(test.store, 'youth-talk', 2)
      const post = request([one!])
      const stays = request()
      await test.store.acceptRequest(post, day)
      await test.store.acceptRequest(stays, day)
      const messages = [0, 1, 2].map(() => ({ id: randomUUID(), sealed: sealed() }))
      await test.store.addMessage(post.mailbox, messages[0]!, day)
      await test.store.addReply(post.id, messages[1]!, day)
      await test.store.addMessage(post.mailbox, messages[2]!, day)
      const talk = booking([two!])
      await test.store.book(post.mailbox, talk, day)

      expect(await test.store.withdraw(post.mailbox, at('2026-01-12'))).toBe('withdrawn')

      expect(await test.store.mailbox(post.mailbox, day)).toBeNull()
      expect(await test.store.staffRequest(post.id)).toBeNull()
      expect(await test.store.slots('youth-talk', day)).toHaveLength(2)
      expect(await test.place.rows('select hash, on_day from erased')).toEqual([
        { hash: sha256(post.id), on_day: '2026-01-12' },
      ])
      for (const table of ['requests', 'mailboxes'] as const) {
        expect(await test.place.rows(`select * from ${table}`)).toHaveLength(1)
      }
      expect(await test.place.rows('select id from messages')).toEqual([])
      expect(await test.place.rows('select * from bookings')).toEqual([])

      if (test.place.scrubbed === 'within minutes') await test.store.mix(at('2026-01-12'))
      const files = await test.place.files()
      expect(files.includes(mark(stays.sealed))).toBe(true)
      const traces = [
        ...[post, ...messages].map(one => mark(one.sealed)),
        ...[post.id, post.mailbox, talk.id, ...messages.map(message => message.id)],
      ]
      expect(traces.filter(trace => files.includes(trace))).toEqual([])
    })

    it.each(['giving it back', 'moving it', 'staff calling it off'] as const)(
      'leaves no mark in the files of who had a time, after %s',
      async how => {
        const day = at('2026-01-10')
        const [one, two] = await publish(test.store, 'youth-talk', 2)
        const mailbox = await mailboxIn(test.store)
        const talk = booking([one!])
        await test.store.book(mailbox, talk, day)
        // Side by side in the index of both columns; PostgreSQL has the second one's length in between.
        const pairs = ['', 'K'].map(between => `${mailbox}${between}${one}`)
        const marks = async () => {
          const files = await test.place.files()
          return pairs.filter(pair => files.includes(pair)).length
        }
        expect(await marks()).toBe(1)
        if (how === 'giving it back') await test.store.cancelBooking(mailbox, talk.id, day)
        else if (how === 'moving it') await test.store.book(mailbox, booking([two!], talk.id), day)
        else await test.store.staffCancelBookings([talk.id], day)
        if (test.place.scrubbed === 'within minutes') await test.store.mix(at('2026-01-12'))
        expect(await marks()).toBe(0)
      },
    )

    it('tells a late retry that the request is gone, for 90 days', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      await test.store.withdraw(post.mailbox, at('2026-01-10'))
      await test.store.sweep(kept, at('2026-04-10'))
      expect(await test.store.acceptRequest(post, at('2026-04-10'))).toEqual({ kind: 'erased' })
      expect(await test.store.mailbox(post.mailbox, at('2026-04-10'))).toBeNull()
      await test.store.sweep(kept, at('2026-04-11'))
      expect(await test.place.rows('select * from erased')).toEqual([])
    })

    it('wins over retries that come at the same time', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      const answers = await Promise.all([
        ...Array.from({ length: 10 }, () => test.store.acceptRequest(post, at('2026-01-10'))),
        test.store.withdraw(post.mailbox, at('2026-01-10')),
        ...Array.from({ length: 10 }, () => test.store.acceptRequest(post, at('2026-01-10'))),
      ])
      expect(answers).toContain('withdrawn')
      expect(answers.filter(one => typeof one === 'object' && one.kind === 'accepted')).toEqual([])
      expect(await everyRequest(test.store)).toEqual([])
    })

    it('knows no unknown mailbox, nor the same one twice', async () => {
      const mailbox = await mailboxIn(test.store)
      expect(await test.store.withdraw(request().mailbox, at('2026-01-10'))).toBe('unknown-mailbox')
      expect(await test.store.withdraw(mailbox, at('2026-01-10'))).toBe('withdrawn')
      expect(await test.store.withdraw(mailbox, at('2026-01-10'))).toBe('unknown-mailbox')
    })
  })

  describe('sweeping', () => {
    const test = opened(newPlace)
    const sweep = (day: string) => test.store.sweep(kept, at(day))
    const confirmed = async (day: string) => {
      await test.store.confirmDay(day)
      return sweep(day)
    }
    const nothing = { requests: 0, links: 0, unanswered: 0, heldSince: null }

    it.each(['new', 'opened'] as const)(
      'never erases a request that is %s, but counts it as unanswered',
      async state => {
        const post = request()
        await test.store.acceptRequest(post, at('2026-01-10'))
        await move(test.store, post.id, 'new', state, at('2026-01-11'))
        expect(await sweep('2026-01-13')).toEqual({ ...nothing, unanswered: 0 })
        expect(await sweep('2026-01-14')).toEqual({ ...nothing, unanswered: 1 })
        expect(await confirmed('2028-01-14')).toEqual({ ...nothing, unanswered: 1 })
        expect(await test.store.staffRequest(post.id)).not.toBeNull()
      },
    )

    it.each(['answered', 'handed-over', 'closed'] as const)(
      'erases a request that is %s after the last of the mailbox’s 90 days',
      async state => {
        const post = request()
        await test.store.acceptRequest(post, at('2026-01-10'))
        await move(test.store, post.id, 'new', state, at('2026-01-11'))
        expect(await sweep('2026-04-10')).toMatchObject({ requests: 0 })
        expect(await sweep('2026-04-11')).toMatchObject({ requests: 1 })
        expect(await everyRequest(test.store)).toEqual([])
        expect(await test.store.acceptRequest(post, at('2026-04-11'))).toEqual({ kind: 'erased' })
      },
    )

    it('keeps a request 30 days after it was closed, when that is later', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      await move(test.store, post.id, 'new', 'closed', at('2026-05-01'))
      await move(test.store, post.id, 'closed', 'closed', at('2026-05-20'))
      expect(await sweep('2026-05-31')).toMatchObject({ requests: 0 })
      expect(await sweep('2026-06-01')).toMatchObject({ requests: 1 })
    })

    it('keeps a mailbox as long as it holds a time to come, and 90 days after', async () => {
      const [slot] = await publish(test.store, 'adult-talk', 1)
      const post = request([slot!])
      await test.store.acceptRequest(post, at('2025-10-01'))
      await move(test.store, post.id, 'new', 'closed', at('2025-10-02'))
      expect(await sweep('2026-01-31')).toMatchObject({ requests: 0, links: 0 })
      expect(await confirmed('2026-05-02')).toMatchObject({ requests: 0, links: 1 })
      expect(await sweep('2026-05-03')).toMatchObject({ requests: 1, links: 0 })
    })

    it('waits for an answer again when the person writes after having been answered', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      await test.store.addReply(post.id, { id: randomUUID(), sealed: sealed() }, at('2026-01-11'))
      expect(await test.store.staffRequest(post.id)).toMatchObject({ state: 'answered' })
      await test.store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, at('2026-02-01'))
      expect(await test.store.staffRequest(post.id)).toMatchObject({ state: 'opened' })
      expect(await sweep('2026-02-04')).toMatchObject({ unanswered: 0 })
      expect(await confirmed('2026-09-01')).toEqual({ ...nothing, unanswered: 1 })
    })

    it('lets nobody tell who had a time once its day is over, and keeps the counts', async () => {
      const slots = await publish(test.store, 'youth-talk', 2)
      const mailbox = await mailboxIn(test.store)
      const posts = slots.map(slot => booking([slot]))
      for (const post of posts) await test.store.book(mailbox, post, at('2026-01-10'))
      expect(await sweep('2026-02-01')).toMatchObject({ links: 0 })
      expect(await sweep('2026-02-02')).toMatchObject({ links: 1 })

      const seen = JSON.stringify(await test.place.rows('select * from bookings'))
      expect(seen).not.toContain(slots[0])
      expect(seen).toContain(slots[1])
      expect(await test.store.cancelBooking(mailbox, posts[0]!.id, at('2026-02-02'))).toBe('not-found')
      expect(await test.store.book(mailbox, posts[0]!, at('2026-02-02'))).toEqual({ kind: 'not-found' })
      expect((await test.store.mailbox(mailbox, at('2026-02-02')))?.bookingsLeft).toMatchObject({
        'youth-talk': 0,
      })
      const { slots: shown, tally } = await test.store.staffSlots(at('2026-02-02'))
      expect(shown.map(slot => slot.id)).toEqual([slots[1]])
      expect(tally).toEqual({ 'youth-talk': 1, 'adult-talk': 0, 'relatives-course': 0 })
    })

    it('erases nothing after a jump of more than a week until somebody has confirmed the day', async () => {
      const post = request()
      await test.store.acceptRequest(post, at('2026-01-10'))
      await move(test.store, post.id, 'new', 'closed', at('2026-01-11'))
      expect(await sweep('2026-01-11')).toMatchObject({ heldSince: null })
      expect(await sweep('2026-05-11')).toEqual({ ...nothing, heldSince: '2026-01-11' })
      expect(await test.store.staffRequest(post.id)).not.toBeNull()

      expect(await sweep('2026-01-01')).toMatchObject({ heldSince: null }) // backwards: nothing is out of its time
      expect(await sweep('2026-01-18')).toMatchObject({ heldSince: null })
      expect(await sweep('2026-01-26')).toMatchObject({ heldSince: '2026-01-18' })

      await test.store.confirmDay('2026-05-11')
      expect(await sweep('2026-05-11')).toEqual({ ...nothing, requests: 1 })
    })

    it('lets others in while it erases many: they wait for a few, not for all', async () => {
      const posts = Array.from({ length: 120 }, () => request())
      for (const post of posts) await test.store.acceptRequest(post, at('2026-01-10'))
      for (const post of posts) await move(test.store, post.id, 'new', 'closed', at('2026-01-10'))
      await test.store.confirmDay('2026-06-01')
      const sweeping = sweep('2026-06-01')
      const left: number[] = []
      const progress = { isOver: false }
      void sweeping.finally(() => (progress.isOver = true))
      while (!progress.isOver) {
        await test.store.acceptRequest(request(), at('2026-06-01'))
        left.push((await test.store.staffRequests()).requests.length)
      }
      expect((await sweeping).requests).toBe(120)
      expect(left.length).toBeGreaterThan(2)
    })

    it('counts a link once when several programs sweep at once', async () => {
      const slots = await publish(test.store, 'adult-talk', 5)
      for (const slot of slots)
        await test.store.book(await mailboxIn(test.store), booking([slot]), at('2026-01-10'))
      const swept = await Promise.all([1, 2, 3].map(() => sweep('2026-03-01')))
      expect(swept.reduce((sum, one) => sum + one.links, 0)).toBe(5)
      expect((await test.store.staffSlots(at('2026-03-01'))).tally).toMatchObject({ 'adult-talk': 5 })
    })
  })

  describe('what citizens’ rows tell', () => {
    const test = opened(newPlace)

    it('is no time finer than a day, no address, no order of arrival', async () => {
      const day = at('2026-01-10')
      const slots = await publish(test.store, 'adult-talk', 30)
      const arrived: string[] = []
      for (let n = 0; n < 24; n++) {
        const post = request([slots[n]!])
        await test.store.acceptRequest(post, day)
        await test.store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, day)
        await test.store.addReply(post.id, { id: randomUUID(), sealed: sealed() }, day)
        await test.store.addNote(post.id, { id: randomUUID(), sealed: sealed() }, day)
        await test.store.spendProof(randomUUID(), day.now / 1000 + 600, day)
        arrived.push(post.id)
      }
      await test.store.withdraw(await mailboxIn(test.store), day)
      await test.store.mix(at('2026-01-11'))

      for (const { table } of CITIZENS_TABLES) {
        const rows = await test.place.rows(`select * from ${table}`)
        expect(rows.length, `${table} must hold something, or nothing is shown`).toBeGreaterThan(0)
        for (const row of rows) {
          for (const [column, value] of Object.entries(row)) expectNoFineTime(`${table}.${column}`, value)
        }
      }
      // As the database hands them out, unasked for any order: not as they came.
      const asStored = (await test.place.rows('select id from requests')).map(row => row['id'])
      expect(asStored).toHaveLength(24)
      expect(asStored).not.toEqual(arrived)
      expect(asStored).toEqual([...arrived].sort())
      expect((await everyRequest(test.store)).map(one => one.id)).toEqual([...arrived].sort())
    })

    it('is watched: a time in a row would be found', () => {
      for (const fine of [
        '2026-01-10T12:00:00Z',
        '2026-01-10 12:00',
        new Date(),
        1_768_042_800,
        1_768_042_800_000n,
      ]) {
        expect(() => {
          expectNoFineTime('x', fine)
        }).toThrow()
      }
    })
  })
}

/** Small counts and days may stand in a citizen's row; an instant in any spelling may not. */
function expectNoFineTime(column: string, value: unknown): void {
  if (value instanceof Date) throw new Error(`${column} is an instant`)
  if (typeof value === 'number' || typeof value === 'bigint') expect(Number(value), column).toBeLessThan(100)
  if (typeof value === 'string') {
    expect(value, column).not.toMatch(/\d{1,2}:\d{2}/)
    expect(value, column).not.toMatch(/^\d{9,}$/)
    expect(value, column).not.toMatch(/(\d{1,3}\.){3}\d{1,3}/)
  }
}
