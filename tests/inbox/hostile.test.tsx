// @vitest-environment happy-dom
import { randomUUID } from 'node:crypto'
import { bech32 } from '@scure/base'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import fc from 'fast-check'
import type { ComponentType, JSX } from 'preact'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import type { StaffRequest, StaffSlot } from '../../src/core/contract/index.ts'
import {
  deriveFromCode,
  makeCode,
  makeTeam,
  parseRecipients,
  toBase64url,
  type Signer,
} from '../../src/core/sealing/index.ts'
import { macOf, type Unproved } from '../../src/core/sealing/message.ts'
import { seal } from '../../src/core/sealing/seal.ts'
import { fetchRequests } from '../../src/inbox/model/book.ts'
import { isReadable, type OpenedRequest } from '../../src/inbox/model/requests.ts'
import type { Session } from '../../src/inbox/session/session.ts'
import { AtDesk } from './at-desk.tsx'

// Anybody can seal to the public key: whatever is inside, the desk has to stay usable, and each act has to end in words.
const keys = vi.hoisted(() => ({ recipients: [] as string[], signers: [] as Signer[] }))
vi.mock('../../src/inbox/model/build-info.ts', () => ({
  get recipients() {
    return keys.recipients
  },
  get signers() {
    return keys.signers
  },
  epochs: [],
}))

// By a path unknown to the compiler: the keys of the inbox's copy and of the app's cannot be typed in one program.
const paths = ['../../src/inbox/requests/requests-page.tsx', '../../src/inbox/slots/slot-row.tsx'] as const
const [list, row]: unknown[] = await Promise.all(paths.map(path => import(path)))
const { Requests } = list as { Requests: ComponentType<{ openId: string | null }> }
const { SlotRow } = row as { SlotRow: ComponentType<Record<string, unknown>> }

let session: Session
let stored: StaffRequest[]
const ours = () => parseRecipients(keys.recipients)
const text = async (plain: object, mailbox?: string): Promise<string> =>
  toBase64url(await seal(plain, ours(), mailbox))

type Citizen = Awaited<ReturnType<typeof deriveFromCode>>
const honestEnvelope = (id: string, from: Citizen) => ({
  v: 2,
  kind: 'request',
  id,
  writtenOn: '2026-11-01',
  request: {
    audience: 'adult',
    wish: 'treatment',
    substance: 'alcohol',
    identity: 'named',
    name: 'Ida',
    phone: '12345678',
    language: 'da',
    message: 'Hej',
  },
  reply: { recipient: from.replyRecipient, threadKey: from.threadKey, threadId: from.threadId },
  slotIds: [],
})
const honestMessage = (from: Citizen): Unproved => ({
  v: 2,
  kind: 'message',
  thread: from.threadId,
  from: 'citizen',
  seq: 1,
  prev: null,
  seen: 0,
  writtenOn: '2026-11-02',
  text: 'Er der nogen?',
})

/** The value with one of its fields, at any depth, put to something else. */
function withField(value: object, [key = '', ...rest]: readonly string[], hostile: unknown): object {
  const before = (value as Record<string, unknown>)[key]
  return { ...value, [key]: rest.length > 0 ? withField(before as object, rest, hostile) : hostile }
}

type Attack = { readonly envelope: [string[], unknown] | null; readonly message: [string[], unknown] | null }

async function store({ envelope, message }: Attack): Promise<StaffRequest> {
  const id = randomUUID()
  const from = await deriveFromCode(makeCode())
  const plain = honestEnvelope(id, from)
  // Who makes the request has the thread key, so their hostile message carries a sound MAC.
  const unsigned = message ? withField(honestMessage(from), ...message) : honestMessage(from)
  const mac = (() => {
    try {
      return macOf(unsigned as Unproved, from.threadKey)
    } catch {
      return from.threadKey
    }
  })()
  return {
    id,
    version: toBase64url(crypto.getRandomValues(new Uint8Array(8))),
    receivedOn: new Date().toISOString().slice(0, 10),
    state: 'opened',
    stateOn: '2026-11-02',
    notes: [],
    sealed: await text(envelope ? withField(plain, ...envelope) : plain),
    messages: [
      {
        id: randomUUID(),
        on: '2026-11-02',
        from: 'citizen',
        sealed: await text(withField(unsigned, ['mac'], mac), from.replyRecipient),
      },
    ],
    bookings: [{ id: randomUUID(), requestId: id, slotId: slotId, kind: 'adult-talk' }],
  }
}

const slotId = randomUUID()
const slot = (of: readonly StaffRequest[]): StaffSlot => ({
  id: slotId,
  kind: 'adult-talk',
  dates: [{ startsAt: '2026-11-26T12:00:00Z', minutes: 45 }],
  place: 'house',
  seatsLeft: 0,
  seats: of.length,
  room: null,
  counsellor: null,
  bookings: of.flatMap(({ bookings }) => bookings),
})

