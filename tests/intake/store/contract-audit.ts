import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkChain } from '../../../src/core/audit/chain.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { alva, at, booking, move, publish, request, sealed } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const day = at('2026-01-10')
const text = () => ({ id: randomUUID(), sealed: sealed() })

/** Who did what: each act of a member leaves one line, and no line can be changed unseen. */
export function auditContract(newPlace: () => Promise<Place>): void {
  describe('the log', () => {
    const test = opened(newPlace)
    const lines = async () => (await test.store.audit()).entries.reverse()

    it('holds each act of a member once, with the day and hour and nothing of what was said', async () => {
      const [slot, spare] = await publish(test.store, 'adult-talk', 2)
      const post = request()
      await test.store.acceptRequest(post, day)
      const [reply, note, made] = [text(), text(), booking([slot!])]
      for (let times = 0; times < 2; times++) {
        await test.store.addReply(post.id, reply, day)
        await test.store.addNote(post.id, note, day)
        await move(test.store, post.id, 'answered', 'opened', day)
      }
      await test.store.book(post.mailbox, made, day)
      await test.store.staffCancelBookings([made.id, randomUUID()], day)
      await test.store.withdrawSlots([spare!], day)
      await test.store.record({ act: 'signed-in' }, day)

      const reference = post.id.slice(0, 8)
      expect((await lines()).map(({ act, reference, state }) => ({ act, reference, state }))).toEqual([
        { act: 'times-published', reference: null, state: null },
        { act: 'replied', reference, state: null },
        { act: 'noted', reference, state: null },
        { act: 'moved', reference, state: 'opened' },
        { act: 'booking-called-off', reference, state: null },
        { act: 'times-withdrawn', reference: null, state: null },
        { act: 'signed-in', reference: null, state: null },
      ])
      for (const line of (await lines()).slice(1))
        expect(line).toMatchObject({ hour: '2026-01-10T12', who: alva.name, member: alva.signing })
      expect(JSON.stringify(await test.place.rows('select * from audit'))).not.toContain(post.id)
    })

    it('holds nothing of what did not happen', async () => {
      const post = request()
      await test.store.acceptRequest(post, day)
      const note = text()
      await test.store.addNote(post.id, note, day)
      await test.store.addNote(post.id, { ...note, sealed: sealed() }, day)
      await move(test.store, post.id, 'closed', 'opened', day)
      await move(test.store, randomUUID(), 'new', 'opened', day)
      await test.store.addReply(randomUUID(), text(), day)
      expect((await lines()).map(line => line.act)).toEqual(['noted'])
    })

    it('is one chain, also when several programs write at once', async () => {
      const second = await openStore(test.place.where)
      const posts = Array.from({ length: 8 }, () => request())
      for (const post of posts) await test.store.acceptRequest(post, day)
      await Promise.all(
        posts.map((post, n) => (n % 2 === 0 ? test.store : second).addNote(post.id, text(), day)),
      )
      await second.close()
      expect(checkChain(await lines())).toMatchObject({ ok: true, lines: 8 })
    })

    it('is read page by page, the newest first', async () => {
      await Promise.all(Array.from({ length: 203 }, () => test.store.record({ act: 'signed-in' }, day)))
      const first = await test.store.audit()
      expect([first.entries.length, first.entries[0]!.seq, first.more]).toEqual([200, 203, true])
      const rest = await test.store.audit(first.entries.at(-1)!.seq)
      expect([rest.entries.map(line => line.seq), rest.more]).toEqual([[3, 2, 1], false])
    })
  })
}
