// In a document at http://localhost/inbox
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { Invite } from '../../../src/core/contract/team.ts'
import { makeMember, type KeyFile } from '../../../src/core/sealing/index.ts'
import { signEntry } from '../../../src/core/sealing/team-entry.ts'
import { compareWords } from '../../../src/core/sealing/team.ts'
import { checkTeam, teamFile } from '../../../src/intake/staff/team.ts'
import { signedIn, startTestIntake, type TestIntake } from '../../intake/http/intake.ts'
import { aSession } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

const built = vi.hoisted(() => ({
  first: null as string | null,
  recipients: [] as readonly string[],
  epochs: [] as { epoch: number; recipient: string }[],
}))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  signers: [],
  get first() {
    return built.first
  },
  get recipients() {
    return built.recipients
  },
  get epochs() {
    return built.epochs
  },
}))
const saved = vi.hoisted(() => new Map<string, string>())
vi.mock('../../../src/inbox/shared/save-file.ts', () => ({
  saveFile: (name: string, text: string) => {
    saved.set(name, text)
  },
}))

const { CopyContext, tIn } = await import('../../../src/inbox/shared/copy.ts')
const { SignedOutContext } = await import('../../../src/inbox/shared/signed-out.ts')
const { TeamPage } = await import('../../../src/inbox/team/team-page.tsx')
const { Unbelieved } = await import('../../../src/inbox/team/unbelieved.tsx')
const { useTeam } = await import('../../../src/inbox/team/use-team.ts')
const { SignIn } = await import('../../../src/inbox/session/sign-in.tsx')

// Locking a key is slow on purpose, and a busy machine makes it slower.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

const onSignedOut = vi.fn()
const onOlder = vi.fn()
let intake: TestIntake

/** What the page calls goes to a real intake, with the cookies of the member who signed in last. */
eachOnItsOwnPage()
beforeEach(async () => {
  localStorage.clear()
  history.replaceState(null, '', '/inbox')
  saved.clear()
  onSignedOut.mockClear()
  onOlder.mockClear()
  intake = await startTestIntake()
  Object.assign(built, {
    first: intake.list[0]?.by ?? null,
    recipients: intake.recipients,
    epochs: [{ epoch: 1, recipient: intake.recipients[0] }],
  })
  const jar = { cookie: (await signedIn(intake))['cookie'] ?? '' }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit): Promise<Response> => {
    const own = { origin: 'http://localhost', host: 'localhost', ...jar }
    const headers = { ...own, ...Object.fromEntries(new Headers(init.headers)) }
    const method = init.method as 'GET' | 'POST' | 'DELETE'
    const { body } = init as { body: string | null }
    const answer = await intake.app.inject({ method, url, headers, ...(body !== null && { body }) })
    const set = answer.headers['set-cookie']
    if (set !== undefined) jar.cookie = String(set).split(';')[0] ?? ''
    return new Response(answer.body === '' ? null : answer.body, { status: answer.statusCode })
  })
})

function Team({ memberKey }: { readonly memberKey: KeyFile }) {
  const { looked, look } = useTeam(onSignedOut)
  const [member] = useState(() => (memberKey === intake.keys.alva ? intake.list[0]!.by : 'nobody'))
  const session = aSession({ name: memberKey.name, member, key: memberKey })
  return (
    <CopyContext.Provider value={{ lang: 'da', t: tIn('da') }}>
      <SignedOutContext.Provider value={onSignedOut}>
        <Unbelieved looked={looked} />
        <TeamPage session={session} looked={looked} look={look} onOlder={onOlder} />
      </SignedOutContext.Provider>
    </CopyContext.Provider>
  )
}
const atSignIn = (): void =>
  void render(
    <CopyContext.Provider value={{ lang: 'da', t: tIn('da') }}>
      <main>
        <SignIn takesFocus={false} onSession={() => Promise.resolve()} />
      </main>
    </CopyContext.Provider>,
  )
const press = async (name: string): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }))
const named = (text: string, name: string): string => text.replaceAll('{{name}}', name)
const type = async (label: string, value: string): Promise<void> =>
  void fireEvent.input(await screen.findByLabelText(label), { target: { value } })
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name })
const words = async (): Promise<string> => (await screen.findByText(/^[a-z]+( [a-z]+){5}$/)).textContent

