import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  deriveFromCode,
  genuine,
  lastOf,
  makeCode,
  makeTeam,
  nextPosition,
  openAuthor,
  openThread,
  parseRecipients,
  sealMessage,
  sealRequest,
  signMessage,
  toBase64url,
  writeMessage,
  type Envelope,
  type FromCode,
  type Signer,
  type ThreadMessage,
} from '../../../src/core/sealing/index.ts'
import { contactRequest, type ContactRequest } from '../../../src/core/request/index.ts'

const keys = vi.hoisted(() => ({ recipients: [] as string[], signers: [] as Signer[] }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  get recipients() {
    return keys.recipients
  },
  get signers() {
    return keys.signers
  },
  epochs: [],
}))

import {
  idsIn,
  NewerMessage,
  prepareCalledOff,
  prepareNotice,
  prepareReply,
  sendReply,
} from '../../../src/inbox/model/reply.ts'
import { fetchRequest } from '../../../src/inbox/opening/opener.ts'
import type { Session } from '../../../src/inbox/session/session.ts'
import { noKey } from '../made-up.ts'

const id = randomUUID()
/** The messages keep their ids from one fetch to the next. */
const ids = Array.from({ length: 9 }, () => randomUUID())
let citizen: FromCode
let session: Session
let written: ThreadMessage[]
let stored: object
let sent: { path: string; body: { id: string; sealed: string; answers?: boolean } }[]

/** The citizen, or staff from another desk, writes in the thread that lies at the intake. */
function write(from: 'citizen' | 'staff', text: string, cancels?: string[]): void {
  const place = nextPosition(written, from)
  const words = { writtenOn: '2026-11-02', text, ...(cancels && { cancels }) }
  const colleague = { name: 'Bo', shown: false }
  written.push(
    from === 'citizen'
      ? writeMessage(citizen, place, words)
      : signMessage(session.teams[0], citizen, colleague, place, words),
  )
}

