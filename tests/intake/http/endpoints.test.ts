import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { OPENAPI_FILE, openApiText } from '../../../src/commands/openapi.ts'
import { type Endpoint, endpoints, type EndpointName } from '../../../src/core/contract/endpoints.ts'
import { signIn } from '../../../src/core/sealing/index.ts'
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
          url: `${url.split('?')[0]}?kind=x&after=x&before=x`,
          headers,
        })
        expect([name, wrong.statusCode]).toEqual([name, 422])
      }
      return got
    }

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
      ['staffSlots'],
      ['note', { body: sealed() }],
      ['move', { body: { from: 'new', state: 'opened' } }],
      ['reply', { body: sealed() }],
      ['exported'],
      ['moveSeveral', { body: { state: 'closed', requests: [{ id: request.id, from: 'answered' }] } }],
      ['giveBack', { id: bookingId }],
      ['callOff', { body: { ids: [bookingId] } }],
      ['withdrawSlots', { body: { ids: [spare.id] } }],
      ['audit'],
      ['withdraw'],
    ]
    for (const [name, more] of steps) {
      await drive(name, more)
      driven.push(name)
    }
    const asked = await drive('challenge', { body: {} })
    await drive('signIn', { body: signIn({ ...asked.json(), key: intake.keys.alva, origin: ORIGIN }) })
    await drive('signOut')
    expect([...driven, 'challenge', 'signIn', 'signOut'].sort()).toEqual(Object.keys(endpoints).sort())
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
