import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { RequestState } from '../../../src/core/contract/index.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import type { Moment } from '../../../src/intake/store/moment.ts'
import type { Store } from '../../../src/intake/store/store.ts'
import { alva, at, move, request, sealed } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const team = [
  { who: 'Alva', leader: false },
  { who: 'Bo', leader: true },
]
const day = '2026-01-14' // a Wednesday
const hour = (clock: string, of = day): Moment & { by: typeof alva } => ({
  today: of,
  now: Date.parse(`${of}T${clock}:00+01:00`),
  by: alva,
})

/** Which mails members get, and that none is lost or comes twice. */
export function noticesContract(newPlace: () => Promise<Place>): void {
  describe('notices', () => {
    const test = opened(newPlace)

    async function accepted(of = day) {
      const post = request()
      await test.store.acceptRequest(post, at(of))
      return post
    }
    /** Plans, and sends what is due: who got which. */
    async function mails(moment: Moment, store: Store = test.store): Promise<string[]> {
      await store.planNotices(team, moment)
      const sent: string[] = []
      for (const { who } of team) {
        const notice = await store.claimNotice(who, moment)
        if (!notice) continue
        sent.push(`${who} ${notice.stage} ${notice.waiting} ${notice.limit}`)
        await store.noticeSent(who, notice.serial, moment)
      }
      return sent
    }

    it('each member is told once of what came, with how many wait and the nearest limit', async () => {
      expect(await mails(hour('09:00'))).toEqual([])
      await accepted()
      await accepted()
      expect(await mails(hour('10:00'))).toEqual(['Alva first 2 2026-01-21', 'Bo first 2 2026-01-21'])
      expect(await mails(hour('11:00'))).toEqual([])
    })

    it('at most once an hour, so that a mail does not tell the minute somebody wrote', async () => {
      await mails(hour('10:00'))
      await accepted()
      expect(await mails(hour('10:59'))).toEqual([])
      expect(await mails(hour('11:00'))).toHaveLength(2)
      await accepted()
      expect(await mails(hour('11:30'))).toEqual([])
      expect(await mails(hour('12:00'))).toEqual(['Alva first 2 2026-01-21', 'Bo first 2 2026-01-21'])
    })

    it('nothing goes out about what a colleague has seen, answered, noted or put away', async () => {
      const [seen, answered, noted, junk] = [
        await accepted(),
        await accepted(),
        await accepted(),
        await accepted(),
      ]
      await move(test.store, seen.id, 'new', 'opened', at(day))
      await test.store.addReply(answered.id, { id: randomUUID(), sealed: sealed() }, at(day))
      await test.store.addNote(noted.id, { id: randomUUID(), sealed: sealed() }, at(day))
      await move(test.store, junk.id, 'new', 'junk', at(day))
      expect(await mails(hour('13:00'))).toEqual([])
      expect(await mails(hour('09:00', '2026-01-15'))).toEqual([])
    })

    it('nor about what was dealt with while a mail waited to be sent', async () => {
      const { id } = await accepted()
      await test.store.planNotices(team, hour('10:00'))
      await move(test.store, id, 'new', 'opened', at(day))
      expect(await test.store.claimNotice('Alva', hour('10:05'))).toBeNull()
    })

    it('a new message is something new, also in a request that was answered', async () => {
      const post = await accepted()
      await move(test.store, post.id, 'new', 'answered', at(day))
      await test.store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, at(day))
      expect(await mails(hour('10:00'))).toHaveLength(2)
      await test.store.looked(hour('10:10'))
      // An inbox that fetched it is no colleague who has opened it.
      expect(await mails(hour('09:00', '2026-01-15'))).toHaveLength(2)
      await move(test.store, post.id, 'opened', 'opened', at('2026-01-15'))
      expect(await mails(hour('09:00', '2026-01-16'))).toEqual([])
    })

    it('a closing that is taken back leaves the limit where it was; after an answer, waiting begins anew', async () => {
      const [mistaken, replied] = [await accepted('2026-01-08'), await accepted('2026-01-08')]
      await test.store.addReply(replied.id, { id: randomUUID(), sealed: sealed() }, at('2026-01-09'))
      await move(test.store, mistaken.id, 'new', 'closed', at(day))
      await move(test.store, mistaken.id, 'closed', 'opened', at(day))
      await accepted()
      expect(await mails(hour('10:00'))).toContain('Alva first 2 2026-01-15')
      await move(test.store, mistaken.id, 'opened', 'closed', at(day))
      await move(test.store, replied.id, 'answered', 'opened', at('2026-01-12'))
      await accepted()
      expect(await mails(hour('11:00'))).toContain('Alva first 3 2026-01-19')
    })

    it('a message that a member has not seen is told all the same when they move the request on, or open it', async () => {
      const post = await accepted()
      const write = () => test.store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, at(day))
      const states = async (from: RequestState, state: RequestState, written: number) =>
        (await test.store.setStates({ state, requests: [{ id: post.id, from, written }] }, at(day))).refused
      await write()
      expect(await states('new', 'closed', 0)).toEqual([{ id: post.id, state: 'new' }])
      expect(await states('new', 'opened', 0)).toEqual([])
      expect(await mails(hour('10:00'))).toHaveLength(2)
      await write()
      expect(await states('opened', 'opened', 1)).toEqual([])
      expect(await mails(hour('11:00'))).toHaveLength(2)
      // What staff wrote is not counted with it.
      await test.store.addReply(post.id, { id: randomUUID(), sealed: sealed(), answers: false }, at(day))
      await write()
      expect(await states('opened', 'opened', 3)).toEqual([])
      expect(await mails(hour('12:00'))).toEqual([])
      expect(await states('opened', 'closed', 3)).toEqual([])
    })

    it('who writes each day does not put off that whoever leads is told', async () => {
      const post = await accepted()
      const told: (string | undefined)[] = []
      for (const of of ['2026-01-14', '2026-01-15', '2026-01-16', '2026-01-17']) {
        // In the night, before members are told.
        await test.store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, hour('02:00', of))
        told.push((await mails(hour('08:00', of))).at(-1)?.slice(0, 9))
      }
      expect(told).toEqual(['Bo first ', 'Bo again ', 'Bo leader', 'Bo leader'])
    })

    it('a second message on the day members were told is told on that day', async () => {
      const post = await accepted()
      await mails(hour('10:00'))
      await test.store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, at(day))
      expect(await mails(hour('13:00'))).toHaveLength(2)
    })

    it('a message in what was put away as junk is nothing new', async () => {
      const post = await accepted()
      await move(test.store, post.id, 'new', 'junk', at(day))
      await test.store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, at(day))
      expect(await mails(hour('10:00'))).toEqual([])
    })

    it('what nobody opens is told again the next day, and then to whoever leads', async () => {
      await accepted()
      await mails(hour('10:00'))
      expect(await mails(hour('15:00'))).toEqual([])
      expect(await mails(hour('08:00', '2026-01-15'))).toEqual([
        'Alva again 1 2026-01-21',
        'Bo again 1 2026-01-21',
      ])
      expect(await mails(hour('09:00', '2026-01-15'))).toEqual([])
      expect(await mails(hour('08:00', '2026-01-16'))).toEqual(['Bo leader 1 2026-01-21'])
      expect(await mails(hour('08:00', '2026-01-19'))).toEqual(['Bo leader 1 2026-01-21'])
    })

    it('an inbox that is open saves a mail today, but not tomorrow’s about what nobody has opened', async () => {
      await accepted()
      await test.store.looked(hour('09:30'))
      expect(await mails(hour('10:00'))).toEqual([])
      expect(await mails(hour('08:00', '2026-01-15'))).toHaveLength(2)
    })

    it('where nobody leads all are told', async () => {
      await accepted()
      const alone = [{ who: 'Alva', leader: false }]
      for (const of of ['2026-01-14', '2026-01-15', '2026-01-16']) {
        await test.store.planNotices(alone, hour('08:00', of))
        const notice = await test.store.claimNotice('Alva', hour('08:00', of))
        await test.store.noticeSent('Alva', notice?.serial ?? 0, hour('08:00', of))
        if (of === '2026-01-16') expect(notice?.stage).toBe('leader')
      }
    })

    it('a mail that could not be sent stays, and says since when', async () => {
      await accepted()
      await test.store.planNotices(team, hour('10:00'))
      await test.store.claimNotice('Alva', hour('10:00'))
      await test.store.noticeFailed('Alva', hour('10:00'))
      expect(await test.store.noticesFailing()).toBe(day)
      await test.store.claimNotice('Alva', hour('10:01', '2026-01-15'))
      await test.store.noticeFailed('Alva', hour('10:01', '2026-01-15'))
      expect(await test.store.noticesFailing()).toBe(day)
      const notice = await test.store.claimNotice('Alva', hour('10:02', '2026-01-15'))
      expect(notice?.stage).toBe('first')
      await test.store.noticeSent('Alva', notice?.serial ?? 0, hour('10:02', '2026-01-15'))
      expect(await test.store.noticesFailing()).toBeNull()
    })

    it('a mail server that answers again is no longer told as away', async () => {
      await accepted()
      await test.store.planNotices(team, hour('10:00'))
      await test.store.noticeFailed('Alva', hour('10:00'))
      await test.store.noticesWork()
      expect(await test.store.noticesFailing()).toBeNull()
    })

    it('what comes while a mail is under way is told by the next one', async () => {
      await accepted()
      await test.store.planNotices(team, hour('10:59'))
      const notice = await test.store.claimNotice('Alva', hour('10:59'))
      await accepted()
      await test.store.planNotices(team, hour('11:00'))
      await test.store.noticeSent('Alva', notice?.serial ?? 0, hour('10:59'))
      expect(await test.store.claimNotice('Alva', hour('11:00'))).toMatchObject({ waiting: 2 })
    })

    it('two programs send each mail once, and one that ended over it leaves it to the other', async () => {
      const second = await openStore(test.place.where)
      for (let round = 0; round < 5; round++) {
        await accepted()
        const moment = hour(`1${round}:00`)
        const both = await Promise.all([mails(moment), mails(moment, second)])
        expect(both.flat().sort()).toEqual([
          `Alva first ${round + 1} 2026-01-21`,
          `Bo first ${round + 1} 2026-01-21`,
        ])
      }
      await accepted()
      await test.store.planNotices(team, hour('16:00'))
      expect(await test.store.claimNotice('Alva', hour('16:00'))).not.toBeNull()
      expect(await second.claimNotice('Alva', hour('16:01'))).toBeNull()
      expect(await second.claimNotice('Alva', hour('16:06'))).not.toBeNull()
      await second.close()
    })

    it('somebody who is no longer on the list gets none', async () => {
      await accepted()
      await test.store.planNotices(team, hour('10:00'))
      await test.store.planNotices([{ who: 'Bo', leader: true }], hour('11:00'))
      expect(await test.store.claimNotice('Alva', hour('11:00'))).toBeNull()
    })

    it('what it keeps of a request is a figure and a day', async () => {
      await accepted()
      await mails(hour('10:00'))
      expect(await test.place.rows('select notice, notice_on from requests')).toEqual([
        { notice: expect.anything() as unknown, notice_on: day },
      ])
    })
  })
}
