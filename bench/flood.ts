import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SEALED_BYTES } from '../src/core/contract/index.ts'
import { makeMember, signIn } from '../src/core/sealing/index.ts'
import { type Answer, type Call, hangUp, prove, send, somewhere, startProcess, token } from './call.ts'

/** Hostile calls a second: 10,000 a minute. */
const A_SECOND = 167
const SECONDS = Number(process.env['FLOOD_SECONDS'] ?? 12)

const requestBody = (slotIds?: string[]): object => ({
  id: randomUUID(),
  sealed: randomBytes(SEALED_BYTES).toString('base64url'),
  mailbox: token(),
  ...(slotIds && { slotIds }),
})

async function floods(
  port: number,
  slotIds: readonly string[],
): Promise<Record<string, (n: number) => Call>> {
  const eve = await makeMember('Eve')
  const origin = `http://localhost:${port}`
  const nonce = { nonce: token(), expires: Math.floor(Date.now() / 1000) + 100 }
  const statement = signIn({ key: eve.key, origin, ...nonce })
  return {
    nothing: () => ({ method: 'GET', path: '/healthz' }),
    requests: () => ({ method: 'POST', path: '/api/requests', body: requestBody() }),
    'sign-ins': () => ({
      method: 'POST',
      path: '/api/staff/session',
      body: statement,
      headers: { origin },
    }),
    challenges: () => ({ method: 'POST', path: '/api/staff/challenge', body: {}, headers: { origin } }),
    'bookings of times': n => ({
      method: 'POST',
      path: '/api/requests',
      body: requestBody([slotIds[n % slotIds.length] ?? '']),
    }),
    'guesses at mailboxes': () => ({
      method: 'GET',
      path: '/api/mailbox',
      headers: { authorization: `Bearer ${token()}` },
    }),
  }
}

/** Calls at an even pace until told to stop; counts the answers by status. */
function flood(port: number, make: (n: number) => Call): { stop(): void; counts: Map<number, number> } {
  const counts = new Map<number, number>()
  const begun = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - begun) / 1000) * A_SECOND)
    for (; sent < due; sent++) {
      send(port, make(sent), somewhere()).then(
        ({ status }) => counts.set(status, (counts.get(status) ?? 0) + 1),
        () => counts.set(0, (counts.get(0) ?? 0) + 1),
      )
    }
  }, 20)
  return {
    counts,
    stop() {
      clearInterval(timer)
    },
  }
}

async function timed(act: () => Promise<Answer>, good: number): Promise<number> {
  const begun = performance.now()
  const { status } = await act()
  return status === good ? performance.now() - begun : NaN
}

function figures(times: readonly number[]): string {
  const got = times.filter(time => !Number.isNaN(time)).sort((a, b) => a - b)
  const ms = (time: number | undefined): string => (time === undefined ? '–' : `${Math.round(time)} ms`)
  return `${got.length} of ${times.length}, median ${ms(got[Math.floor(got.length / 2)])}, worst ${ms(got.at(-1))}`
}

/**
 * `npm run flood`: an honest phone that sends a request, and a member who signs in and looks at the list, beside 10,000
 * hostile calls a minute of each kind from as many addresses. Loopback only; the intake is a process of its own.
 */
async function main(): Promise<void> {
  const table: Record<string, Record<string, string>> = {}
  for (const kind of Object.keys(await floods(0, []))) {
    const dataDir = await mkdtemp(join(tmpdir(), 'flood-'))
    const { port, keys, slotIds, stop } = await startProcess([dataDir])
    const make = (await floods(port, slotIds))[kind]
    if (!make) throw new Error(kind)
    const hostile = flood(port, make)
    const phone: number[] = []
    const staff: number[] = []
    const origin = `http://localhost:${port}`
    const until = performance.now() + SECONDS * 1000
    while (performance.now() < until) {
      const post = { method: 'POST', path: '/api/requests', body: requestBody() }
      phone.push(await timed(() => prove(port, post, somewhere()), 201))
      staff.push(
        await timed(async () => {
          const asked = await prove(
            port,
            { method: 'POST', path: '/api/staff/challenge', body: {}, headers: { origin } },
            '192.0.2.1',
          )
          const body = signIn({
            key: keys.alva,
            origin,
            ...(JSON.parse(asked.text) as { nonce: string; expires: number }),
          })
          const entered = await prove(
            port,
            { method: 'POST', path: '/api/staff/session', body, headers: { origin } },
            '192.0.2.1',
          )
          return send(
            port,
            { method: 'GET', path: '/api/staff/slots', headers: { cookie: entered.cookie } },
            '192.0.2.1',
          )
        }, 200),
      )
    }
    hostile.stop()
    const answered = [...hostile.counts].sort(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`)
    table[kind] = {
      'phone: request': figures(phone),
      'member: sign in, list': figures(staff),
      hostile: answered.join(', '),
    }
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  console.log(`Beside ${A_SECOND * 60} hostile calls a minute of each kind, ${SECONDS} s each`)
  console.table(table)
  hangUp()
}

await main()
