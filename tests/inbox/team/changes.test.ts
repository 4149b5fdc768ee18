// In a document
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Invite, Newcomer, TeamAnswer, TeamPost } from '../../../src/core/contract/team.ts'
import {
  fromBase64url,
  makeMember,
  makeTeam,
  makeTeamKey,
  memberOf,
  rescueKey,
  toBase64url,
  unwrapTeamKey,
  wrapTeamKey,
  type KeyFile,
  type TeamKey,
} from '../../../src/core/sealing/index.ts'
import { signEntry, type TeamChange, type TeamEntry } from '../../../src/core/sealing/team-entry.ts'
import { keysFile, unbuilt } from '../../../src/core/sealing/keys-file.ts'
import { beginAnew } from '../../../src/inbox/session/rescue/anew.ts'
import type { Kept } from '../../../src/inbox/model/team.ts'
import { believe } from '../../../src/inbox/team/believed.ts'
import { addition, ownKeys, removal, roleChange, Senseless } from '../../../src/inbox/team/changes.ts'
import { checkTeam, teamFile } from '../../../src/intake/staff/team.ts'

const on = '2026-11-26'
const [{ team: one, recovery }, alva, bo, carl, eve] = await Promise.all([
  makeTeam(),
  makeMember('Alva'),
  makeMember('Bo'),
  makeMember('Carl'),
  makeMember('Eve'),
])
type Made = typeof alva
const rescuer = await rescueKey(recovery.identity)
const rescue = (await memberOf(rescuer)).member
const listed = ({ member }: Made) => ({
  name: member.name,
  signing: member.member,
  recipient: member.recipient,
})
const add = (who: Made, role: 'leader' | 'member' = 'member'): TeamChange => ({
  kind: 'add',
  member: listed(who),
  role,
})
const begins = ({ epoch, recipient, signer }: TeamKey): TeamChange => ({
  kind: 'epoch',
  epoch: { epoch, recipient, signer, recovery: recovery.recipient, since: on, rescue },
})
const made = (changes: readonly TeamChange[], by: KeyFile = alva.key): TeamEntry[] =>
  changes.reduce<TeamEntry[]>((list, change) => [...list, signEntry(list, change, by, on)], [])
const first = alva.member.member
const begun: readonly TeamChange[] = [add(alva, 'leader'), begins(one)]
const wrapOne = async (key: TeamKey, to: Made) => ({
  signing: to.member.member,
  epoch: key.epoch,
  sealed: toBase64url(await wrapTeamKey(key, to.member.recipient)),
})

/** What the intake answers, with these entries. */
async function answer(entries: readonly unknown[], more: Partial<TeamAnswer> = {}): Promise<TeamAnswer> {
  const wrapped = [await wrapOne(one, alva)]
  return { demo: false, entries: [...entries], wrapped, calendars: [], signedIn: [], invites: [], ...more }
}
async function kept(entries: readonly TeamEntry[], more: Partial<TeamAnswer> = {}): Promise<Kept> {
  const believed = await believe(await answer(entries, more), first)
  if (!believed.ok) throw new Error(believed.why)
  return believed.kept
}
const leading = async (entries: readonly TeamEntry[], more: Partial<TeamAnswer> = {}) => ({
  kept: await kept(entries, more),
  key: alva.key,
  first,
  on,
})
const opens = async ({ wrapped }: TeamPost, who: Made): Promise<number[]> => {
  const keys = await Promise.all(wrapped.map(({ sealed }) => unwrapTeamKey(fromBase64url(sealed), who.key)))
  return keys.flatMap(key => (key === null ? [] : [key.epoch]))
}
const newcomer = (who: Made): Newcomer => ({ ...listed(who), calendar: 'A'.repeat(43) })
const invite: Invite = { id: crypto.randomUUID(), role: 'member', by: first, expires: 0, newcomer: null }

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('a confirmed newcomer gets every epoch’s keys, those that are not built yet included, and nothing else', async () => {
  const two = await makeTeamKey(2)
  const list = made([...begun, add(bo), { kind: 'remove', signing: bo.member.member }, begins(two)])
  const at = await leading(list, { wrapped: [await wrapOne(one, alva), await wrapOne(two, alva)] })
  const post = await addition(at, invite, newcomer(carl))
  expect(await opens(post, carl)).toEqual([1, 2])
  expect(await opens(post, bo)).toEqual([])
  expect(post).toMatchObject({ invite: invite.id, calendars: [{ signing: carl.member.member }] })
  const after = await believe(await answer([...list, ...post.entries]), first)
  expect(after.ok && after.kept.team.members.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'Alva leader',
    'Carl member',
  ])
  await expect(addition(at, invite, { ...newcomer(carl), name: 'ALVA' })).rejects.toThrow(Senseless)
})

test('who is removed gets no key of the next epoch, those who stay do', async () => {
  const list = made([...begun, add(bo), add(carl, 'leader')])
  const post = await removal(await leading(list), listed(bo))
  expect([await opens(post, alva), await opens(post, carl), await opens(post, bo)]).toEqual([[2], [2], []])
  expect(post.entries.map(({ kind }) => kind)).toEqual(['remove', 'epoch'])
  expect((await believe(await answer([...list, ...post.entries]), first)).ok).toBe(true)
})

