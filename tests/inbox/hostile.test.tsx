// In a document
import { randomUUID } from 'node:crypto'
import { bech32 } from '@scure/base'
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
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
import { newMemory } from '../../src/inbox/desk/desk-memory.ts'
import { fetchRequests } from '../../src/inbox/model/book.ts'
import { isReadable } from '../../src/inbox/model/requests.ts'
import type { Session } from '../../src/inbox/session/session.ts'
import './frames-at-once.ts'
import { noKey } from './made-up.ts'
import { unfold } from './unfold.ts'
import { fieldsOf, fits, hostile, spareBits, withField, type Path } from '../hostile.ts'
import { calendarToken, published, sealedText, slotOf, type TestIntake } from '../intake/http/intake.ts'
import { dayOf } from '../../src/core/calendar/days.ts'
import { goesBack } from './goes-back.ts'
import { momentOf, pageCallsIntake } from './real-intake.ts'

// Anybody can seal to the public key: whatever is inside, the desk has to stay usable, and each act has to end in words.
// Intake, sealing and page are the real ones.
const keys = vi.hoisted(() => ({ recipients: [] as string[], signers: [] as Signer[] }))
vi.mock('../../src/inbox/model/build-info.ts', () => ({
  get recipients() {
    return keys.recipients
  },
  get signers() {
    return keys.signers
  },
  epochs: [],
  first: null,
}))

const { Desk } = await import('../../src/inbox/desk/desk.tsx')
const { CopyContext, tIn } = await import('../../src/inbox/shared/copy.ts')

type Citizen = Awaited<ReturnType<typeof deriveFromCode>>
const honestEnvelope = (id: string, from: Citizen) => ({
  v: 2,
  kind: 'request',
  id,
  // Its fourteen days are not over: there is a day to confirm.
  writtenOn: dayOf(Date.now()),
  request: {
    audience: 'adult',
    wish: 'treatment',
    substance: 'alcohol',
    identity: 'named',
    name: 'Ida',
    phone: '12345678',
    callTimes: ['morning'],
    ifSomeoneElseAnswers: 'hang-up',
    alias: 'Blå Kano',
    language: 'da',
    message: 'Hej',
  },
  reply: { recipient: from.replyRecipient, threadKey: from.threadKey, threadId: from.threadId },
  slotIds: [randomUUID()],
})
const honestMessage = (from: Citizen) => ({
  v: 2,
  kind: 'message',
  thread: from.threadId,
  from: 'citizen',
  seq: 1,
  prev: null,
  seen: 0,
  writtenOn: '2026-11-02',
  text: 'Er der nogen?',
  name: 'Ida',
  phone: '12345678',
  cancels: [randomUUID()],
})

/** A field, and what is put there; null leaves all as it is. */
type Attack = {
  readonly envelope: readonly [Path, unknown] | null
  readonly message: readonly [Path, unknown] | null
}
const changed = (honest: object, attack: readonly [Path, unknown] | null): object => {
  const hostile = attack ? withField(honest, ...attack) : honest
  return fits(hostile) ? hostile : honest
}

let session: Session
const text = async (plain: object, mailbox?: string): Promise<string> =>
  toBase64url(await seal(plain, parseRecipients(keys.recipients), mailbox))

/** Writes as a citizen's program does, and books this time. Gives the request's id. */
async function write(intake: TestIntake, slotId: string, { envelope, message }: Attack): Promise<string> {
  const id = randomUUID()
  const from = await deriveFromCode(makeCode())
  const at = momentOf(intake)
  const sealed = await text(changed(honestEnvelope(id, from), envelope))
  const mailbox = from.mailboxHash
  await intake.store.acceptRequest({ id, sealed, mailbox, slotIds: [randomUUID(), slotId] }, at)
  // Who makes the request has the thread key, so their hostile message carries a sound MAC.
  const unproved = changed(honestMessage(from), message)
  const mac = (() => {
    try {
      return macOf(unproved as Unproved, from.threadKey)
    } catch {
      return from.threadKey
    }
  })()
  const later = { id: randomUUID(), sealed: await text({ mac, ...unproved }, from.replyRecipient) }
  await intake.store.addMessage(mailbox, later, at)
  return id
}

