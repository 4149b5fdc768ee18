import { Validator } from '@seriousme/openapi-schema-validator'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { OPENAPI_FILE, openApiText } from '../../../src/commands/openapi.ts'
import type { Endpoint } from '../../../src/core/contract/endpoint.ts'
import { endpoints, type EndpointName } from '../../../src/core/contract/endpoints.ts'
import { makeMember, signIn } from '../../../src/core/sealing/index.ts'
import { signEntry } from '../../../src/core/sealing/team-entry.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import {
  bearer,
  ORIGIN,
  proofFor,
  requestOf,
  sealedText,
  signedIn,
  slotOf,
  startTestIntake,
  token,
} from './intake.ts'

test('docs/openapi.json is what the contract says: "npm run openapi" writes it', async () => {
  expect(await readFile(OPENAPI_FILE, 'utf8')).toBe(await openApiText())
})

type Written = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string
            readonly summary: string
            readonly parameters?: readonly { readonly in: string; readonly name: string }[]
            readonly responses: Readonly<Record<string, { readonly description: string }>>
          }
        >
      >
    >
  >
}

test('docs/openapi.json keeps the schema of OpenAPI 3.1, and says of each call what a reader needs', async () => {
  const text = await readFile(OPENAPI_FILE, 'utf8')
  const validator = new Validator()
  expect(await validator.validate(JSON.parse(text) as Record<string, unknown>)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  const names: string[] = []
  for (const [path, calls] of Object.entries((JSON.parse(text) as Written).paths)) {
    for (const [method, { operationId, summary, parameters = [], responses }] of Object.entries(calls)) {
      names.push(operationId)
      expect(summary, `${method} ${path}`).toMatch(/\w{3}/)
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter(one => one.in === 'path').map(one => one.name)).toEqual(named)
      const codes = Object.keys(responses)
      expect(codes.some(code => code.startsWith('2'))).toBe(true)
      expect(codes.some(code => code === 'default' || code.startsWith('4'))).toBe(true)
      for (const { description } of Object.values(responses)) expect(description).not.toBe('')
    }
  }
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBe(Object.keys(endpoints).length)
})

test('no two calls have the same method and path', () => {
  const all = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`)
  expect(new Set(all).size).toBe(all.length)
})

test(
  'every call of the contract is answered by the intake in the form it names',
  { timeout: 60_000 },
  async () => {
    const intake = await startTestIntake()
    const { app, clock } = intake
    const staff = await signedIn(intake)
    const mailbox = token()
    const request = requestOf(mailbox)
    const [slot, spare] = [slotOf(clock), slotOf(clock)]
    const bookingId = randomUUID()
    const [inviteId, link] = [randomUUID(), token()]
    const bo = await makeMember('Bo')
    const newcomer = { name: 'Bo', signing: bo.member.member, recipient: bo.member.recipient }
    const adding = { kind: 'add', member: newcomer, role: 'member' } as const
    const entry = signEntry(intake.list, adding, intake.keys.alva, '2026-11-26')
    const sealed = () => ({ id: randomUUID(), sealed: sealedText() })

    async function drive(name: EndpointName, more: { body?: object; id?: string; query?: string } = {}) {
      const { method, path, by, answer, query, makes }: Endpoint = endpoints[name]
      const headers = by === 'mailbox' ? bearer(mailbox) : by === 'anybody' ? {} : staff
      const url = path.replace(':id', more.id ?? request.id) + (more.query ?? '')
      const call = { method, url, ...(more.body && { body: more.body }) }
      let got = await app.inject({ ...call, headers })
      if (got.statusCode === 429)
        got = await app.inject({ ...call, headers: { ...headers, ...(await proofFor(got)) } })
      expect([name, got.statusCode]).toEqual([name, answer === undefined ? 204 : makes ? 201 : 200])
      if (answer !== undefined) expect([name, answer.safeParse(got.json()).error]).toEqual([name, undefined])
      if (query !== undefined && more.query !== undefined) {
        const wrong = await app.inject({
          method,
          url: `${url.split('?')[0]}?kind=x&after=x&before=x&have=x`,
          headers,
        })
        expect([name, wrong.statusCode]).toEqual([name, 422])
      }
      return got
    }

    const traits = { dates: spare.dates, place: 'house', seats: 1 }
    const driven: EndpointName[] = []
    const steps: [EndpointName, Parameters<typeof drive>[1]?][] = [
      ['recipients'],
      ['publishSlots', { body: { slots: [slot, spare] } }],
      ['slots', { query: '?kind=youth-talk' }],
      ['sendRequest', { body: request }],
      ['sendMessage', { body: sealed() }],
      ['book', { body: { id: bookingId, slotIds: [slot.id] } }],
      ['readMailbox'],
      ['staffRequests'],
      ['changes', { body: { have: [] } }],
      ['staffRequest'],
      ['staffSlots', { query: '?have=AAAAAAAAAAA' }],
      ['note', { body: sealed() }],
      ['move', { body: { from: 'new', state: 'opened' } }],
      ['reply', { body: sealed() }],
      ['exported'],
      ['moveSeveral', { body: { state: 'closed', requests: [{ id: request.id, from: 'answered' }] } }],
      ['giveBack', { id: bookingId }],
      ['callOff', { body: { ids: [bookingId] } }],
      ['changeSlot', { id: spare.id, body: { ...traits, room: '2', was: traits } }],
      ['withdrawSlots', { body: { ids: [spare.id] } }],
      ['figures'],
      ['notices'],
      ['changeTemplates', { body: { from: 0, sealed: 'AAAA' } }],
      ['templates'],
      ['audit'],
      ['team'],
      ['invite', { body: { id: inviteId, token: hashToken(link), role: 'member' } }],
      ['acceptInvite', { body: { token: link, ...newcomer, calendar: hashToken(token()) } }],
      ['takeBackInvite', { id: inviteId }],
      ['changeTeam', { body: { entries: [entry], wrapped: [], calendars: [] } }],
      ['renewCalendar', { body: { calendar: hashToken(token()) } }],
      ['withdraw'],
    ]
    for (const [name, more] of steps) {
      await drive(name, more)
      driven.push(name)
    }
    const asked = await drive('challenge', { body: {} })
    await drive('signIn', { body: signIn({ ...asked.json(), key: intake.keys.alva, origin: ORIGIN }) })
    await drive('signOut')
    await drive('signOutHere')
    expect([...driven, 'challenge', 'signIn', 'signOut', 'signOutHere'].sort()).toEqual(
      Object.keys(endpoints).sort(),
    )
  },
)

test('every address of the API is in the contract, but for the calendar feed', async () => {
  const { app } = await startTestIntake()
  await app.ready()
  const known = new Set<string>(Object.values(endpoints).map(({ path }) => path))
  const tree = app.printRoutes({ commonPrefix: false })
  const served = [...tree.matchAll(/(\/api\/[\w/:-]+)/g)].map(([, path]) => path ?? '')
  expect(served.length).toBeGreaterThan(0)
  for (const path of served) if (!path.includes('calendar')) expect(known).toContain(path)
})