test('whom the intake alone names is never wrapped to', async () => {
  const list = made([...begun, add(bo)])
  const eves = await wrapOne(await makeTeamKey(1), eve)
  // Beside the list: in what is wrapped, in the feeds, among those who signed in, and as a team key of her own.
  const own = { ...(await makeTeamKey(1)), epoch: 1 }
  const hostile = {
    wrapped: [await wrapOne(one, alva), eves, await wrapOne(own, alva)],
    calendars: [{ signing: eve.member.member, calendar: 'A'.repeat(43) }],
    signedIn: [{ signing: eve.member.member, hour: '2026-11-26T12' }],
  }
  const at = await leading(list, hostile)
  const [removed, added] = [await removal(at, listed(bo)), await addition(at, invite, newcomer(carl))]
  for (const post of [removed, added, roleChange(at, bo.member.member, 'leader')]) {
    expect(await opens(post, eve)).toEqual([])
    expect(post.wrapped.map(({ signing }) => signing)).not.toContain(eve.member.member)
  }
  // And a key that no leader has signed is not passed on to a newcomer.
  expect((await ownKeys(at)).map(({ recipient }) => recipient)).toEqual([one.recipient])
  // In the list itself: then nothing of it is believed, and there is nobody to wrap to.
  for (const forged of [
    [...list, signEntry(list, add(eve, 'leader'), eve.key, on)],
    [...list, { ...signEntry(list, add(eve), eve.key, on), by: first }],
    [list[0], list[1], { ...list[2], member: listed(eve) }],
  ])
    expect(await believe(await answer(forged), first)).toEqual({ ok: false, why: 'not-a-leader' })
})

test('a list that was cut, or goes on in another way, is told by a browser that saw it before', async () => {
  const list = made([...begun, add(bo)])
  await kept(list)
  expect(await believe(await answer(list.slice(0, 2)), first)).toEqual({ ok: false, why: 'cut' })
  const other = made([...begun, add(carl)])
  expect(await believe(await answer(other), first)).toEqual({ ok: false, why: 'forked' })
  expect((await believe(await answer(list), first)).ok).toBe(true)
  // Another build has another first leader: what was seen of the other team says nothing of this one.
  const eves = made([add(eve, 'leader')], eve.key)
  expect(await believe(await answer(eves), first)).toEqual({ ok: false, why: 'other-team' })
  expect((await believe(await answer(eves), eve.member.member)).ok).toBe(true)
})

test('a browser that keeps nothing still believes only the first leader', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('refused')
    },
    setItem: () => {
      throw new DOMException('refused')
    },
    clear: () => undefined,
  })
  const list = made(begun)
  expect((await believe(await answer(list), first)).ok).toBe(true)
  expect((await believe(await answer(made([add(eve, 'leader')], eve.key)), first)).ok).toBe(false)
})

test('the last leader stays, and a team whose epochs nobody signed begins none here', async () => {
  const list = made([...begun, add(bo)])
  const at = await leading(list)
  expect(() => roleChange(at, first, 'member')).toThrow(Senseless)
  localStorage.clear()
  await expect(removal(await leading(made([add(alva, 'leader'), add(bo)])), listed(bo))).rejects.toThrow(
    Senseless,
  )
})

test('the file for the operator is made of the believed list, and is one the build takes', async () => {
  const list = made([...begun, add(bo)])
  const at = await leading(list, { wrapped: [await wrapOne(one, alva), await wrapOne(one, bo)] })
  const post = await removal(at, listed(bo))
  const calendars = [{ signing: first, calendar: 'A'.repeat(43) }]
  const wrapped = [...at.kept.answer.wrapped, ...post.wrapped]
  const after = await kept([...list, ...post.entries], { wrapped, calendars })
  const file = teamFile.parse(JSON.parse(keysFile(after.team, after.answer) ?? ''))
  const team = checkTeam(file)
  expect(team.epochs.map(({ epoch }) => epoch)).toEqual([1, 2])
  expect(team.members.map(({ name, role, calendar }) => [name, role, calendar])).toEqual([
    ['Alva', 'leader', 'A'.repeat(43)],
  ])
  expect(team.signed?.first).toBe(first)
  expect(unbuilt(after.team, 1)).toEqual({ until: '2026-12-03', shutOut: ['Bo'] })
  expect(unbuilt(after.team, 2)).toBeNull()
  localStorage.clear()
  const old = await kept(made([add(alva, 'leader')]))
  expect(keysFile(old.team, old.answer)).toBeNull()
})

test('with the recovery key a new leader begins again, and nobody of before has the new keys', async () => {
  localStorage.clear()
  const list = made([...begun, add(bo)])
  const { team } = await kept(list)
  const post = await beginAnew(team, rescuer, { ...eve.key, name: 'Alva' }, on)
  expect([await opens(post, eve), await opens(post, alva), await opens(post, bo)]).toEqual([[2], [], []])
  const after = await kept([...list, ...post.entries], { wrapped: post.wrapped })
  expect(after.team.members).toMatchObject([{ name: 'Alva', signing: eve.member.member, role: 'leader' }])
  expect(checkTeam(teamFile.parse(JSON.parse(keysFile(after.team, after.answer) ?? ''))).signed?.first).toBe(
    first,
  )
  // A team of before epochs were signed knows no recovery key.
  localStorage.clear()
  const old = await kept(made([add(alva, 'leader')]))
  await expect(beginAnew(old.team, rescuer, eve.key, on)).rejects.toThrow('knows no recovery key')
})
