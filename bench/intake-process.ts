import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { dayOf } from '../src/core/calendar/days.ts'
import { hashToken } from '../src/core/sealing/hash-token.ts'
import { makeMember, makeTeam, type KeyFile } from '../src/core/sealing/index.ts'
import { createApp } from '../src/intake/http/app.ts'
import { readSite } from '../src/intake/settings/site.ts'
import { fixedTeam } from '../src/intake/staff/team-book.ts'
import { openStore } from '../src/intake/store/open-store.ts'

/** What the process prints once it listens, in one line of JSON. `calendar`: the token of Alva's feed. */
export type IntakeProcess = {
  readonly port: number
  readonly keys: { readonly alva: KeyFile; readonly bo: KeyFile }
  readonly calendar: string
  readonly slotIds: readonly string[]
}

/**
 * An intake in a process of its own, behind one proxy as its callers say, with 200 times to book.
 * Arguments: its data folder; `limited`, or `unlimited`: as much as they like for all together and for one member, the
 * limits of one address as in earnest; the pages to serve.
 */
const [dataDir = '', limits = 'limited', siteDir] = process.argv.slice(2)
const store = await openStore({ dataDir })
const [{ recipients }, alva, bo] = [await makeTeam(), await makeMember('Alva'), await makeMember('Bo')]
const calendar = randomBytes(32).toString('base64url')
const members = [alva, bo].map(({ member }) => ({
  name: member.name,
  signing: member.member,
  recipient: member.recipient,
  wrapped: [],
  ...(member.name === 'Alva' && { calendar: hashToken(calendar) }),
}))
const slots = Array.from({ length: 200 }, (_, n) => ({
  id: randomUUID(),
  kind: 'adult-talk' as const,
  dates: [{ startsAt: new Date(Date.now() + (n + 1) * 3_600_000).toISOString(), minutes: 45 }],
  place: 'house' as const,
  seats: 1,
}))
const today = dayOf(Date.now())
const by = { name: 'Alva', signing: alva.member.member }
await store.publishSlots(slots, { today, now: Date.now(), by })
const none = { burst: 1e9, perSecond: 1e9 }
const app = createApp({
  store,
  now: Date.now,
  today: () => dayOf(Date.now()),
  log: entry => {
    if (entry.event === 'broken') process.stderr.write(JSON.stringify(entry) + '\n')
  },
  settings: {
    trustProxy: 1,
    inboxHost: null,
    https: false,
    staffOrigin: null,
    ...(limits === 'unlimited' && {
      rates: { member: none },
      together: none,
      signIns: none,
    }),
  },
  recipients,
  fingerprint: '',
  team: fixedTeam(members),
  site: siteDir === undefined ? null : await readSite(siteDir),
})
await app.listen({ port: 0, host: '127.0.0.1' })
const said: IntakeProcess = {
  port: (app.server.address() as AddressInfo).port,
  keys: { alva: alva.key, bo: bo.key },
  calendar,
  slotIds: slots.map(slot => slot.id).slice(0, 100),
}
process.stdout.write(JSON.stringify(said) + '\n')
