// 100,000 stored requests: how long a call waits while rows change places and while 20,000 are erased, and how much
// memory that takes, in both databases. `npm run test:all` runs it with fewer; `tsx tests/drills/upkeep.ts 100000` with
// as many as are named, and `… 100000 postgres` in one of them. With its files in memory (`TMPDIR=/dev/shm`) what waits is
// our own acts, not the disk.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore, type Where } from '../../src/intake/store/open-store.ts'
import { SQLITE_FILE } from '../../src/intake/store/sqlite-open.ts'
import type { Store } from '../../src/intake/store/store.ts'
import { query, startPostgres } from '../intake/postgres.ts'
import { at, kept, request } from '../intake/store/builders.ts'

const count = Number(process.argv[2] ?? 5_000)
const only = process.argv[3]
const day = at('2026-01-10')
const later = at('2026-04-15')

/** Looks, while a call takes longer than `SLOW_MS`, at what the database waits for; tells it in the end. */
let whatIsSlow: ((waited: () => number) => () => Promise<string>) | undefined
const SLOW_MS = 80

/** In PostgreSQL: the waits of its processes, as pg_stat_activity names them, each with how often it was seen. */
function lookAt(url: string): typeof whatIsSlow {
  const seen = new Map<string, number>()
  return waited => {
    const watch = { isOver: false }
    const looking = (async () => {
      while (!watch.isOver) {
        await wait(20)
        if (waited() < SLOW_MS) continue
        const rows = await query(
          url,
          `select backend_type || ' ' || wait_event_type || ' ' || wait_event as what from pg_stat_activity
           where wait_event_type not in ('Activity', 'Client')`,
        )
        for (const { what } of rows) seen.set(String(what), (seen.get(String(what)) ?? 0) + 1)
      }
    })()
    return async () => {
      watch.isOver = true
      await looking
      const told = [...seen].map(([what, times]) => `${what} (${times} times)`)
      seen.clear()
      return told.length > 0 ? `; while a call was slow: ${told.join(', ')}` : ''
    }
  }
}

/** Calls the store every few ms while something is done; the longest and the 99th of 100 waits, in ms. */
async function waitsDuring(store: Store, work: Promise<unknown>): Promise<string> {
  const waits: number[] = []
  const progress = { isOver: false, since: Infinity }
  const looked = whatIsSlow?.(() => performance.now() - progress.since)
  const began = performance.now()
  const done = work.finally(() => (progress.isOver = true))
  while (!progress.isOver) {
    const from = performance.now()
    progress.since = from
    await store.acceptRequest(request(), later)
    waits.push(performance.now() - from)
    progress.since = Infinity
    await wait(5)
  }
  await done
  const slow = (await looked?.()) ?? ''
  waits.sort((a, b) => a - b)
  const p = (share: number) => Math.round(waits[Math.floor((waits.length - 1) * share)] ?? NaN)
  const rss = Math.round(process.memoryUsage().rss / 1e6)
  const over = waits.filter(ms => ms > 100).length
  return `${Math.round((performance.now() - began) / 100) / 10} s, ${waits.length} calls, p50 ${p(0.5)} p99 ${p(0.99)} worst ${p(1)} ms, ${over} over 100 ms, ${rss} MB${slow}`
}

async function upkeep(name: string, where: Where, size: () => Promise<number>): Promise<void> {
  let store = await openStore(where)
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
  console.log(`${name}: ${count} stored, ${Math.round((await size()) / 1e6)} MB`)
  const began = performance.now()
  store = await openStore(where)
  const rss = Math.round(process.memoryUsage().rss / 1e6)
  console.log(`start: ${Math.round(performance.now() - began)} ms, ${rss} MB`)
  console.log(`nothing else: ${await waitsDuring(store, wait(5_000))}`)
  console.log(`changing places, of all: ${await waitsDuring(store, store.mix(day))}`)
  await store.confirmDay(later.today)
  console.log(`sweeping ${ids.length}: ${await waitsDuring(store, store.sweep(kept, later))}`)
  console.log(`changing places, of today's: ${await waitsDuring(store, store.mix(later))}`)
  await store.close()
}

if (only !== 'postgres') {
  const dir = mkdtempSync(join(tmpdir(), 'upkeep-'))
  await upkeep('SQLite', { dataDir: dir }, () => Promise.resolve(statSync(join(dir, SQLITE_FILE)).size))
  rmSync(dir, { recursive: true })
}
if (only !== 'sqlite') {
  const server = await startPostgres()
  const databaseUrl = await server.newDatabase()
  whatIsSlow = lookAt(databaseUrl)
  await upkeep('PostgreSQL', { databaseUrl }, async () => {
    const [row] = await query(databaseUrl, 'select pg_database_size(current_database())::float8 as bytes')
    return Number(row?.['bytes'])
  })
  await server.stop()
}