beforeAll(async () => {
  const { team, recovery, signers } = await makeTeam()
  keys.signers = [...signers]
  keys.recipients = [team.recipient, recovery.recipient]
  session = { name: 'Alva', member: 'A', teams: [team], calendarToken: 'T', keptKey: {} as CryptoKey }
})
beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined)
  vi.stubGlobal('reportError', vi.fn())
  vi.stubGlobal('fetch', (path: string, init: { body?: string } = {}) => {
    const body = JSON.parse(init.body ?? 'null') as { id?: string } | null
    const one = stored.find(({ id }) => path.endsWith(id))
    const answer = path.endsWith('/replies')
      ? { id: body?.id, on: '2026-11-02' }
      : path.endsWith('/cancel')
        ? { cancelled: 1 }
        : (one ?? { requests: stored, gone: [], more: false })
    return Promise.resolve(new Response(JSON.stringify(answer)))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const page = (openId: string | null, requests: readonly OpenedRequest[]): JSX.Element => (
  <AtDesk requests={requests} slots={[slot(stored)]} session={session}>
    <Requests openId={openId} />
  </AtDesk>
)
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
/** What the page says by itself: its notices and its status lines. */
const said = (): string =>
  Array.from(document.querySelectorAll('.notice, [role=status]'), one => one.textContent).join(' ')

/** List, request, reply, confirmation and calling off, for these beside an honest one. */
async function drive(attacks: readonly Attack[]): Promise<string> {
  stored = [await store({ envelope: null, message: null }), ...(await Promise.all(attacks.map(store)))]
  const honest = stored[0]!.id
  const opened = await fetchRequests(session)
  expect(opened).toHaveLength(stored.length)
  expect(opened.find(one => one.stored.id === honest)).toMatchObject({
    unanswered: 1,
    envelope: { request: { name: 'Ida' } },
  })
  render(page(null, opened))
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(stored.length)
  expect(screen.getAllByRole('button', { name: /Ida/ }).length).toBeGreaterThan(0)
  for (const { stored: of } of opened.filter(isReadable)) {
    cleanup()
    render(page(of.id, opened))
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy()
    fireEvent.input(screen.getByLabelText(da.reply.label), { target: { value: 'Hej' } })
    fireEvent.click(button(da.reply.button))
    await waitFor(() => {
      expect(said()).toMatch(new RegExp([da.reply.sent, da.reply.failed, da.reply.newer].join('|')))
    })
    fireEvent.click(screen.getAllByRole('button', { name: /^Bekræft \S*dag/ })[0]!)
    await waitFor(() => {
      expect(said()).toMatch(new RegExp([da.confirm.sent, da.detail.failed].join('|')))
    })
  }
  cleanup()
  const onDone = vi.fn<(said: string) => void>()
  const booked = slot(stored)
  render(
    <AtDesk requests={opened} slots={[booked]} session={session}>
      <SlotRow slot={booked} date={booked.dates[0]} onDone={onDone} />
    </AtDesk>,
  )
  fireEvent.click(button(/^Aflys/))
  fireEvent.click(button(da.cancel.button))
  await waitFor(() => {
    expect(onDone).toHaveBeenCalledOnce()
  })
  expect(onDone.mock.calls[0]![0]).toMatch(/^Aflyst: /)
  return onDone.mock.calls[0]![0]
}

/** A key of which the last letter holds bits that no 32 bytes have. */
const spareBits = `${'A'.repeat(42)}B`

test('a thread key that is no key: the request and its messages are shut for themselves', async () => {
  await drive([{ envelope: [['reply', 'threadKey'], spareBits], message: null }])
})

test('somebody who cannot be written to can be called off, and staff learn that no word went to them', async () => {
  const { replyRecipient } = await deriveFromCode(makeCode())
  // The last 32 bytes of a hybrid recipient are its X25519 point: of small order, nothing can be sealed to it.
  const { prefix, words } = bech32.decode(replyRecipient as `${string}1${string}`, false)
  const bytes = bech32.fromWords(words).fill(0, -32)
  const broken = bech32.encode(prefix, bech32.toWords(bytes), false)
  const attacks = [
    { envelope: null, message: [['seq'], 9999] },
    { envelope: [['reply', 'recipient'], broken], message: null },
  ] satisfies Attack[]
  expect(await drive(attacks)).toContain(da.cancel.untold.split('{{')[0])
})

test('no field of anything sealed stops the desk', { timeout: 120_000 }, async () => {
  const strings = fc.oneof(
    fc.constantFrom(
      '',
      '__proto__',
      '\u202e\u0000',
      'W'.repeat(200),
      '2026-02-31',
      '0000-00-00',
      spareBits,
      '{{name}} $t(x)',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  const value = fc.oneof(
    strings,
    fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, 9999, [], {}, [null], { constructor: 1 }),
    fc.array(strings, { maxLength: 3 }),
  )
  const of = (paths: string) =>
    fc.tuple(fc.constantFrom(...paths.split(' ').map(path => path.split('.'))), value)
  const envelope = of(
    'v kind id writtenOn request reply slotIds extra reply.recipient reply.threadKey reply.threadId ' +
      'request.audience request.wish request.substance request.identity request.name request.phone request.alias ' +
      'request.callTimes request.ifSomeoneElseAnswers request.language request.message request.extra',
  )
  const message = of(
    'v kind thread from seq prev seen writtenOn text confirms name phone cancels links epoch by author signature mac extra',
  )
  const attack = fc.record({ envelope: fc.option(envelope), message: fc.option(message) })
  await fc.assert(
    fc.asyncProperty(fc.array(attack, { minLength: 4, maxLength: 6 }), async attacks => {
      await drive(attacks)
      cleanup()
    }),
    { numRuns: 4 },
  )
})
