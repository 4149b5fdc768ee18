import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeMember } from '../../../src/core/sealing/index.ts'
import { signEntry, type TeamChange, type TeamEntry } from '../../../src/core/sealing/team-entry.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at, kept } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const day = at('2026-01-10')
const nextDay = { ...at('2026-01-11'), now: day.now + 86_400_000 }
const token = (): string => randomBytes(32).toString('base64url')

/** The list of members: it only grows, two cannot go on from the same place, and who is removed has nothing left. */
export function teamContract(newPlace: () => Promise<Place>): void {
  describe('the team', async () => {
    const test = opened(newPlace)
    const [one, two, three] = await Promise.all(['Alva', 'Bo', 'Carl'].map(makeMember))
    const adding = ({ member }: NonNullable<typeof one>): TeamChange => ({
      kind: 'add',
      member: { name: member.name, signing: member.member, recipient: member.recipient },
      role: 'leader',
    })
    const after = (list: readonly TeamEntry[], change: TeamChange, by = one!.key): TeamEntry[] => [
      ...list,
      signEntry(list, change, by, day.today),
    ]
    const begun = after([], adding(one!))
    const grown = after(begun, adding(two!))
    const nothing = { wrapped: [], calendars: [] }
    const wrap = (signing: string, epoch: number) => ({ signing, epoch, sealed: `AA${epoch}A` })
    const [alva, bo] = [one!.member.member, two!.member.member]

    it('begins as the keys file says, and is not put back by an older one', async () => {
      expect(await test.store.teamHead()).toBeNull()
      const calendars = [{ signing: alva, calendar: token() }]
      const wrapped = [wrap(alva, 1)]
      for (let times = 0; times < 2; times++)
        expect(await test.store.beginTeam({ entries: begun, wrapped, calendars })).toBe('kept')
      const post = { entries: grown.slice(1), wrapped: [wrap(bo, 1)], calendars: [] }
      expect(await test.store.changeTeam(post, day)).toBe('changed')
      expect(await test.store.beginTeam({ entries: begun, ...nothing })).toBe('kept')
      expect(await test.store.team()).toEqual({
        entries: grown,
        wrapped: [wrap(alva, 1), wrap(bo, 1)].sort((a, b) => (a.signing < b.signing ? -1 : 1)),
        calendars,
        signedIn: [],
      })
      const longer = after(grown, adding(three!))
      expect(await test.store.beginTeam({ entries: longer, ...nothing })).toBe('kept')
      expect((await test.store.team()).entries).toEqual(longer)
    })

    it('tells a keys file that went another way, and changes nothing', async () => {
      await test.store.beginTeam({ entries: grown, wrapped: [wrap(alva, 1)], calendars: [] })
      const other = after(begun, adding(three!))
      expect(await test.store.beginTeam({ entries: other, ...nothing })).toBe('forked')
      expect((await test.store.team()).entries).toEqual(grown)
    })

    it("is not put out by another team's keys file, but by one who names whom it takes over from", async () => {
      await test.store.beginTeam({ entries: grown, wrapped: [wrap(alva, 1)], calendars: [] })
      await test.store.addSession('x', { member: alva, expires: day.now / 1000 + 60 })
      await test.store.changeTemplates({ from: 0, sealed: 'AAAA' }, day)
      const before = await test.store.team()
      const anew = { entries: after([], adding(two!), two!.key), wrapped: [wrap(bo, 1)], calendars: [] }
      expect(await test.store.beginTeam(anew)).toBe('other')
      expect(await test.store.replaceTeam(anew, grown[1]!, day)).toBe('moved-on')
      expect(await test.store.team()).toEqual(before)
      expect((await test.store.templates()).version).toBe(1)
      expect(await test.store.session('x', day)).not.toBeNull()

      const linesBefore = (await test.store.audit()).entries.length
      expect(await test.store.replaceTeam(anew, grown[0]!, day)).toBe('replaced')
      const { entries: lines } = await test.store.audit()
      expect(lines).toHaveLength(linesBefore + 1)
      const [beganIt, beganBefore] = [two!, one!].map(({ member }) => member.name)
      expect(lines[0]).toMatchObject({ act: 'team-replaced', who: beganIt, member: bo, about: beganBefore })
      expect(await test.store.team()).toMatchObject({ entries: anew.entries, wrapped: anew.wrapped })
      expect((await test.store.templates()).version).toBe(0)
      expect(await test.store.session('x', day)).toBeNull()
      expect(await test.store.beginTeam({ entries: grown, ...nothing })).toBe('other')
    })

    it('is begun once by two programs that start at once', async () => {
      const second = await openStore(test.place.where)
      const lists = [grown, after([], adding(two!), two!.key)]
      const answers = await Promise.all(
        lists.map((entries, n) => (n === 0 ? test.store : second).beginTeam({ entries, ...nothing })),
      )
      const again = await Promise.all(lists.map(entries => second.beginTeam({ entries, ...nothing })))
      await second.close()
      expect(answers.filter(one => one === 'kept')).toHaveLength(1)
      expect(again.sort()).toEqual(['kept', 'other'])
    })

    it('lets one of two leaders go on, who change it at once', async () => {
      await test.store.beginTeam({ entries: begun, ...nothing })
      const second = await openStore(test.place.where)
      const changes = [two!, three!].map(who => after(begun, adding(who)).slice(1))
      const answers = await Promise.all(
        changes.map((entries, n) => (n === 0 ? test.store : second).changeTeam({ entries, ...nothing }, day)),
      )
      await second.close()
      expect(answers.sort()).toEqual(['changed', 'moved-on'])
      expect((await test.store.team()).entries).toHaveLength(2)
    })

    it('leaves a removed member no session, no wrapped key, no feed and no invitation', async () => {
      const calendars = [{ signing: bo, calendar: token() }]
      await test.store.beginTeam({ entries: grown, wrapped: [wrap(alva, 1), wrap(bo, 1)], calendars })
      for (const member of [alva, bo])
        await test.store.addSession(member, { member, expires: day.now / 1000 + 60 })
      await test.store.addInvite(
        { id: randomUUID(), token: token(), role: 'member' },
        {
          ...day,
          by: { name: 'Bo', signing: bo },
        },
      )
      const [, , gone] = after(grown, { kind: 'remove', signing: bo })
      const post = { entries: [gone!], wrapped: [wrap(alva, 2)], calendars: [] }
      expect(await test.store.changeTeam(post, day)).toBe('changed')
      expect([await test.store.session(bo, day), await test.store.session(alva, day)]).toEqual([
        null,
        { member: alva, expires: expect.any(Number) },
      ])
      expect(await test.store.team()).toMatchObject({
        wrapped: [wrap(alva, 1), wrap(alva, 2)],
        calendars: [],
      })
      expect(await test.store.invites(day)).toEqual([])
      expect((await test.store.audit()).entries.map(({ act, about }) => [act, about])).toEqual([
        ['member-removed', 'Bo'],
        ['member-invited', null],
      ])
    })

    it('says when each signed in last', async () => {
      for (const then of [day, nextDay])
        await test.store.record({ act: 'signed-in' }, { ...then, by: { name: 'Alva', signing: alva } })
      expect((await test.store.team()).signedIn).toEqual([{ signing: alva, hour: '2026-01-11T12' }])
    })

    it('takes one newcomer for an invitation, within a day', async () => {
      const link = token()
      const post = { id: randomUUID(), token: link, role: 'member' } as const
      for (let times = 0; times < 2; times++) await test.store.addInvite(post, day)
      const who = {
        name: 'Bo',
        signing: bo,
        recipient: two!.member.recipient,
        calendar: token(),
      }
      expect(await test.store.acceptInvite(token(), who, day)).toBe('not-found')
      expect(await test.store.acceptInvite(link, who, nextDay)).toBe('not-found')
      for (let times = 0; times < 2; times++)
        expect(await test.store.acceptInvite(link, who, day)).toBe('accepted')
      expect(await test.store.acceptInvite(link, { ...who, signing: alva }, day)).toBe('used')
      const invite = { id: post.id, role: 'member', by: day.by.signing, newcomer: who }
      expect(await test.store.invites(day)).toEqual([{ ...invite, expires: day.now / 1000 + 86_400 }])
      expect(await test.store.invites(nextDay)).toEqual([])
      await test.store.sweep(kept, nextDay)
      expect(await test.place.rows('select * from invites')).toEqual([])

      await test.store.beginTeam({ entries: begun, ...nothing })
      const again = { ...post, id: randomUUID(), token: token() }
      await test.store.addInvite(again, nextDay)
      const entries = grown.slice(1)
      await test.store.changeTeam({ entries, ...nothing, invite: again.id }, nextDay)
      expect(await test.store.invites(nextDay)).toEqual([])
    })

    it('takes an invitation back', async () => {
      const post = { id: randomUUID(), token: token(), role: 'leader' } as const
      await test.store.addInvite(post, day)
      for (let times = 0; times < 2; times++) await test.store.takeBackInvite(post.id, day)
      expect(await test.store.invites(day)).toEqual([])
      const opened = { id: randomUUID(), token: token(), role: 'member' } as const
      await test.store.addInvite(opened, day)
      const who = { name: 'Bo', signing: bo, recipient: two!.member.recipient, calendar: token() }
      await test.store.acceptInvite(opened.token, who, day)
      await test.store.takeBackInvite(opened.id, day)
      expect((await test.store.audit()).entries.map(({ act, about }) => [act, about])).toEqual([
        ['invite-taken-back', 'Bo'],
        ['member-invited', null],
        ['invite-taken-back', null],
        ['member-invited', null],
      ])
    })
  })
}
