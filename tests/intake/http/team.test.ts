import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { teamAnswer, type TeamPost } from '../../../src/core/contract/team.ts'
import { makeMember, makeTeamKey, type KeyFile } from '../../../src/core/sealing/index.ts'
import { signEntry, type TeamChange, type TeamEntry } from '../../../src/core/sealing/team-entry.ts'
import { keptTeam } from '../../../src/intake/staff/team-book.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { fromInbox, problemOf, signedIn, startTestIntake, token, type TestIntake } from './intake.ts'

const [bo, eve] = await Promise.all([makeMember('Bo'), makeMember('Eve')])
const listed = ({ member }: typeof bo) => ({
  name: member.name,
  signing: member.member,
  recipient: member.recipient,
})
const adding = (who: typeof bo, role: 'leader' | 'member' = 'member'): TeamChange => ({
  kind: 'add',
  member: listed(who),
  role,
})
const removing = (who: typeof bo): TeamChange => ({ kind: 'remove', signing: who.member.member })

const mayEnter = async (intake: TestIntake, key: KeyFile): Promise<boolean> =>
  (await signedIn(intake, key))['cookie'] !== 'undefined'

async function atTeam(intake: TestIntake) {
  const headers = await signedIn(intake)
  const list = async (): Promise<TeamEntry[]> => (await intake.store.team()).entries as TeamEntry[]
  const post = async (body: Partial<TeamPost>, as = headers) =>
    intake.app.inject({
      method: 'POST',
      url: '/api/staff/team',
      headers: as,
      body: { wrapped: [], calendars: [], ...body },
    })
  const change = async (what: TeamChange, by: KeyFile = intake.keys.alva, as = headers) =>
    post({ entries: [signEntry(await list(), what, by, '2026-11-26')] }, as)
  return { headers, list, post, change }
}

test('a leader adds a member, who signs in at once, and removes them, who is out at once', async () => {
  const intake = await startTestIntake()
  const { list, post, change, headers } = await atTeam(intake)
  const entry = signEntry(await list(), adding(bo), intake.keys.alva, '2026-11-26')
  const wrapped = [{ signing: bo.member.member, epoch: 1, sealed: 'AAAA' }]
  expect((await post({ entries: [entry], wrapped })).statusCode).toBe(204)

  const bos = await signedIn(intake, bo.key)
  const team = (as: object) => intake.app.inject({ url: '/api/staff/team', headers: { ...as } })
  const answer = teamAnswer.parse((await team(bos)).json())
  expect(answer).toMatchObject({ demo: false, entries: [...intake.list, entry], invites: [] })
  expect(answer.wrapped).toContainEqual(wrapped[0])
  expect(answer.signedIn).toHaveLength(2)

  for (const role of ['leader', 'member'] as const)
    expect((await change({ kind: 'role', signing: bo.member.member, role })).statusCode).toBe(204)
  expect((await change(removing(bo))).statusCode).toBe(204)
  expect(problemOf(await team(bos))).toBe('not-signed-in')
  expect(await mayEnter(intake, bo.key)).toBe(false)
  const acts = (await intake.store.audit()).entries.map(
    ({ act, who, about }) => `${who} ${act}${about === null ? '' : ` ${about}`}`,
  )
  expect(acts).toEqual([
    'Alva member-removed Bo',
    'Alva made-member Bo',
    'Alva made-leader Bo',
    'Bo signed-in',
    'Alva member-added Bo',
    'Alva signed-in',
  ])
  expect((await team(headers)).statusCode).toBe(200)
})

test('what a leader has not signed, or somebody else has, does not come into the list', async () => {
  const intake = await startTestIntake()
  const { list, post, change, headers } = await atTeam(intake)
  expect(problemOf(await change(adding(eve), eve.key))).toBe('unacceptable')
  const forged = { ...signEntry(await list(), adding(eve), eve.key, '2026-11-26'), by: intake.list[0]!.by }
  expect(problemOf(await post({ entries: [forged] }))).toBe('unacceptable')
  expect(problemOf(await change(removing(bo)))).toBe('unacceptable')
  expect(problemOf(await post({ entries: [] }))).toBe('unacceptable')
  const late = signEntry(intake.list.slice(0, 1), adding(eve), intake.keys.alva, '2026-11-26')
  expect(problemOf(await post({ entries: [late] }))).toBe('team-changed')
  const twice = { signing: bo.member.member, epoch: 1, sealed: 'AAAA' }
  const entry = signEntry(await list(), adding(bo), intake.keys.alva, '2026-11-26')
  expect(problemOf(await post({ entries: [entry], wrapped: [twice, twice] }))).toBe('unacceptable')
  expect(await list()).toEqual(intake.list)

  // A member who leads nobody reads the list, and changes nothing.
  await post({ entries: [entry] })
  const bos = await signedIn(intake, bo.key)
  expect(problemOf(await change(adding(eve), bo.key, bos))).toBe('leaders-only')
  const invite = { id: randomUUID(), token: hashToken(token()), role: 'leader' }
  for (const call of [
    { method: 'POST', url: '/api/staff/invites', body: invite },
    { method: 'DELETE', url: `/api/staff/invites/${invite.id}` },
    { method: 'GET', url: '/api/staff/audit' },
  ] as const)
    expect(problemOf(await intake.app.inject({ ...call, headers: bos }))).toBe('leaders-only')
  // An entry that a leader has signed does not pass through another's hands.
  const alvas = signEntry(await list(), adding(eve), intake.keys.alva, '2026-11-26')
  expect(problemOf(await post({ entries: [alvas] }, bos))).toBe('leaders-only')
  expect((await intake.app.inject({ url: '/api/staff/team', headers })).statusCode).toBe(200)
})