beforeAll(async () => {
  const { team, recovery, signers } = await makeTeam()
  keys.signers = [...signers]
  keys.recipients = [team.recipient, recovery.recipient]
  session = { name: 'Alva', member: 'A', key: noKey, teams: [team], keptKey: {} as CryptoKey }
})
const reported = vi.fn()
beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined)
  vi.stubGlobal('reportError', reported)
  goesBack()
})
afterEach(() => {
  cleanup()
  reported.mockReset()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** The first button that begins so. */
function button(name: string, within: ParentNode = document): HTMLElement {
  const found = Array.from(within.querySelectorAll('button')).filter(one => one.textContent.startsWith(name))
  expect(found.length, name).toBeGreaterThan(0)
  return found[0]!
}
/** What the page says by itself: its notices and its status lines. */
const said = (): string =>
  Array.from(document.querySelectorAll('.notice, .said, [role=status]'), one => one.textContent).join(' ')
async function saysOneOf(...words: string[]): Promise<void> {
  await waitFor(() => {
    const isSaid = words.some(one => said().includes(one))
    expect(isSaid, `${words.join(' | ')}: ${said()}`).toBe(true)
  })
  for (const untrue of [da.problems.unreachable, da.problems.unexpected]) expect(said()).not.toContain(untrue)
}
const isThere = async (selector: string): Promise<HTMLElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector)
    expect(found, selector).not.toBeNull()
    return found!
  })

/** Answers, takes on, confirms, links and moves on the request that is open. Gives whether there was one to link it with. */
async function actOn(): Promise<boolean> {
  const field = await isThere('textarea[name=reply]')
  fireEvent.input(field, { target: { value: 'Hej' } })
  fireEvent.click(button(da.reply.button))
  await saysOneOf(da.reply.sent, da.problems['cannot-write'])
  fireEvent.click(button(da.notes.mine))
  await saysOneOf(da.notes.saved)
  if (document.body.textContent.includes(da.confirm.title)) {
    fireEvent.click(button(da.confirm.button.split('{{')[0]!))
    await saysOneOf(da.confirm.sent, da.problems['cannot-write'])
  }
  unfold()
  const older = document.querySelector('input[name=older]')
  if (older) {
    fireEvent.click(older)
    fireEvent.click(button(da.link.button))
    await saysOneOf(da.link.done, da.problems['cannot-write'])
  }
  const state = await isThere('input[name=state][value=handed-over]')
  fireEvent.click(state)
  fireEvent.click(button(da.detail.stateSave, state.closest('form') ?? undefined))
  await saysOneOf(da.detail.stateSaved.replace('{{state}}', da.state['handed-over']))
  return older !== null
}

function showDesk(): void {
  const nothing = (): void => undefined
  // Each desk is signed in to by itself.
  const own = { ...session }
  const ways = { onSignOut: nothing, onSignedOut: nothing, onLock: nothing, onOlder: nothing }
  render(
    <CopyContext.Provider value={{ lang: 'da', t: tIn('da') }}>
      <main>
        <Desk session={own} memory={newMemory()} {...ways} />
      </main>
    </CopyContext.Provider>,
  )
}

/** List, request, answer, note, deadline, link, state, times, calendar and calling off, for these beside an honest one. */
async function drive(attacks: readonly Attack[]): Promise<string> {
  const intake = await pageCallsIntake()
  const course = slotOf(intake.clock, { kind: 'relatives-course', seats: 20 })
  await intake.store.publishSlots([course], published(intake.clock))
  const honest = await write(intake, course.id, { envelope: null, message: null })
  for (const attack of attacks) await write(intake, course.id, attack)

  const { requests: opened } = await fetchRequests(session)
  expect(opened).toHaveLength(attacks.length + 1)
  const readable = opened.filter(isReadable).map(({ stored }) => stored.id)
  expect(readable).toContain(honest)
  showDesk()
  await isThere(`[data-opens="${honest}"]`)
  await waitFor(() => {
    expect(document.querySelectorAll('[data-opens]')).toHaveLength(readable.length)
  })
  const links: boolean[] = []
  for (const id of readable) {
    const card = await isThere(`[data-opens="${id}"]`)
    fireEvent.click(card)
    links.push(await actOn())
    fireEvent.click(button(da.detail.back))
    await isThere('.list-tools')
  }

  expect(links).toContain(readable.length > 1)

  fireEvent.click(button(da.tabs.slots))
  const row = await isThere('.slot-row[data-booked]')
  expect(row.querySelectorAll('.plain-list li')).toHaveLength(opened.length)
  const feed = await intake.app.inject({ url: `/api/staff/calendar/${calendarToken}.ics` })
  const kept = /^(BEGIN|END|VERSION|PRODID|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|CLASS):[\w:./-]*$/
  expect(
    feed.body
      .trim()
      .split('\r\n')
      .filter(line => !kept.test(line)),
  ).toEqual([])
  expect(feed.body).toContain('DTSTART:')
  fireEvent.click(button(da.cancel.open, row))
  fireEvent.click(button(da.cancel.button, await isThere('.slot-cancel')))
  await saysOneOf('Aflyst: ')
  const end = said()
  expect((await intake.store.staffSlots(momentOf(intake))).slots.flatMap(slot => slot.bookings)).toEqual([])
  expect(reported.mock.calls).toEqual([])
  cleanup()
  return end
}

const SLOW = { timeout: 240_000 }

