// 100,000 stored requests: how long a call waits while rows change places and while 20,000 are erased, and how much
// memory that takes. `npm run test:all` runs it with fewer; `tsx tests/drills/upkeep.ts 100000` with as many as are named.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/intake/store/open-store.ts'
import { SQLITE_FILE } from '../../src/intake/store/sqlite-open.ts'
import { at, kept, request } from '../intake/store/builders.ts'

const count = Number(process.argv[2] ?? 5_000)
const dir = mkdtempSync(join(tmpdir(), 'upkeep-'))
const day = at('2026-01-10')

/** Calls the store every few ms while something is done; the longest and the 99th of 100 waits, in ms. */
async function waitsDuring(work: Promise<unknown>): Promise<string> {
  const waits: number[] = []
  const progress = { isOver: false }
  const began = performance.now()
  void work.finally(() => (progress.isOver = true))
  while (!progress.isOver) {
    const from = performance.now()
    await store.acceptRequest(request(), at('2026-04-15'))
    waits.push(performance.now() - from)
    await wait(5)
  }
  await work
  waits.sort((a, b) => a - b)
  const p = (share: number) => Math.round(waits[Math.floor((waits.length - 1) * share)] ?? NaN)
  const rss = Math.round(process.memoryUsage().rss / 1e6)
  return `${Math.round((performance.now() - began) / 100) / 10} s, ${waits.length} calls, p50 ${p(0.5)} p99 ${p(0.99)} worst ${p(1)} ms, ${rss} MB`
}

let store = await openStore({ dataDir: dir })
const ids: string[] = []
for (let n = 0; n < count; n += 200) {
  const posts = Array.from({ length: 200 }, () => request())
  await Promise.all(posts.map(post => store.acceptRequest(post, day)))
  if (ids.length < count / 5) ids.push(...posts.map(post => post.id))
}
for (let n = 0; n < ids.length; n += 100) {
  const requests = ids.slice(n, n + 100).map(id => ({ id, from: 'new' as const }))
  await store.setStates({ state: 'closed', requests }, day)
}
await store.close()
console.log(`${count} stored, ${Math.round(statSync(join(dir, SQLITE_FILE)).size / 1e6)} MB`)
const began = performance.now()
store = await openStore({ dataDir: dir })
console.log(
  `start: ${Math.round(performance.now() - began)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
)
console.log(`nothing else: ${await waitsDuring(wait(3_000))}`)
console.log(`changing places, of all: ${await waitsDuring(store.mix(day))}`)
await store.confirmDay('2026-04-15')
console.log(`sweeping ${ids.length}: ${await waitsDuring(store.sweep(kept, at('2026-04-15')))}`)
const later = { today: '2026-04-15', now: at('2026-04-15').now }
console.log(`changing places, of today's: ${await waitsDuring(store.mix(later))}`)
await store.close()
rmSync(dir, { recursive: true })
