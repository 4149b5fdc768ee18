import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf, daysAfter } from '../src/core/calendar/days.ts'
import type { RequestState, SlotPost } from '../src/core/contract/index.ts'
import { contactRequest, type ContactRequest } from '../src/core/request/index.ts'
import {
  deriveFromCode,
  fromBase64url,
  makeCode,
  parseRecipients,
  readKeyFile,
  sealMessage,
  sealRequest,
  signMessage,
  toBase64url,
  unwrapTeamKey,
  writeMessage,
  type Envelope,
  type FromCode,
  type Recipients,
  type TeamKey,
} from '../src/core/sealing/index.ts'
import { readTeam, type Member } from '../src/intake/staff/team.ts'
import { openStore } from '../src/intake/store/open-store.ts'
import type { Store } from '../src/intake/store/store.ts'

/** How a house with 15 requests a working day stands: what is answered stays until its mailbox closes. Parts of 100. */
const STATES: readonly (readonly [RequestState, number])[] = [
  ['new', 4],
  ['opened', 6],
  ['answered', 20],
  ['handed-over', 30],
  ['closed', 40],
]
/** Messages for each request, as the review of November 2026 had them: 1,256 for 1,000. */
const MESSAGES = 1.256

type Desk = {
  readonly store: Store
  readonly recipients: Recipients
  readonly team: TeamKey
  readonly by: Member
  readonly times: readonly SlotPost[]
}

/** The number of free times ahead: they are fetched with the requests. */
const TIMES = 100

const timesFrom = (now: number): SlotPost[] =>
  Array.from({ length: TIMES }, (_, n) => {
    const startsAt = new Date(now + (n + 1) * 6 * 3_600_000).toISOString()
    const dates = [{ startsAt, minutes: 45 }]
    return { id: randomUUID(), kind: 'adult-talk', dates, place: 'house', seats: 1, counsellor: 'Mette' }
  })

/** Fills a data folder that has demo keys with a number of requests and their threads, sealed as phone and inbox seal them. */
export async function seedDesk(dataDir: string, count: number): Promise<void> {
  const { recipients, members } = await readTeam(join(dataDir, 'keys.json'))
  const key = readKeyFile(await readFile(join(dataDir, 'demo.key.json'), 'utf8'))
  const by = members.find(one => one.name === key.name)
  const team = by && (await unwrapTeamKey(fromBase64url(by.wrapped.at(-1)?.sealed ?? ''), key))
  if (!by || !team) throw new Error('the demo key opens no team key')
  const store = await openStore({ dataDir })
  const now = Date.now()
  const times = timesFrom(now)
  const desk = { store, recipients: parseRecipients(recipients), team, by, times }
  try {
    await store.publishSlots(times, { today: dayOf(now), now, by })
    let written = 0
    for (let n = 0; n < count; n++) {
      const due = Math.round((n + 1) * MESSAGES)
      await addOne(desk, n, due - written)
      written = due
    }
  } finally {
    await store.close()
  }
}

const stateOf = (n: number): RequestState => {
  let sum = 0
  return STATES.find(([, share]) => (sum += share) > n % 100)?.[0] ?? 'closed'
}

/** One in 25 has booked: every second time, so that a week holds both booked and free ones. */
const bookedBy = (n: number, times: readonly SlotPost[]): string[] =>
  n % 25 === 4
    ? times
        .slice(((n - 4) / 25) * 2)
        .slice(0, 1)
        .map(({ id }) => id)
    : []

async function addOne(
  { store, recipients, team, by, times }: Desk,
  n: number,
  messages: number,
): Promise<void> {
  const id = randomUUID()
  const from = await deriveFromCode(makeCode())
  const state = stateOf(n)
  const days = state === 'new' || state === 'opened' ? n % 6 : 3 + (n % 80)
  const now = Date.now() - days * 86_400_000
  const at = { today: dayOf(now), now }
  const { replyRecipient: recipient, threadKey, threadId } = from
  const reply = { recipient, threadKey, threadId }
  const slotIds = bookedBy(n, times)
  const envelope: Envelope<ContactRequest> = {
    v: 2,
    kind: 'request',
    id,
    writtenOn: at.today,
    request: requestOf(n),
    reply,
    slotIds,
  }
  const sealed = toBase64url(await sealRequest(envelope, contactRequest, recipients))
  await store.acceptRequest({ id, sealed, mailbox: from.mailboxHash, slotIds }, at)
  let state_: RequestState = 'new'
  for (let seq = 0; seq < messages; seq++) {
    // What staff have not answered, only the person can have written.
    const isStaff = seq % 2 === 0 && state !== 'new' && state !== 'opened'
    const message = {
      id: randomUUID(),
      sealed: await messageOf(team, from, recipients, isStaff, seq, at.today),
    }
    if (isStaff) await store.addReply(id, message, { ...at, by })
    else await store.addMessage(from.mailboxHash, message, at)
    state_ = isStaff ? 'answered' : state_ === 'answered' ? 'opened' : state_
  }
  if (state_ === state) return
  const later = { today: daysAfter(at.today, 1), now: now + 86_400_000, by }
  await store.setStates({ state, requests: [{ id, from: state_ }] }, later)
}

async function messageOf(
  team: TeamKey,
  from: FromCode,
  recipients: Recipients,
  isStaff: boolean,
  seq: number,
  day: string,
): Promise<string> {
  const side = Math.floor(seq / 2) + 1
  const place = { seq: side, prev: null, seen: 0 }
  const words = {
    writtenOn: day,
    text: 'Tak for svaret. Kan det blive om eftermiddagen i stedet? Jeg har fri fra kl. 14.',
  }
  const message = isStaff
    ? signMessage(team, from, { name: 'Demo', shown: false }, place, words)
    : writeMessage(from, place, words)
  return toBase64url(await sealMessage(message, recipients, from.replyRecipient))
}

const NAMES = ['Ida', 'Per', 'Fatima', 'Anders', 'Mette', 'Omar', 'Kirsten', 'Jonas']
const WORDS =
  'Jeg har tænkt på det længe, og nu er det svært at sove. Jeg ved ikke, hvor jeg skal begynde, og hvem der får det at vide.'

function requestOf(n: number): ContactRequest {
  return {
    audience: 'adult',
    wish: n % 3 === 0 ? 'treatment' : 'advice',
    substance: n % 2 === 0 ? 'alcohol' : 'drugs',
    identity: 'named',
    name: `${NAMES[n % NAMES.length] ?? ''} Eksempel ${n}`,
    phone: `+45 20 ${String(n % 100).padStart(2, '0')} 34 56`,
    callTimes: ['morning'],
    ifSomeoneElseAnswers: 'hang-up',
    language: 'da',
    message: n % 50 === 0 ? `Jeg orker ikke mere. ${WORDS}` : WORDS,
  }
}