test('a thread key that is no key: the request and its messages are shut for themselves', SLOW, async () => {
  await drive([{ envelope: [['reply', 'threadKey'], spareBits], message: null }])
})

test(
  'somebody who cannot be written to can be called off, and staff learn that no word went to them',
  SLOW,
  async () => {
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
  },
)

test(
  'bookings of any kind are marked and called off in one act, and an honest one is left out',
  SLOW,
  async () => {
    const intake = await pageCallsIntake()
    const course = slotOf(intake.clock, { kind: 'relatives-course', seats: 8 })
    const talks = [slotOf(intake.clock, { kind: 'adult-talk' }), slotOf(intake.clock)]
    await intake.store.publishSlots([course, ...talks], published(intake.clock))
    const none = { envelope: null, message: null }
    const honest = await write(intake, course.id, none)
    await write(intake, course.id, { envelope: [['request', 'alias'], 'Skadelig'], message: null })
    await write(intake, talks[0]!.id, { envelope: [['reply', 'threadKey'], spareBits], message: null })
    const random = { id: randomUUID(), sealed: sealedText(), mailbox: spareBits, slotIds: [talks[1]!.id] }
    await intake.store.acceptRequest(random, momentOf(intake))
    const booked = async (): Promise<string[]> => {
      const { slots } = await intake.store.staffSlots(momentOf(intake))
      return slots.flatMap(slot => [slot.id, ...slot.bookings.map(({ requestId }) => requestId)])
    }

    showDesk()
    await isThere('.list-tools')
    fireEvent.click(button(da.tabs.slots))
    await isThere('.slot-row[data-booked]')
    // Nobody can be called off before all that lies there has been opened.
    await waitFor(() => button(da.marking.begin))
    fireEvent.click(button(da.marking.begin))
    const boxes = Array.from(document.querySelectorAll<HTMLInputElement>('.slot-row .mark'))
    expect(boxes).toHaveLength(4)
    fireEvent.click(button(da.cancelSeveral.all))
    expect(boxes.every(({ checked }) => checked)).toBe(true)
    fireEvent.click(boxes.find(box => box.closest('.slot-booking')?.textContent.includes('Blå Kano'))!)
    fireEvent.click(button('Aflys 3 bookinger'))
    fireEvent.click(await isThere('input[name=after-several][value=gone]'))
    fireEvent.click(button(da.cancel.button, await isThere('.slot-cancel')))
    await saysOneOf('3 bookinger er aflyst. 2 fik ingen besked, fordi henvendelserne ikke kan åbnes.')
    // The course has somebody else: it stays, and so does her seat.
    expect(await booked()).toEqual([course.id, honest])
    expect(reported.mock.calls).toEqual([])
  },
)

test('no field of anything sealed stops the desk', SLOW, async () => {
  const from = await deriveFromCode(makeCode())
  const attackOn = (honest: object): fc.Arbitrary<[Path, unknown]> =>
    fc.tuple(fc.constantFrom(...fieldsOf(honest)), hostile)
  // What a schema takes is no less hostile: it has to be drawn, answered, searched, linked and called off.
  const words = fc.constantFrom(
    '\u202eIda',
    'W'.repeat(60),
    'ﷺ'.repeat(40),
    'a\n\n\tb',
    '{{name}} $t(x) <b>',
    '__proto__',
  )
  const day = fc.constantFrom('2000-01-01', '2199-12-31', '2026-11-26')
  const sound = fc
    .constantFrom<readonly [string, fc.Arbitrary<unknown>]>(
      ['name', words],
      ['phone', fc.constantFrom('+45 12 34 56 78 (\u202e16)', '0000000', '+1 2345678 <b>')],
      ['alias', words],
      ['language', fc.constantFrom('__proto__', '\u202e', 'en', '{{name}}')],
      ['message', fc.oneof(words, fc.constant('Jeg vil dø\u0301\n'.repeat(60)))],
      ['callTimes', fc.constantFrom([], ['evening', 'evening', 'morning'])],
    )
    .chain(([field, values]) => fc.tuple(fc.constant(['request', field]), values))
  const envelope = fc.oneof(
    attackOn(honestEnvelope(randomUUID(), from)),
    sound,
    fc.tuple(fc.constant(['writtenOn']), day),
  )
  const message = fc.oneof(
    attackOn(honestMessage(from)),
    fc.tuple(fc.constantFrom(['text'], ['name']), words),
    fc.tuple(fc.constantFrom(['seq'], ['seen']), fc.constantFrom(2, 500, 501, 9998, 9999)),
    fc.tuple(fc.constant(['writtenOn']), day),
  )
  const attack = fc.record({ envelope: fc.option(envelope), message: fc.option(message) })
  await fc.assert(
    fc.asyncProperty(fc.array(attack, { minLength: 4, maxLength: 6 }), async attacks => {
      await drive(attacks)
    }),
    { numRuns: 2, endOnFailure: true },
  )
})