/** Makes a key as a newcomer does, and writes its six words down. */
async function makeKey(name: string): Promise<void> {
  await type(da.join.name, name)
  await press(da.join.button)
  await heading(da.keepKey.title)
  const six = await words()
  await type(da.keepKey.again, six)
  await press(da.keepKey.button)
}
const invites = (): Promise<Invite[]> => intake.store.invites({ today: '2026-11-26', now: intake.clock.now })

test('two quick taps make one link: the other would stand open for a day with nobody’s name on it', async () => {
  render(<Team memberKey={intake.keys.alva} />)
  const button = await screen.findByRole('button', { name: da.team.invite.button })
  // Both before the first is drawn.
  await act(() => {
    button.click()
    button.click()
  })
  await screen.findByText(/#invite=/)
  await waitFor(async () => {
    expect(await invites()).toHaveLength(1)
  })
  // A second one would have been made by the time that the team was looked at again.
  await screen.findByRole('button', { name: da.team.invite.button })
  expect(await invites()).toHaveLength(1)
})

test('a leader makes a link, a newcomer opens it, both have the same words, and the newcomer is in and out', async () => {
  render(<Team memberKey={intake.keys.alva} />)
  await heading(da.team.title)
  await press(da.team.invite.button)
  const link = (await screen.findByText(/#invite=/)).textContent
  expect(link).toMatch(/^http:\/\/localhost\/inbox#invite=[\w-]{43}$/)
  cleanup()

  location.hash = new URL(link).hash
  atSignIn()
  await press(da.join.button)
  expect((await screen.findAllByText(da.join.noName)).length).toBeGreaterThan(0)
  await makeKey('Bo')
  await heading(da.join.compareTitle)
  const compared = await words()
  await press(da.join.saveFile)
  expect(saved.get('key.json')).toMatch(/"locked"/)
  const [invite] = await invites()
  expect(invite?.newcomer && compareWords(invite.newcomer)).toBe(compared)
  await press(da.join.toSignIn)
  await heading(da.signIn.title)
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe(da.signIn.title)
  })
  expect(location.hash).toBe('')
  cleanup()

  render(<Team memberKey={intake.keys.alva} />)
  expect(await words()).toBe(compared)
  await press(da.team.confirm.button)
  await press(da.team.confirm.no)
  await press(da.team.confirm.button)
  await press(named(da.team.confirm.yes, 'Bo'))
  await screen.findByText(named(da.team.confirm.done, 'Bo'))
  await press(named(da.team.make.leader, 'Bo'))
  await screen.findByText(named(da.team.made.leader, 'Bo'))
  await press(named(da.team.remove.button, 'Bo'))
  await press(da.team.remove.no)
  await press(named(da.team.remove.button, 'Bo'))
  await press(named(da.team.remove.yes, 'Bo'))
  await screen.findByText(named(da.team.remove.done, 'Bo'))
  await screen.findByText(da.team.build.open.replace('{{names}}', 'Bo'))
  await press(da.team.build.save)
  const file = teamFile.parse(JSON.parse(saved.get('keys.json') ?? ''))
  expect(checkTeam(file).epochs.map(({ epoch }) => epoch)).toEqual([1, 2])

  await press(da.team.log.show)
  for (const act of ['member-removed', 'made-leader', 'member-added'] as const)
    await screen.findByText(new RegExp(`${da.team.log.acts[act]}: Bo`))
  await waitFor(() => {
    expect(document.activeElement?.textContent).toMatch(
      new RegExp(`${da.team.log.acts['member-removed']}: Bo`),
    )
  })
})

test('a link is taken back, and then brings nobody in', async () => {
  render(<Team memberKey={intake.keys.alva} />)
  await press(da.team.invite.button)
  const link = (await screen.findByText(/#invite=/)).textContent
  await press(da.team.invite.takeBack)
  await screen.findByText(da.team.invite.takenBack)
  expect(await invites()).toEqual([])
  cleanup()
  location.hash = new URL(link).hash
  atSignIn()
  await makeKey('Eve')
  await screen.findByText(da.join.over)
})

test('a newcomer whom no server answers tries again with the same key', async () => {
  render(<Team memberKey={intake.keys.alva} />)
  await press(da.team.invite.button)
  const link = (await screen.findByText(/#invite=/)).textContent
  cleanup()
  location.hash = new URL(link).hash
  const reaches = fetch
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  atSignIn()
  await makeKey('Bo')
  await screen.findByText(da.problems.unreachable)
  vi.stubGlobal('fetch', reaches)
  await press(da.list.again)
  await heading(da.join.compareTitle)
})

test('a member who leads nobody sees who is there, and is sent to a leader', async () => {
  render(<Team memberKey={intake.keys.stranger} />)
  await screen.findByText(da.team.askLeader)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a list that nobody has signed is told, and nothing can be done with it', async () => {
  const { key, member } = await makeMember('Eve')
  const eve = { name: 'Eve', signing: member.member, recipient: member.recipient }
  const forged = signEntry(intake.list, { kind: 'add', member: eve, role: 'leader' }, key, '2026-11-26')
  const stored = await intake.store.team()
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      Response.json({ ...stored, entries: [...intake.list, forged], demo: false, invites: [] }),
    ),
  )
  render(<Team memberKey={intake.keys.alva} />)
  await screen.findByText(da.team.unbelieved.unsigned)
  expect(screen.getByText(da.team.nothing)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a team of before there was a list, and one that cannot be fetched, say so', async () => {
  built.first = null
  render(<Team memberKey={intake.keys.alva} />)
  await screen.findByText(da.team.none)
  cleanup()
  built.first = intake.list[0]?.by ?? null
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  render(<Team memberKey={intake.keys.alva} />)
  await screen.findByText(da.problems.unreachable)
})

test('a session that has ended is told as such, by whichever call notices it', async () => {
  render(<Team memberKey={intake.keys.alva} />)
  await heading(da.team.title)
  await intake.store.endSessionsOf(intake.list[0]?.by ?? '')
  await press(da.team.log.show)
  await waitFor(() => {
    expect(onSignedOut).toHaveBeenCalledTimes(1)
  })
  await press(da.team.invite.button)
  await waitFor(() => {
    expect(onSignedOut.mock.calls.length).toBeGreaterThan(1)
  })
})

test('the recovery key opens what was sealed to lost keys, and signs nothing', async () => {
  render(<Team memberKey={intake.keys.alva} />)
  await type(da.rescue.key, 'AGE-SECRET-KEY-PQ-1QQQQ')
  await press(da.team.older.button)
  await screen.findByText(da.rescue.wrong)
  await type(da.rescue.key, intake.keys.rescue.identity.toLowerCase())
  await press(da.team.older.button)
  await waitFor(() => {
    expect(onOlder).toHaveBeenCalledTimes(1)
  })
  const [session] = onOlder.mock.calls[0] as [{ teams: { epoch: number; identity: string }[] }]
  expect(session.teams.map(({ epoch }) => epoch)).toEqual([1, 0])
  expect(session.teams[1]?.identity).toBe(intake.keys.rescue.identity)
})

test('with the recovery key somebody becomes the first leader of a new team', async () => {
  atSignIn()
  await press(da.signIn.rescue)
  await type(da.rescue.key, 'x')
  await press(da.rescue.button)
  expect((await screen.findAllByText(da.rescue.wrong)).length).toBeGreaterThan(0)
  await type(da.rescue.key, intake.keys.rescue.identity)
  await press(da.rescue.button)
  await heading(da.rescue.leaderTitle)
  await makeKey('Anna')
  await heading(da.rescue.doneTitle)
  await press(da.team.build.save)
  await press(da.join.saveFile)
  const team = checkTeam(teamFile.parse(JSON.parse(saved.get('keys.json') ?? '')))
  expect(team.members.map(({ name, role }) => [name, role])).toEqual([['Anna', 'leader']])
  expect(saved.get('key.json')).toMatch(/"Anna"/)
  await press(da.join.toSignIn)
  await heading(da.signIn.title)
})

test('an intake that does not know the recovery key is told as such', async () => {
  const reaches = fetch
  const problem = { type: 'urn:foerste-snak:problem:sign-in-refused', title: 'x', status: 403 }
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url.endsWith('/session') ? Promise.resolve(Response.json(problem, { status: 403 })) : reaches(url, init),
  )
  atSignIn()
  await press(da.signIn.rescue)
  await type(da.rescue.key, intake.keys.rescue.identity)
  await press(da.rescue.button)
  expect((await screen.findAllByText(da.rescue.refused)).length).toBeGreaterThan(0)
})
