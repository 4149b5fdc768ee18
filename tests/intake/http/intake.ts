import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import {
  PROOF_HEADER,
  SEALED_BYTES,
  type RequestPost,
  type SlotPost,
} from '../../../src/core/contract/index.ts'
import {
  fingerprint as fingerprintOf,
  makeMember,
  makeTeam,
  memberOf,
  rescueKey,
  signIn,
  type KeyFile,
  type Recipients,
} from '../../../src/core/sealing/index.ts'
import { createApp } from '../../../src/intake/http/app.ts'
import type { LogEntry } from '../../../src/intake/log.ts'
import type { AppParts, AppSettings } from '../../../src/intake/http/parts.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { dayOf } from '../../../src/core/calendar/days.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import type { Act } from '../../../src/intake/store/moment.ts'
import type { Store } from '../../../src/intake/store/store.ts'
import { signEntry, type TeamEntry } from '../../../src/core/sealing/team-entry.ts'
import { keptTeam } from '../../../src/intake/staff/team-book.ts'
import type { Member } from '../../../src/intake/staff/team.ts'

/** One team for all tests of a file: making hybrid keys takes a while and no test changes them. */
const made = makeAll()

async function makeAll() {
  const [team, alva, stranger] = await Promise.all([makeTeam(), makeMember('Alva'), makeMember('Bo')])
  const { recipients, signers, recovery: offline } = team
  const rescue = await rescueKey(offline.identity)
  const { member } = alva
  const listed = { name: member.name, signing: member.member, recipient: member.recipient }
  const [recipient, recovery] = recipients
  const signer = signers[0]?.key ?? ''
  const since = '2026-01-01'
  const epoch = { epoch: 1, recipient, recovery, signer, since, rescue: (await memberOf(rescue)).member }
  const list = [
    { kind: 'add', member: listed, role: 'leader' } as const,
    { kind: 'epoch', epoch } as const,
  ].reduce<TeamEntry[]>((all, change) => [...all, signEntry(all, change, alva.key, since)], [])
  return {
    recipients,
    fingerprint: fingerprintOf(recipients, signers),
    member,
    list,
    keys: { alva: alva.key, stranger: stranger.key, rescue },
  }
}

export const calendarToken = randomBytes(32).toString('base64url')

export type TestIntake = {
  app: FastifyInstance
  store: Store
  recipients: Recipients
  fingerprint: string
  log: LogEntry[]
  clock: { now: number }
  keys: { alva: KeyFile; stranger: KeyFile; rescue: KeyFile }
  list: readonly TeamEntry[]
  dataDir: string
}

/** An intake on an SQLite of its own, gone after the test. The clock stands still unless the test moves it. */
export async function startTestIntake(
  settings: Partial<AppSettings> = {},
  parts: Partial<AppParts> = {},
): Promise<TestIntake> {
  const { recipients, fingerprint, member, list, keys } = await made
  const dataDir = await mkdtemp(join(tmpdir(), 'intake-http-'))
  const store = await openStore({ dataDir })
  const clock = { now: Date.now() }
  const log: LogEntry[] = []
  const members: Member[] = [
    {
      name: 'Alva',
      signing: member.member,
      recipient: member.recipient,
      wrapped: [{ epoch: 1, sealed: 'AAAA' }],
      calendar: hashToken(calendarToken),
    },
  ]
  const signed = { list, first: member.member }
  const team = await keptTeam(store, { demo: false, members, signed })
  const app = createApp({
    store,
    now: () => clock.now,
    today: () => dayOf(clock.now),
    log: entry => log.push(entry),
    settings: { trustProxy: 0, inboxHost: null, staffOrigin: null, https: false, ...settings },
    recipients,
    fingerprint,
    team,
    site: null,
    ...parts,
  })
  onTestFinished(async () => {
    await app.close()
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { app, store, recipients, fingerprint, log, clock, dataDir, keys: { ...keys }, list }
}

export const token = (): string => randomBytes(32).toString('base64url')
export const bearer = (of: string): { authorization: string } => ({ authorization: `Bearer ${of}` })

/** Random bytes of the right length: to the intake all sealed messages look like this. */
export function sealedText(): string {
  return randomBytes(SEALED_BYTES).toString('base64url')
}

export function requestOf(mailbox: string, more: Partial<RequestPost> = {}): RequestPost {
  return { id: randomUUID(), sealed: sealedText(), mailbox: hashToken(mailbox), ...more }
}

export function slotOf(clock: { now: number }, more: Partial<SlotPost> = {}): SlotPost {
  const startsAt = new Date(clock.now + 3 * 86_400_000).toISOString()
  const dates = [{ startsAt, minutes: 45 }]
  return { id: randomUUID(), kind: 'youth-talk', dates, place: 'house', seats: 1, ...more }
}

/** The moment at which a member published times before a test began. */
export const published = (clock: { now: number }): Act => ({
  today: '2026-01-01',
  now: clock.now,
  by: { name: 'Alva', signing: 'A'.repeat(43) },
})

/** Solves the challenge of a 429 as the phone does: with the library's solver for browsers. */
export async function proofFor(answer: LightMyRequestResponse): Promise<Record<string, string>> {
  const { challenge } = answer.json()
  const solution = await solveChallenge({ challenge, deriveKey })
  return { [PROOF_HEADER]: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64url') }
}

/** Posts a request that wishes for times the way the app does: is asked for a proof, solves it, comes again. */
export async function wish(app: FastifyInstance, body: RequestPost): Promise<LightMyRequestResponse> {
  const call = { method: 'POST', url: '/api/requests', body } as const
  return app.inject({ ...call, headers: await proofFor(await app.inject(call)) })
}

/** Posts a booking the way the app does: is asked for a proof, solves it, comes again. */
export async function book(app: FastifyInstance, of: string, body: object): Promise<LightMyRequestResponse> {
  const call = { method: 'POST', url: '/api/mailbox/bookings', body } as const
  const asked = await app.inject({ ...call, headers: bearer(of) })
  return app.inject({ ...call, headers: { ...bearer(of), ...(await proofFor(asked)) } })
}

export const ORIGIN = 'http://localhost:80'
export const fromInbox = { origin: ORIGIN, host: 'localhost:80' }

/** Signs in and returns the headers of a signed-in inbox. */
export async function signedIn(
  { app, keys }: TestIntake,
  key: KeyFile = keys.alva,
): Promise<Record<string, string>> {
  const asked = await app.inject({ method: 'POST', url: '/api/staff/challenge', headers: fromInbox })
  const { nonce, expires } = asked.json()
  const body = signIn({ key, origin: ORIGIN, nonce, expires })
  const answer = await app.inject({ method: 'POST', url: '/api/staff/session', headers: fromInbox, body })
  return { ...fromInbox, cookie: cookieOf(answer) }
}

export function cookieOf(answer: LightMyRequestResponse): string {
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

/** The name of a problem, so that a test says which one and not only which status. */
export function problemOf(answer: LightMyRequestResponse): string {
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return 'no problem'
  const { type, status } = answer.json()
  return status === answer.statusCode
    ? String(type).replace('urn:foerste-snak:problem:', '')
    : 'status differs'
}
