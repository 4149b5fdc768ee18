import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { municipality } from '#municipality'
import { fillDemoDesk } from '../../src/commands/demo-desk.ts'
import { publishDemoTimes } from '../../src/commands/demo.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { citizensAddress, staffAddress } from '../../src/commands/settings.ts'
import { retention } from '../../src/core/facts/retention.ts'
import { contactRequest } from '../../src/core/request/index.ts'
import {
  fromBase64url,
  genuine,
  openNote,
  openRequest,
  openThread,
  readKeyFile,
  unwrapTeamKey,
} from '../../src/core/sealing/index.ts'
import { readTeam } from '../../src/intake/staff/team.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { parseConfig } from '../../src/intake/settings/config.ts'
import { startIntake } from '../../src/intake/start.ts'

const { required } = municipality

test.each([
  [{}],
  [{ HOST: '0.0.0.0' }],
  [{ HOST: '::' }],
  [{ INBOX_HOST: 'inbox.localhost' }],
  [{ ORIGIN: 'http://localhost:8080' }],
  [{ ORIGIN: 'https://snak.example.dk', INBOX_HOST: 'inbox.example.dk', TRUST_PROXY: '1' }],
])('with %j there are times to book, published once', async env => {
  const dir = await mkdtemp(join(tmpdir(), 'demo-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  await makeKeys(dir, 'Demo', true)
  const config = parseConfig({ INTAKE_DATA: dir, PORT: '0', ...env })
  const running = await startIntake({ config, required, site: null, log: () => undefined })
  onTestFinished(() => running.stop())

  await publishDemoTimes(config, running.app)
  const slots = await running.app.inject('/api/slots?kind=adult-talk')
  expect(slots.json()).toMatchObject({ slots: [{ place: 'house' }, { place: 'house' }] })
  await publishDemoTimes(config, running.app)
  expect((await running.app.inject('/api/slots?kind=adult-talk')).json()).toEqual(slots.json())
})

test.each([
  [{}, 'http://localhost:8081', 'http://localhost:8081/inbox'],
  [{ HOST: '::' }, 'http://localhost:8081', 'http://localhost:8081/inbox'],
  [{ HOST: '10.0.0.5' }, 'http://10.0.0.5:8081', 'http://10.0.0.5:8081/inbox'],
  [{ HOST: 'fd00::5' }, 'http://[fd00::5]:8081', 'http://[fd00::5]:8081/inbox'],
  [{ INBOX_HOST: 'inbox.localhost' }, 'http://localhost:8081', 'http://inbox.localhost:8081/inbox'],
  [{ ORIGIN: 'https://snak.dk' }, 'https://snak.dk', 'https://snak.dk/inbox'],
  [{ ORIGIN: 'https://snak.dk', INBOX_HOST: 'i.snak.dk' }, 'https://snak.dk', 'https://i.snak.dk/inbox'],
])('with %j the addresses are those a person can open', (env, citizens, staff) => {
  const config = parseConfig({ INTAKE_DATA: 'd', ...env })
  expect([citizensAddress(config, 8081), staffAddress(config, 8081)]).toEqual([citizens, staff])
})

test(
  '“npm run dev” shows something of each kind: states, threads, notes, namesakes, links, seats, weeks',
  { timeout: 60_000 },
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'demo-'))
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    await makeKeys(dir, 'Demo', true)
    const now = Date.parse('2026-11-26T12:00:00Z')
    await fillDemoDesk(dir, now)
    const { members, signers } = await readTeam(join(dir, 'keys.json'))
    const key = readKeyFile(await readFile(join(dir, 'demo.key.json'), 'utf8'))
    const team = await unwrapTeamKey(fromBase64url(members[0]?.wrapped[0]?.sealed ?? ''), key)
    if (!team) throw new Error('the demo key opens no team key')
    const store = await openStore({ dataDir: dir })
    onTestFinished(() => store.close())
    const at = { today: '2026-11-26', now }

    const all = (await store.staffRequests()).requests.filter(({ stateOn }) => stateOn > '2026-11-12')
    const each = await Promise.all(
      all.map(async one => {
        // What is no sealed file at all is refused; how many these are is looked at below.
        const envelope = await openRequest(
          fromBase64url(one.sealed),
          [team.identity],
          contactRequest,
          one.id,
        ).catch(() => null)
        if (!envelope) return []
        const thread = await openThread(one.messages, [team.identity], envelope.reply, signers)
        const notes = await Promise.all(one.notes.map(note => openNote(note.sealed, [team], one.id)))
        return [{ one, request: envelope.request, thread, notes }]
      }),
    )
    // One that nobody can open.
    expect(each.filter(found => found.length === 0)).toHaveLength(1)
    const opened = each.flat()
    const states = ['new', 'opened', 'answered', 'handed-over', 'closed', 'junk']
    expect(new Set(opened.map(({ one }) => one.state))).toEqual(new Set(states))
    for (const { thread } of opened) {
      expect(thread.gaps).toEqual([])
      expect(thread.messages.every(({ status }) => status === 'genuine')).toBe(true)
    }
    expect(opened.flatMap(({ notes }) => notes).every(note => note !== null)).toBe(true)
    const aliases = opened.flatMap(({ one, request }) => (one.state === 'new' ? (request.alias ?? []) : []))
    expect(new Set(aliases).size).toBeLessThan(aliases.length)
    expect(opened.some(({ thread }) => genuine(thread).some(({ confirms }) => confirms))).toBe(true)
    // A linked pair; a time that was called off, and is free again; a last word that was laid aside; and nobody came.
    const said = opened.map(({ thread }) => genuine(thread))
    const [linked] = said.flatMap(messages =>
      messages.flatMap(one => ('links' in one ? (one.links ?? []) : [])),
    )
    expect(opened.filter(({ one }) => one.id.startsWith(linked ?? '-'))).toHaveLength(1)
    const calledOff = opened.filter(({ thread }) => genuine(thread).at(-1)?.cancels?.length === 1)
    expect(calledOff.map(({ one }) => [one.state, one.bookings.length])).toEqual([['opened', 0]])
    const events = opened.flatMap(({ notes }) => notes.map(note => note?.event))
    for (const event of ['mine', 'talked', 'aside', 'no-show', 'text']) expect(events).toContain(event)
    const { slots } = await store.staffSlots(at)
    expect(slots.some(({ kind, bookings }) => kind === 'relatives-course' && bookings.length > 1)).toBe(true)

    await store.sweep({ ...retention, erasedDays: 90, unansweredDays: 14 }, at)
    // Yesterday's talk is over, and nobody has said whether they came; of another somebody has.
    const held = (await store.staffRequests()).requests.filter(one => one.held > 0 && one.state !== 'closed')
    expect(held.map(({ notes }) => notes.length).toSorted()).toEqual([0, 1])
    const { weeks } = await store.figures(at)
    expect(weeks.length).toBeGreaterThan(8)
    expect(weeks.some(({ requests, within7 }) => (requests ?? 0) > (within7 ?? 0))).toBe(true)
    expect(weeks.some(({ talks }) => (talks ?? 0) >= 5)).toBe(true)
  },
)

test('made-up people come once, into an empty store', { timeout: 60_000 }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'demo-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  await makeKeys(dir, 'Demo', true)
  const count = async (): Promise<number> => {
    const store = await openStore({ dataDir: dir })
    const { requests } = await store.staffRequests()
    await store.close()
    return requests.length
  }
  await fillDemoDesk(dir)
  const first = await count()
  await fillDemoDesk(dir)
  expect(await count()).toBe(first)
})
