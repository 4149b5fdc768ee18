import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { dayOf } from '../src/core/calendar/days.ts'
import { makeMember, makeTeam } from '../src/core/sealing/index.ts'
import { createApp } from '../src/intake/http/app.ts'
import { openStore } from '../src/intake/store/open-store.ts'

/** An intake in a process of its own, behind one proxy as its callers say, with 200 times to book. Prints its port. */
const dataDir = process.argv[2] ?? ''
const store = await openStore({ dataDir })
const [{ recipients }, alva] = [await makeTeam(), await makeMember('Alva')]
const { member: signing, recipient } = alva.member
const slots = Array.from({ length: 200 }, (_, n) => ({
  id: randomUUID(),
  kind: 'adult-talk' as const,
  dates: [{ startsAt: new Date(Date.now() + (n + 1) * 3_600_000).toISOString(), minutes: 45 }],
  place: 'house' as const,
  seats: 1,
}))
const today = dayOf(Date.now())
await store.publishSlots(slots, { today, now: Date.now(), by: { name: 'Alva', signing } })
const app = createApp({
  store,
  now: Date.now,
  today: () => dayOf(Date.now()),
  log: () => undefined,
  settings: { trustProxy: 1, inboxHost: null, https: false, staffOrigin: null },
  recipients,
  fingerprint: '',
  members: [{ name: 'Alva', signing, recipient, wrapped: [] }],
  site: null,
})
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo
process.stdout.write(
  JSON.stringify({ port, key: alva.key, slotIds: slots.map(slot => slot.id).slice(0, 100) }) + '\n',
)
