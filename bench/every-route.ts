import { randomBytes, randomUUID } from 'node:crypto'
import { endpoints, type EndpointName } from '../src/core/contract/endpoints.ts'
import { SEALED_BYTES } from '../src/core/contract/index.ts'
import { hashToken } from '../src/core/sealing/hash-token.ts'
import { signIn, type KeyFile } from '../src/core/sealing/index.ts'
import { type Answer, type Call, prove, send, somewhere, token } from './call.ts'
import type { IntakeProcess } from './intake-process.ts'

/** One in this many bookings brings its proof of work, the others only ask what it costs. */
const SELDOM = 40
/** The number of requests that stay stored, that lists have something in them; as many from the first call to the last. */
const STORED = 40
const CALLERS = 8

const sealed = (): string => randomBytes(SEALED_BYTES).toString('base64url')

/**
 * Calls every address of an intake without limits in turn, in rounds of one citizen and two members each, until so many
 * calls are answered.
 *
 * @returns how many calls, and how often each kind of call was answered how
 */
export async function callEveryRoute(
  intake: IntakeProcess,
  count: number,
): Promise<{ readonly calls: number; readonly answers: ReadonlyMap<string, number> }> {
  const answers = new Map<string, number>()
  const sum = { calls: 0, rounds: 0 }
  const told = async (name: string, call: Call, isProved = false): Promise<Answer> => {
    const answer = await (isProved ? prove : send)(intake.port, call, somewhere())
    sum.calls++
    const key = `${name} ${answer.status}`
    answers.set(key, (answers.get(key) ?? 0) + 1)
    return answer
  }
  const caller = async (): Promise<void> => {
    while (sum.calls < count) await oneRound(intake, told, ++sum.rounds % SELDOM === 0)
  }
  const { port } = intake
  for (let n = prefilled.has(port) ? STORED : 0; n < STORED; n++) {
    const body = { id: randomUUID(), sealed: sealed(), mailbox: hashToken(token()) }
    await send(port, { method: 'POST', path: '/api/requests', body }, somewhere())
  }
  prefilled.add(port)
  await Promise.all(Array.from({ length: CALLERS }, caller))
  return { calls: sum.calls, answers }
}

/** Ports of intakes that have their stored requests. */
const prefilled = new Set<number>()

type Told = (name: string, call: Call, isProved?: boolean) => Promise<Answer>

async function oneRound(intake: IntakeProcess, told: Told, isSeldom: boolean): Promise<void> {
  const code = token()
  const [id, booking, slot] = [randomUUID(), randomUUID(), randomUUID()]
  const origin = `http://localhost:${intake.port}`
  const slots = [intake.slotIds[Number.parseInt(id.slice(0, 6), 16) % intake.slotIds.length] ?? '']
  const isBehind: Record<string, Record<string, string>> = {
    anybody: {},
    mailbox: { authorization: `Bearer ${code}` },
    inbox: { origin },
    member: { origin },
  }
  const call = (
    name: EndpointName,
    body?: object,
    query = '',
    at = id,
    isProved = false,
  ): Promise<Answer> => {
    const { method, path, by } = endpoints[name]
    const headers = isBehind[by] ?? {}
    return told(
      name,
      { method, path: path.replace(':id', at) + query, headers, ...(body && { body }) },
      isProved,
    )
  }
  const enters = async (key: KeyFile): Promise<Record<string, string>> => {
    const asked = JSON.parse((await call('challenge', {})).text) as { nonce: string; expires: number }
    const { cookie } = await call('signIn', signIn({ key, origin, ...asked }))
    return { origin, cookie }
  }
  /** Ends a session of its own: the one that all else comes with must last. */
  const asBo = async (name: 'signOut' | 'signOutHere'): Promise<void> => {
    isBehind['inbox'] = await enters(intake.keys.bo)
    await call(name)
    isBehind['inbox'] = { origin }
  }
  const message = (): object => ({ id: randomUUID(), sealed: sealed() })
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  const shown = { dates: [{ startsAt, minutes: 45 }], place: 'house', seats: 1, counsellor: slot }
  const time = { id: slot, kind: 'youth-talk', ...shown }

  // Every call of the contract by its name: one that is new is missing here, and the types say so.
  const calls: Readonly<Record<EndpointName, () => Promise<unknown>>> = {
    recipients: () => call('recipients'),
    slots: () => call('slots', undefined, '?kind=adult-talk'),
    sendRequest: () => call('sendRequest', { id, sealed: sealed(), mailbox: hashToken(code) }),
    readMailbox: () => call('readMailbox'),
    sendMessage: () => call('sendMessage', message()),
    book: () => call('book', { id: booking, slotIds: slots }, '', id, isSeldom),
    giveBack: () => call('giveBack', undefined, '', booking),
    challenge: () => call('challenge', {}),
    signIn: async () => (isBehind['member'] = await enters(intake.keys.alva)),
    staffRequests: () => call('staffRequests'),
    changes: () => call('changes', { have: [] }),
    staffRequest: () => call('staffRequest'),
    reply: () => call('reply', message()),
    note: () => call('note', message()),
    move: () => call('move', { from: 'answered', state: 'closed' }),
    moveSeveral: () => call('moveSeveral', { state: 'closed', requests: [{ id, from: 'closed' }] }),
    exported: () => call('exported', {}),
    staffSlots: () => call('staffSlots'),
    publishSlots: () => call('publishSlots', { slots: [time] }),
    changeSlot: () => call('changeSlot', { ...shown, seats: 2, was: shown }, '', slot),
    withdrawSlots: () => call('withdrawSlots', { ids: [slot] }),
    callOff: () => call('callOff', { ids: [booking] }),
    figures: () => call('figures'),
    notices: () => call('notices'),
    templates: () => call('templates'),
    changeTemplates: () => call('changeTemplates', { from: 0, sealed: 'AAAA' }),
    audit: () => call('audit'),
    team: () => call('team'),
    invite: () => call('invite', { id, token: hashToken(code), role: 'member' }),
    acceptInvite: () => call('acceptInvite', { token: code }),
    takeBackInvite: () => call('takeBackInvite'),
    changeTeam: () => call('changeTeam', { entries: [] }),
    renewCalendar: () => call('renewCalendar', { calendar: hashToken(code) }),
    signOut: () => asBo('signOut'),
    signOutHere: () => asBo('signOutHere'),
    withdraw: () => call('withdraw'),
  }
  for (const one of Object.values(calls)) await one()
  const others = [
    '/healthz',
    '/readyz',
    `/api/staff/calendar/${intake.calendar}.ics`,
    '/',
    '/voksne',
    '/inbox',
  ]
  for (const path of [...others, '/nowhere', '/api/nowhere', '/.well-known/security.txt'])
    await told(path.startsWith('/api/staff') ? 'calendar' : path, { method: 'GET', path })
}