test('whom the database alone names cannot sign in, and its list lets nobody in once it is broken', async () => {
  const intake = await startTestIntake()
  const { store, list: begun } = intake
  const forged = signEntry(begun, adding(eve, 'leader'), eve.key, '2026-11-26')
  // As somebody with the database writes it: nothing checks.
  await store.changeTeam(
    { entries: [forged], wrapped: [{ signing: eve.member.member, epoch: 1, sealed: 'AAAA' }], calendars: [] },
    { today: '2026-11-26', now: intake.clock.now, by: { name: 'Eve', signing: eve.member.member } },
  )
  expect(await mayEnter(intake, eve.key)).toBe(false)
  expect(await mayEnter(intake, intake.keys.alva)).toBe(false)
})

test('a keys file that went another way than the store does not start, nor one without a list', async () => {
  const intake = await startTestIntake()
  const { change } = await atTeam(intake)
  await change(adding(bo))
  const other = signEntry(intake.list, adding(eve), intake.keys.alva, '2026-11-26')
  const signed = { list: [...intake.list, other], first: intake.list[0]!.by }
  await expect(keptTeam(intake.store, { demo: false, members: [], signed })).rejects.toThrow(
    /^KEYS_FILE has another list of members than the store/,
  )
  const unsigned = { demo: true, members: [], signed: null }
  await expect(keptTeam(intake.store, unsigned)).rejects.toThrow(/^KEYS_FILE has no signed list of members/)
})

test('a keys file without a list lets nobody be taken in', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'team-'))
  const store = await openStore({ dataDir: dir })
  onTestFinished(async () => {
    await store.close()
    await rm(dir, { recursive: true, force: true })
  })
  const fixed = await keptTeam(store, { demo: true, members: [], signed: null })
  expect([fixed.demo, await fixed.members(), await fixed.mayFollow([])]).toEqual([true, [], false])
})

test('an invitation takes the keys that a newcomer made, once', async () => {
  const intake = await startTestIntake()
  const { headers } = await atTeam(intake)
  const link = token()
  const invite = { id: randomUUID(), token: hashToken(link), role: 'member' }
  const made = await intake.app.inject({ method: 'POST', url: '/api/staff/invites', headers, body: invite })
  expect(made.statusCode).toBe(204)
  const accept = (body: object, as: Record<string, string> = fromInbox) =>
    intake.app.inject({ method: 'POST', url: '/api/staff/invites/accept', headers: as, body })
  const mine = { token: link, ...listed(bo), calendar: hashToken(token()) }
  expect(problemOf(await accept(mine, {}))).toBe('sign-in-refused')
  expect(problemOf(await accept({ ...mine, token: token() }))).toBe('not-found')
  expect(problemOf(await accept({ ...mine, recipient: 'age1pq1x' }))).toBe('unacceptable')
  expect((await accept(mine)).statusCode).toBe(204)
  expect(problemOf(await accept({ ...mine, ...listed(eve) }))).toBe('id-conflict')
  const { invites } = teamAnswer.parse((await intake.app.inject({ url: '/api/staff/team', headers })).json())
  expect(invites).toMatchObject([{ id: invite.id, newcomer: { name: 'Bo', signing: bo.member.member } }])
  const url = `/api/staff/invites/${invite.id}`
  expect((await intake.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204)
  expect(problemOf(await intake.app.inject({ method: 'DELETE', url: '/api/staff/invites/x', headers }))).toBe(
    'not-found',
  )
  expect(problemOf(await accept(mine))).toBe('not-found')
})

test('the recovery key signs in, makes a leader anew and begins an epoch', async () => {
  const intake = await startTestIntake()
  const { rescue } = intake.keys
  const headers = await signedIn(intake, rescue)
  const last = intake.list.at(-1)
  if (last?.kind !== 'epoch') throw new Error('the list ends with an epoch')
  const { recipient, signer } = await makeTeamKey(2)
  const epoch = { ...last.epoch, epoch: 2, recipient, signer }
  const changes: TeamChange[] = [adding(eve, 'leader'), { kind: 'epoch', epoch }]
  const entries = changes
    .reduce<TeamEntry[]>((all, one) => [...all, signEntry(all, one, rescue, '2026-11-26')], [...intake.list])
    .slice(intake.list.length)
  const body = { entries, wrapped: [], calendars: [] }
  const done = await intake.app.inject({ method: 'POST', url: '/api/staff/team', headers, body })
  expect(done.statusCode).toBe(204)
  expect(await mayEnter(intake, eve.key)).toBe(true)
})

test('templates are changed by leaders only, each from the version they saw', async () => {
  const intake = await startTestIntake()
  const { headers, change } = await atTeam(intake)
  const templates = (as: object, body?: object) =>
    intake.app.inject({
      method: body ? 'POST' : 'GET',
      url: '/api/staff/templates',
      headers: { ...as },
      ...(body && { body }),
    })
  await change(adding(bo))
  const bos = await signedIn(intake, bo.key)
  expect(problemOf(await templates(bos, { from: 0, sealed: 'AAAA' }))).toBe('leaders-only')
  expect((await templates(headers, { from: 0, sealed: 'AAAA' })).statusCode).toBe(204)
  expect((await templates(bos)).json()).toEqual({ version: 1, sealed: 'AAAA' })
  expect(problemOf(await templates(headers, { from: 0, sealed: 'BBBB' }))).toBe('templates-changed')
  for (const body of [{}, { from: 1, sealed: '' }, { from: 1, sealed: 'A'.repeat(100_004) }])
    expect(problemOf(await templates(headers, body))).toBe('unacceptable')
  expect(problemOf(await templates(fromInbox))).toBe('not-signed-in')
})
