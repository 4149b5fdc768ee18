import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import type { Store } from '../../../src/intake/store/store.ts'
import { at, booking, kept, move, publish, request, sealed } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const day = at('2026-01-10')
const text = () => ({ id: randomUUID(), sealed: sealed() })

/** What two members need so that they do not undo each other, and what keeps a flood off their desk. */
export function deskContract(newPlace: () => Promise<Place>): void {
  describe('the desk', () => {
    const test = opened(newPlace)

    async function accepted(slotIds?: string[], store: Store = test.store) {
      const post = request(slotIds)
      await store.acceptRequest(post, day)
      return post
    }
    const stateOf = async (id: string) => (await test.store.staffRequest(id))?.state

    it.each(['handed-over', 'closed', 'answered'] as const)(
      'a member with an old list does not undo a colleague’s “%s” by opening it',
      async done => {
        const { id } = await accepted()
        await move(test.store, id, 'new', done, day)
        expect(await move(test.store, id, 'new', 'opened', day)).toEqual({
          changed: [],
          refused: [{ id, state: done }],
        })
        expect(await stateOf(id)).toBe(done)
      },
    )

    it('a move that came already is no conflict, also when it is sent again', async () => {
      const { id } = await accepted()
      for (let times = 0; times < 2; times++)
        expect(await move(test.store, id, 'new', 'closed', day)).toEqual({ changed: [id], refused: [] })
    })

    it('of two members who move it on at once one wins and the other is told', async () => {
      const second = await openStore(test.place.where)
      for (let round = 0; round < 5; round++) {
        const { id } = await accepted()
        const answers = await Promise.all([
          move(test.store, id, 'new', 'handed-over', day),
          move(second, id, 'new', 'closed', day),
        ])
        const state = await stateOf(id)
        expect(answers.flatMap(answer => answer.changed)).toEqual([id])
        expect(answers.flatMap(answer => answer.refused)).toEqual([{ id, state }])
      }
      await second.close()
    })

    it('moves several at once and names those that stand elsewhere or are gone', async () => {
      const [one, two, three] = [await accepted(), await accepted(), await accepted()]
      await move(test.store, two.id, 'new', 'answered', day)
      const gone = randomUUID()
      const requests = [one.id, two.id, three.id, gone].map(id => ({ id, from: 'new' as const }))
      const answer = await test.store.setStates({ state: 'junk', requests }, day)
      expect(answer).toEqual({
        changed: [one.id, three.id],
        refused: [
          { id: two.id, state: 'answered' },
          { id: gone, state: null },
        ],
      })
      expect([await stateOf(one.id), await stateOf(two.id), await stateOf(three.id)]).toEqual([
        'junk',
        'answered',
        'junk',
      ])
    })

    it('junk gives its times back, stays junk whatever it writes, and is erased after 14 days', async () => {
      const [first, second] = await publish(test.store, 'youth-talk', 2)
      const post = await accepted([first!])
      await test.store.book(post.mailbox, booking([second!]), day)
      expect(await test.store.slots('youth-talk', day)).toEqual([])
      await move(test.store, post.id, 'new', 'junk', day)
      expect(await test.store.slots('youth-talk', day)).toHaveLength(2)

      const later = at('2026-01-24')
      expect(await test.store.addMessage(post.mailbox, text(), later)).toMatchObject({ kind: 'accepted' })
      expect(await stateOf(post.id)).toBe('junk')
      expect(await test.store.mailbox(post.mailbox, later)).toMatchObject({ closesOn: '2026-01-24' })
      expect(await test.store.sweep(kept, later)).toMatchObject({ requests: 0, unanswered: 0 })
      expect(await test.store.sweep(kept, at('2026-01-25'))).toMatchObject({ requests: 1 })
      expect(await test.store.acceptRequest(post, day)).toEqual({ kind: 'erased' })
    })

    it('what was called junk by mistake is brought back', async () => {
      const { id } = await accepted()
      await move(test.store, id, 'new', 'junk', day)
      await move(test.store, id, 'junk', 'opened', at('2026-01-12'))
      expect(await test.store.sweep(kept, at('2026-02-12'))).toMatchObject({ requests: 0, unanswered: 1 })
    })

    it('keeps by which route a message came, and shows it to both sides', async () => {
      const post = await accepted()
      const [theirs, ours] = [text(), text()]
      await test.store.addMessage(post.mailbox, theirs, day)
      await test.store.addReply(post.id, ours, day)
      const route = new Map([
        [theirs.id, 'citizen'],
        [ours.id, 'staff'],
      ])
      const read = [await test.store.staffRequest(post.id), await test.store.mailbox(post.mailbox, day)]
      for (const thread of read)
        expect(new Map(thread?.messages.map(message => [message.id, message.from]))).toEqual(route)
      // The same text by the other route is another message.
      expect(await test.store.addMessage(post.mailbox, ours, day)).toEqual({ kind: 'conflict' })
      expect(await test.store.addReply(post.id, theirs, day)).toEqual({ kind: 'conflict' })
    })

    it('keeps notes for staff alone, once each, and erases them with the request', async () => {
      const [post, other] = [await accepted(), await accepted()]
      const note = text()
      expect(await test.store.addNote(post.id, note, day)).toEqual({ kind: 'accepted', on: day.today })
      expect(await test.store.addNote(post.id, note, at('2026-01-11'))).toEqual({
        kind: 'same',
        on: day.today,
      })
      expect(await test.store.addNote(post.id, { ...note, sealed: sealed() }, day)).toEqual({
        kind: 'conflict',
      })
      expect(await test.store.addNote(other.id, note, day)).toEqual({ kind: 'conflict' })
      expect((await test.store.staffRequest(post.id))?.notes).toEqual([{ ...note, on: day.today }])
      expect(await test.store.mailbox(post.mailbox, day)).toMatchObject({ messages: [] })
      await test.store.withdraw(post.mailbox, day)
      expect(await test.place.rows('select * from notes')).toEqual([])
    })

    it('a note is no use of the mailbox: it does not put off the day it closes', async () => {
      const post = await accepted()
      await test.store.addNote(post.id, text(), at('2026-02-10'))
      expect(await test.place.rows('select used_on from mailboxes')).toEqual([{ used_on: day.today }])
    })

    it('hands out only what the caller lacks, and names what no longer stands', async () => {
      const posts = [await accepted(), await accepted(), await accepted()]
      const all = await test.store.changes({ have: [] })
      expect(all.requests.map(one => one.id)).toEqual(posts.map(one => one.id).sort())
      const have = all.requests.map(one => one.version)
      expect(await test.store.changes({ have })).toEqual({
        requests: [],
        gone: [],
        left: 0,
        done: { finished: 0, junk: 0 },
      })

      await test.store.withdraw(posts[0]!.mailbox, day)
      await test.store.addMessage(posts[1]!.mailbox, text(), day)
      const next = await test.store.changes({ have })
      expect(next.requests.map(one => one.id)).toEqual([posts[1]!.id])
      const versionOf = (id: string) => all.requests.find(one => one.id === id)!.version
      expect(next.gone.sort()).toEqual([versionOf(posts[0]!.id), versionOf(posts[1]!.id)].sort())
    })

    it('leaves out what staff are done with when asked to, unless the person has written since', async () => {
      const posts = [await accepted(), await accepted(), await accepted(), await accepted(), await accepted()]
      const [waits, closed, junk, wrote, raced] = posts.map(one => one.id) as [
        string,
        string,
        string,
        string,
        string,
      ]
      for (const id of [closed, wrote, raced]) await move(test.store, id, 'new', 'closed', at('2026-01-12'))
      await move(test.store, junk, 'new', 'junk', at('2026-01-12'))
      await test.store.addMessage(posts[1]!.mailbox, text(), at('2026-01-11'))
      await move(test.store, closed, 'opened', 'closed', at('2026-01-12'))
      for (const of of [posts[2]!, posts[3]!])
        await test.store.addMessage(of.mailbox, text(), at('2026-01-13'))
      // Written between a colleague's look and their click: closed over it, and still to be seen.
      await test.store.addMessage(posts[4]!.mailbox, text(), at('2026-01-14'))
      await move(test.store, raced, 'opened', 'closed', at('2026-01-14'))

      const first = await test.store.changes({ have: [], done: false })
      expect(first.requests.map(one => one.id)).toEqual([waits, wrote, raced])
      expect([first.left, first.done]).toEqual([0, { finished: 1, junk: 1 }])
      const have = first.requests.map(one => one.version)
      const also = await test.store.changes({ have, done: false, also: [closed] })
      expect([also.requests.map(one => one.id), also.gone, also.done]).toEqual([
        [closed],
        [],
        { finished: 0, junk: 1 },
      ])
      const all = await test.store.changes({ have })
      expect([all.requests.length, all.done]).toEqual([2, { finished: 0, junk: 0 }])
    })

    it('one that is closed and has a time is not left out', async () => {
      const [slot] = await publish(test.store, 'adult-talk', 1)
      const post = await accepted([slot!])
      await move(test.store, post.id, 'new', 'closed', day)
      const { requests, done } = await test.store.changes({ have: [], done: false })
      expect([requests.map(one => one.id), done]).toEqual([[post.id], { finished: 0, junk: 0 }])
    })

    it('hands out what waits for an answer first', async () => {
      const posts = [await accepted(), await accepted(), await accepted()]
      await move(test.store, posts[0]!.id, 'new', 'closed', day)
      await test.store.addReply(posts[1]!.id, text(), day)
      const { requests } = await test.store.changes({ have: [] })
      expect(requests.map(one => one.state)).toEqual(['new', 'answered', 'closed'])
    })

    it('gives a request another version with each thing that happens to it', async () => {
      const [slot] = await publish(test.store, 'adult-talk', 1)
      const post = await accepted()
      const seen = new Set<string>()
      async function look() {
        const one = await test.store.staffRequest(post.id)
        expect((await test.store.changes({ have: [] })).requests[0]).toEqual(one)
        seen.add(one!.version)
        return seen.size
      }
      expect(await look()).toBe(1)
      await test.store.addMessage(post.mailbox, text(), day)
      expect(await look()).toBe(2)
      await test.store.addReply(post.id, text(), day)
      expect(await look()).toBe(3)
      await test.store.addNote(post.id, text(), day)
      expect(await look()).toBe(4)
      const made = booking([slot!])
      await test.store.book(post.mailbox, made, day)
      expect(await look()).toBe(5)
      await test.store.cancelBooking(post.mailbox, made.id, day)
      await look()
      await move(test.store, post.id, 'answered', 'closed', at('2026-01-11'))
      await look()
      expect(seen.size).toBe(6) // given back, it stands as it stood before the booking
    })

    it('cuts a long answer, and the caller comes again with what has come', async () => {
      await Promise.all(Array.from({ length: 251 }, () => accepted()))
      const have: string[] = []
      const next = async (): Promise<number[]> => {
        const { requests, left } = await test.store.changes({ have })
        have.push(...requests.map(one => one.version))
        return [requests.length, left]
      }
      // Few at first: somebody waits to read them.
      expect(await next()).toEqual([50, 201])
      expect(await next()).toEqual([200, 1])
      expect(await next()).toEqual([1, 0])
    })
  })
}
