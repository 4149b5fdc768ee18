import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { staffCalls } from '../core/contract/calls.ts'
import { challengeAnswer, staffSlotsAnswer, type SlotPost } from '../core/contract/index.ts'
import { readKeyFile, signIn } from '../core/sealing/index.ts'
import type { Config } from '../intake/settings/config.ts'
import { staffAddress } from './settings.ts'

/**
 * With demo keys: a few times to book, published as a member of staff would, when none are there. It calls the intake
 * inside this process by the inbox's own name, so that no `HOST`, `INBOX_HOST` or proxy stands between.
 *
 * @throws Error when the member's key file is missing, or the intake does not take the sign-in or the times
 */
export async function publishDemoTimes(config: Config, app: FastifyInstance): Promise<void> {
  const key = readKeyFile(await readFile(demoKeyFile(config), 'utf8'))
  const { origin, inboxHost } = config
  const inbox = (origin ?? inboxHost) ? new URL(staffAddress(config, 80)).origin : 'http://localhost'
  const staff = await signInAs(inbox, key, inbox, within(app))
  const there = staffSlotsAnswer.parse(await (await staff(staffCalls.staffSlots.path)).json())
  if (there.times?.slots.length !== 0) return
  const answer = await staff(staffCalls.publishSlots.path, { slots: demoTimes(Date.now()) })
  if (!answer.ok) throw new Error(`the demo times were not taken: ${answer.status}`)
}

/** The key file that `npm start` makes to sign in to the inbox with: beside the public keys. */
export function demoKeyFile(config: Config): string {
  return join(dirname(config.keysFile), 'demo.key.json')
}

type Fetch = (url: string, init: Call) => Promise<Response>
type Call = { readonly method: string; readonly headers: Record<string, string>; readonly body?: string }

/** A `fetch` to an intake in this process. */
function within(app: FastifyInstance): Fetch {
  return async (url, { method, headers, body }) => {
    const { host, pathname } = new URL(url)
    const answer = await app.inject({
      method: method as 'GET' | 'POST' | 'DELETE', // ours are; `inject` lists them all
      url: pathname,
      headers: { ...headers, host },
      ...(body !== undefined && { payload: body }),
    })
    const cookie = answer.headers['set-cookie']
    return new Response(answer.statusCode === 204 ? null : answer.payload, {
      status: answer.statusCode,
      headers: cookie === undefined ? {} : { 'set-cookie': String(cookie) },
    })
  }
}

/** Signs in and hands back a `fetch` with the session: for programs of staff (demo data, tests). */
export async function signInAs(
  address: string,
  key: ReturnType<typeof readKeyFile>,
  origin: string = new URL(address).origin,
  call: Fetch = fetch,
): Promise<(path: string, body?: unknown, method?: string) => Promise<Response>> {
  const json = { 'content-type': 'application/json', origin }
  const asked = await call(`${address}${staffCalls.challenge.path}`, {
    method: 'POST',
    headers: json,
    body: '{}',
  })
  if (!asked.ok) throw new Error(`sign-in was refused: ${asked.status}`)
  const post = signIn({ key, origin, ...challengeAnswer.parse(await asked.json()) })
  const answer = await call(`${address}${staffCalls.signIn.path}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(post),
  })
  if (!answer.ok) throw new Error(`sign-in was refused: ${answer.status}`)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return (path, body, method = body === undefined ? 'GET' : 'POST') =>
    call(`${address}${path}`, {
      method,
      headers: { ...(body === undefined ? { origin } : json), cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
}

const DAY = 86_400_000

/** Made-up times on the coming weekdays. @param now ms since 1970 */
export function demoTimes(now: number): SlotPost[] {
  const days = Array.from({ length: 14 }, (_, n) => new Date(now + (n + 1) * DAY)).filter(
    day => day.getUTCDay() !== 0 && day.getUTCDay() !== 6,
  )
  const at = (day: Date | undefined, hour: number): string =>
    `${(day ?? new Date(now + DAY)).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00Z`
  const talk = (
    kind: 'youth-talk' | 'adult-talk',
    day: Date | undefined,
    hour: number,
    place: 'house' | 'telephone',
  ) => ({
    id: randomUUID(),
    kind,
    dates: [{ startsAt: at(day, hour), minutes: 45 }],
    place,
    seats: 1,
  })
  return [
    talk('youth-talk', days[0], 13, 'house'),
    talk('youth-talk', days[0], 14, 'house'),
    talk('youth-talk', days[2], 13, 'house'),
    talk('youth-talk', days[4], 14, 'house'),
    talk('adult-talk', days[1], 9, 'house'),
    talk('adult-talk', days[3], 15, 'house'),
    {
      id: randomUUID(),
      kind: 'relatives-course',
      dates: [days[3], days[8]].map(day => ({ startsAt: at(day, 16), minutes: 120 })),
      place: 'house',
      seats: 8,
    },
  ]
}
