import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '../core/calendar/days.ts'
import { SEALED_BYTES } from '../core/contract/index.ts'
import { contactRequest, type ContactRequest } from '../core/request/index.ts'
import {
  deriveFromCode,
  fromBase64url,
  lastOf,
  makeCode,
  nextPosition,
  parseRecipients,
  readKeyFile,
  sealMessage,
  sealNote,
  sealRequest,
  signMessage,
  toBase64url,
  unwrapTeamKey,
  writeMessage,
  type Envelope,
  type FromCode,
  type Recipients,
  type TeamKey,
  type ThreadMessage,
} from '../core/sealing/index.ts'
import { readTeam, type Member } from '../intake/staff/team.ts'
import { openStore } from '../intake/store/open-store.ts'
import type { Act } from '../intake/store/moment.ts'
import type { Store } from '../intake/store/store.ts'
import { demoTimes } from './demo.ts'
import { demoPeople, pastWeeks, type Person } from './demo-people.ts'

type Desk = {
  readonly store: Store
  readonly recipients: Recipients
  readonly team: TeamKey
  readonly by: Member
  /** Ms since 1970. */
  readonly now: number
  /** The ids of those that others link to, by their keys. */
  readonly keyed: Map<string, string>
}

const DAY = 86_400_000

/**
 * Fills an empty data folder that has demo keys with a desk as it stands on a working day: something of each kind that the
 * inbox shows, and the weeks before, so that there are figures. Sealed as phone and inbox seal it.
 *
 * @param now ms since 1970
 * @throws Error when the demo key opens no team key
 */
export async function fillDemoDesk(dataDir: string, now: number = Date.now()): Promise<void> {
  const { recipients, members } = await readTeam(join(dataDir, 'keys.json'))
  const key = readKeyFile(await readFile(join(dataDir, 'demo.key.json'), 'utf8'))
  const by = members.find(one => one.name === key.name)
  const team = by && (await unwrapTeamKey(fromBase64url(by.wrapped.at(-1)?.sealed ?? ''), key))
  if (!by || !team) throw new Error('the demo key opens no team key')
  const store = await openStore({ dataDir })
  try {
    if ((await store.staffRequests()).requests.length > 0) return
    const desk = {
      store,
      recipients: parseRecipients(recipients),
      team,
      by,
      now,
      keyed: new Map<string, string>(),
    }
    for (const person of pastWeeks()) await addPerson(desk, person, await heldTimes(desk, person))
    const times = demoTimes(now).map((time, n) => ({
      ...time,
      room: `Lokale ${1 + (n % 2)}`,
      counsellor: 'Anne',
    }))
    await store.publishSlots(times, actAt(desk, 0))
    const free = new Map(times.map(time => [time.id, time.seats]))
    for (const person of demoPeople) {
      if (person.wasHeld) {
        await addPerson(desk, person, await heldTimes(desk, person))
        continue
      }
      const time = times.find(one => one.kind === person.books && (free.get(one.id) ?? 0) > 0)
      if (time) free.set(time.id, (free.get(time.id) ?? 0) - 1)
      await addPerson(desk, person, time ? [time.id] : [])
    }
    await addUnreadable(desk)
  } finally {
    await store.close()
  }
}

/** An act of some days ago. */
function actAt({ now, by }: Pick<Desk, 'now' | 'by'>, daysAgo: number): Act {
  const then = now - daysAgo * DAY
  return { today: dayOf(then), now: then, by }
}

/** A time that lay ahead when a person of the past booked it. */
async function heldTimes(desk: Desk, { books, daysAgo }: Person): Promise<string[]> {
  if (!books) return []
  const id = randomUUID()
  const startsAt = new Date(desk.now - (daysAgo - 2) * DAY).toISOString()
  const dates = [{ startsAt, minutes: 45 }]
  const slot = { id, kind: books, dates, place: 'house' as const, seats: 1 }
  await desk.store.publishSlots([slot], actAt(desk, daysAgo))
  return [id]
}