beforeEach(async () => {
  const { team, recovery, signers } = await makeTeam()
  keys.signers = [...signers]
  keys.recipients = [team.recipient, recovery.recipient]
  session = {
    name: 'Alva',
    member: 'A',
    key: noKey,
    teams: [team],
    keptKey: {} as CryptoKey,
  }
  citizen = await deriveFromCode(makeCode())
  const reply = {
    recipient: citizen.replyRecipient,
    threadKey: citizen.threadKey,
    threadId: citizen.threadId,
  }
  const request: ContactRequest = {
    audience: 'adult',
    wish: 'advice',
    substance: 'alcohol',
    identity: 'anonymous',
    language: 'da',
    message: 'Jeg vil gerne\nleve bedre. Han slår mig.',
  }
  const envelope = {
    v: 2,
    kind: 'request',
    id,
    writtenOn: '2026-11-01',
    request,
    reply,
    slotIds: [],
  } satisfies Envelope<ContactRequest>
  const recipients = parseRecipients(keys.recipients)
  stored = {
    id,
    receivedOn: '2026-11-02',
    state: 'opened',
    sealed: toBase64url(await sealRequest(envelope, contactRequest, recipients)),
    version: 'AAAAAAAAAAA',
    stateOn: '2026-11-02',
    answeredOn: null,
    held: 0,
    notes: [],
    bookings: [],
  }
  written = []
  sent = []
  vi.stubGlobal('fetch', async (path: string, init?: { body?: string }) => {
    if (path.endsWith('/replies')) {
      sent.push({ path, body: JSON.parse(init?.body ?? '') as (typeof sent)[number]['body'] })
      return new Response(JSON.stringify({ id: randomUUID(), on: '2026-11-02' }))
    }
    const messages = await Promise.all(
      written.map(async (one, index) => ({
        id: ids[index]!,
        on: '2026-11-02',
        from: one.from,
        sealed: toBase64url(await sealMessage(one, recipients, citizen.replyRecipient)),
      })),
    )
    return new Response(JSON.stringify({ ...stored, messages }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** What was sent last, as the citizen opens it. */
async function arrived(): Promise<ThreadMessage | undefined> {
  const last = sent.at(-1)!.body
  const thread = await openThread(
    [{ id: last.id, on: '2026-11-02', from: 'staff', sealed: last.sealed }],
    [citizen.replyIdentity],
    citizen,
    keys.signers,
  )
  return genuine(thread)[0]
}

/** The ids of what is in the thread now. */
const onScreen = async (): Promise<Set<string>> => new Set(idsIn(await fetchRequest(session, id)))

test('a reply is not made when a colleague has answered meanwhile, unless it was this page that wrote', async () => {
  write('citizen', 'first')
  const seen = await onScreen()
  write('staff', 'from another desk')
  await expect(prepareReply(session, id, 'Hej', seen)).rejects.toThrow(NewerMessage)
})

test('nor is a confirmed day or a link, where the writer had a screen before them', async () => {
  const seen = await onScreen()
  write('staff', 'Vi ringer i dag kl. 14')
  const confirm = { text: '', confirms: '2026-11-20' }
  await expect(prepareNotice(session, id, confirm, seen)).rejects.toThrow(NewerMessage)
  await sendReply(await prepareNotice(session, id, confirm, await onScreen()))
  expect(await arrived()).toMatchObject({ seq: 2, confirms: '2026-11-20' })
})

test('a reply answers all that was on the screen', async () => {
  write('citizen', 'first')
  write('staff', 'from another desk')
  await sendReply(await prepareReply(session, id, 'Hej', await onScreen()))
  expect(await arrived()).toMatchObject({ text: 'Hej', seq: 2, seen: 1 })
  expect(sent[0]!.body).not.toHaveProperty('answers')
})

test('a reply is not made when the person has written more than was on the screen', async () => {
  write('citizen', 'first')
  const seen = await onScreen()
  write('citizen', 'wait')
  const newer: unknown = await prepareReply(session, id, 'Hej', seen).catch((error: unknown) => error)
  expect(sent).toEqual([])
  expect(newer).toBeInstanceOf(NewerMessage)
  expect((newer as NewerMessage).there).toHaveLength(2)
})

test('what confirms, links or calls off leaves what was written unanswered, and says so to the intake', async () => {
  write('citizen', 'first')
  write('staff', 'answered')
  write('citizen', 'one more thing')
  await sendReply(await prepareNotice(session, id, { text: '', confirms: '2026-11-16' }, await onScreen()))
  expect(await arrived()).toMatchObject({ confirms: '2026-11-16', seq: 2, seen: 1 })
  expect(sent[0]!.body.answers).toBe(false)
  written.push((await arrived())!)
  const after = await fetchRequest(session, id)
  expect(after.unanswered).toBe(1)
  expect(lastOf(genuine(after.thread), 'staff')).toBe(2)
})

test('signs of crisis come with the words they stand in and their day, in the request and in the thread', async () => {
  write('citizen', 'Jeg orker ikke mere')
  write('citizen', 'Tak')
  expect((await fetchRequest(session, id)).signs).toMatchObject([
    {
      crises: ['violence'],
      text: 'Jeg vil gerne\nleve bedre. Han slår mig.',
      on: '2026-11-01',
      answered: false,
    },
    { crises: ['life'], text: 'Jeg orker ikke mere', on: '2026-11-02', answered: false },
  ])
})

test('the person sees who answered only when the member wishes it; colleagues see it either way', async () => {
  write('citizen', 'Er der nogen?')
  for (const [shown, by] of [
    [false, undefined],
    [true, 'Alva'],
  ] as const) {
    await sendReply(await prepareReply(session, id, 'Hej', await onScreen(), { shown }))
    const answer = await arrived()
    if (answer?.from !== 'staff') throw new Error('staff wrote')
    expect(answer.by).toBe(by)
    expect(openAuthor(answer, session.teams)).toBe('Alva')
  }
  await sendReply(await prepareNotice(session, id, { text: '', confirms: '2026-11-20' }, await onScreen()))
  expect((await arrived())?.by).toBeUndefined()
})

test('a time is called off with a word to who has it, whatever they wrote meanwhile', async () => {
  const booking = { id: randomUUID(), requestId: id, slotId: randomUUID(), kind: 'adult-talk' }
  stored = { ...stored, bookings: [booking] }
  write('citizen', 'Jeg glæder mig')
  const word = await prepareCalledOff(session, booking, 'Vi må aflyse')
  if (typeof word === 'string') throw new Error(word)
  await sendReply(word)
  expect(await arrived()).toMatchObject({ text: 'Vi må aflyse', cancels: [booking.id] })
})

test('who has moved their time since the list was fetched is not told that it is called off', async () => {
  const booking = { id: randomUUID(), requestId: id, slotId: randomUUID(), kind: 'adult-talk' }
  stored = { ...stored, bookings: [booking] }
  expect(await prepareCalledOff(session, { ...booking, id: randomUUID() }, 'Vi må aflyse')).toBe('moved')
})

test('who was told, by a colleague or by an earlier try, is not told twice', async () => {
  const booking = { id: randomUUID(), requestId: id, slotId: randomUUID(), kind: 'adult-talk' }
  stored = { ...stored, bookings: [booking] }
  write('staff', 'Aflyst', [booking.id])
  expect(await prepareCalledOff(session, booking, 'Vi må aflyse')).toBe('told')
  // Nor when the booking is gone with it.
  stored = { ...stored, bookings: [] }
  expect(await prepareCalledOff(session, booking, 'Vi må aflyse')).toBe('told')
})

test('that somebody gave a time back themselves does not count as told', async () => {
  const booking = { id: randomUUID(), requestId: id, slotId: randomUUID(), kind: 'adult-talk' }
  stored = { ...stored, bookings: [booking] }
  write('citizen', '', [booking.id])
  expect(await prepareCalledOff(session, booking, 'Vi må aflyse')).not.toBe('told')
})