async function addPerson(desk: Desk, person: Person, slotIds: readonly string[]): Promise<void> {
  const { store, recipients } = desk
  const id = randomUUID()
  const from = await deriveFromCode(makeCode())
  const at = actAt(desk, person.daysAgo)
  const sealed = await sealPerson(id, from, person.request, recipients, at.today, slotIds)
  const post = { id, sealed, mailbox: from.mailboxHash }
  await store.acceptRequest({ ...post, ...(slotIds.length > 0 && { slotIds: [...slotIds] }) }, at)
  if (person.key !== undefined) desk.keyed.set(person.key, id)
  await addThread(desk, id, from, person)
  for (const { by, event, text = '', upTo = null, daysAgo } of person.notes ?? []) {
    const { today, now } = actAt(desk, daysAgo)
    const words = { event, at: new Date(now).toISOString(), text, upTo }
    const note = toBase64url(await sealNote(desk.team, id, by, words, recipients))
    await store.addNote(id, { id: randomUUID(), sealed: note }, { today, now, by: { ...desk.by, name: by } })
  }
  if (!person.state) return
  const state = (await store.staffRequest(id))?.state ?? 'new'
  await store.setStates(
    { state: person.state, requests: [{ id, from: state }] },
    actAt(desk, person.stateDaysAgo ?? person.daysAgo),
  )
}

/** One that is sealed to nobody: it can be closed, and no more. */
async function addUnreadable(desk: Desk): Promise<void> {
  const post = {
    id: randomUUID(),
    sealed: toBase64url(randomBytes(SEALED_BYTES)),
    mailbox: toBase64url(randomBytes(32)),
  }
  await desk.store.acceptRequest(post, actAt(desk, 2))
}

async function sealPerson(
  id: string,
  from: FromCode,
  request: ContactRequest,
  recipients: Recipients,
  writtenOn: string,
  slotIds: readonly string[],
): Promise<string> {
  const reply = { recipient: from.replyRecipient, threadKey: from.threadKey, threadId: from.threadId }
  const envelope: Envelope<ContactRequest> = {
    v: 2,
    kind: 'request',
    id,
    writtenOn,
    request,
    reply,
    slotIds: [...slotIds],
  }
  return toBase64url(await sealRequest(envelope, contactRequest, recipients))
}

/** What was written back and forth, each in its place in the row. */
async function addThread(desk: Desk, id: string, from: FromCode, { thread = [] }: Person): Promise<void> {
  const { store, recipients, team } = desk
  const written: ThreadMessage[] = []
  for (const { by, text, daysAgo, confirmsIn, linksTo, callsOff } of thread) {
    const at = actAt(desk, daysAgo)
    const booked = callsOff ? await bookingsOf(desk, id) : []
    const other = linksTo === undefined ? undefined : desk.keyed.get(linksTo)
    const words = {
      writtenOn: at.today,
      text,
      ...(confirmsIn !== undefined && { confirms: actAt(desk, -confirmsIn).today }),
      ...(other !== undefined && { links: other.slice(0, 8) }),
      ...(booked.length > 0 && { cancels: booked }),
    }
    const side = by === null ? 'citizen' : 'staff'
    const place = nextPosition(written, side, lastOf(written, side === 'staff' ? 'citizen' : 'staff'))
    const message =
      by === null
        ? writeMessage(from, place, { writtenOn: at.today, text })
        : signMessage(team, from, { name: by, shown: false }, place, words)
    written.push(message)
    const sealed = toBase64url(await sealMessage(message, recipients, from.replyRecipient))
    const post = { id: randomUUID(), sealed }
    if (by === null) await store.addMessage(from.mailboxHash, post, at)
    else await store.addReply(id, post, { ...at, by: { ...desk.by, name: by } })
    if (booked.length > 0) await store.staffCancelBookings(booked, at)
  }
}

async function bookingsOf(desk: Desk, id: string): Promise<string[]> {
  return ((await desk.store.staffRequest(id))?.bookings ?? []).map(booking => booking.id)
}
