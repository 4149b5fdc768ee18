import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSnapshot } from '../../../src/intake/backup/snapshot.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { CITIZENS_TABLES } from '../../../src/intake/store/schema.ts'
import { query, startPostgres, type TestPostgres } from '../postgres.ts'
import { at, booking, everyRequest, publish, request, sealed } from './builders.ts'

let server: TestPostgres
let url = ''
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server.stop()
}, 60_000)
beforeEach(async () => {
  url = await server.newDatabase()
})

const day = at('2026-01-10')

/** Enough for tables that are not rewritten in one piece: 450 requests with a message each, over 4 MB both. */
async function fill(): Promise<void> {
  const sealed = (n: string) =>
    `(select decode(string_agg(md5(${n} || 'x' || part), ''), 'hex') from generate_series(1, 640) part)`
  await query(
    url,
    `insert into mailboxes select 'box-' || n, '2026-01-10', 0, 0, 0 from generate_series(1, 450) n;
     insert into requests select gen_random_uuid()::text, 'box-' || n, '', ${sealed('n')}, '2026-01-10', 'new',
       '2026-01-10', '2026-01-10' from generate_series(1, 450) n;
     insert into messages (id, mailbox, content, sealed, on_day) select gen_random_uuid()::text, 'box-' || n, '',
       ${sealed("'m' || n")}, '2026-01-10' from generate_series(1, 450) n`,
  )
}

/** All by which the tables are known, but for their own numbers. */
async function shape(): Promise<unknown> {
  const tables = CITIZENS_TABLES.map(({ table }) => `'${table}'`).join(',')
  return {
    tables: await query(
      url,
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    ),
    functions: await query(url, `select proname from pg_proc where pronamespace = 'public'::regnamespace`),
    triggers: await query(url, 'select tgname from pg_trigger where not tgisinternal'),
    indexes: await query(
      url,
      `select indexname, indexdef from pg_indexes where tablename in (${tables}) order by 1`,
    ),
    constraints: await query(
      url,
      `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
       where conrelid::regclass::text in (${tables}) order by 1, 2`,
    ),
    columns: await query(
      url,
      `select table_name, column_name, ordinal_position, data_type, is_nullable, column_default
       from information_schema.columns where table_name in (${tables}) order by 1, 3`,
    ),
    rights: await query(
      url,
      `select table_name, grantee, privilege_type from information_schema.role_table_grants
       where table_name in (${tables}) order by 1, 2, 3`,
    ),
  }
}

const numberOf = (table: string) => query(url, `select '${table}'::regclass::oid as number`)

describe('A large table in PostgreSQL', { timeout: 120_000 }, () => {
  it('is written anew beside the one in use: all else stays as it is, nothing changed meanwhile is lost', async () => {
    const store = await openStore({ databaseUrl: url })
    const times = await publish(store, 'adult-talk', 20, 50)
    await fill()
    await query(url, 'grant select on requests to pg_monitor; grant insert, select on mailboxes to public')
    const before = {
      shape: await shape(),
      requests: await numberOf('requests'),
      mailboxes: await numberOf('mailboxes'),
    }

    const [live, gone] = [new Map<string, number>(), new Set<string>()]
    const progress = { isOver: false }
    const caller = async () => {
      for (let n = 0; !progress.isOver; n++) {
        const post = request([times[n % times.length]!])
        await store.acceptRequest(post, day)
        live.set(post.id, 0)
        await store.addMessage(post.mailbox, { id: randomUUID(), sealed: sealed() }, day)
        await store.addReply(post.id, { id: randomUUID(), sealed: sealed() }, day)
        await store.addNote(post.id, { id: randomUUID(), sealed: sealed() }, day)
        live.set(post.id, 2)
        const talk = booking([times[(n + 1) % times.length]!])
        await store.book(post.mailbox, talk, day)
        await store.cancelBooking(post.mailbox, talk.id, day)
        await wait(5)
        if (n % 3 !== 0) continue
        await store.withdraw(post.mailbox, day)
        live.delete(post.id)
        gone.add(post.id)
      }
    }
    const callers = Array.from({ length: 4 }, caller)
    await store.mix(day)
    await store.mix({ ...day, now: day.now + 3_600_000 })
    progress.isOver = true
    await Promise.all(callers)

    expect(await numberOf('requests')).not.toEqual(before.requests) // another table, or nothing is shown
    expect(await shape()).toEqual(before.shape)
    const there = new Map((await everyRequest(store)).map(one => [one.id, one]))
    expect([...gone].filter(id => there.has(id))).toEqual([])
    for (const [id, messages] of live) {
      expect(there.get(id), 'an accepted request').toBeDefined()
      expect(there.get(id)?.messages, 'its messages').toHaveLength(messages)
      expect(there.get(id)?.notes).toHaveLength(1)
    }
    expect(there.size).toBe(450 + live.size)
    expect(live.size).toBeGreaterThan(10)
    expect(gone.size).toBeGreaterThan(3)
    await store.close()
  })

  it('holds nothing of what was withdrawn, and no order of arrival, also after a rewriting that was cut off', async () => {
    // Transactions that say nothing for long are ended by this server; ours waits for the whole rewriting.
    await query(
      url,
      `alter database ${new URL(url).pathname.slice(1)} set idle_in_transaction_session_timeout = '500ms'`,
    )
    const store = await openStore({ databaseUrl: url })
    const arrived: string[] = []
    await fill()
    for (let n = 0; n < 30; n++) {
      const post = request()
      await store.acceptRequest(post, day)
      arrived.push(post.id)
    }
    const post = request()
    await store.acceptRequest(post, day)
    await store.withdraw(post.mailbox, day)
    await query(
      url,
      `create table requests_anew (id text); create table requests_changed (key text);
       create function requests_changing() returns trigger language plpgsql as 'begin return null; end';
       create trigger requests_changing after insert on requests for each row execute function requests_changing()`,
    )
    await store.mix(day)
    const files = await tableFiles()
    const mark = Buffer.from(post.sealed, 'base64url').subarray(4000, 4040)
    expect([mark, post.id, post.mailbox].map(trace => files.includes(trace))).toEqual([false, false, false])
    const rows = await query(url, `select id from requests order by ctid`)
    const ids = rows.map(row => String(row['id']))
    expect(ids.filter(id => arrived.includes(id))).toEqual([...arrived].sort())
    expect(ids).toHaveLength(480)
    await store.close()
  })

  it('stays as it is when somebody holds it for long', async () => {
    const store = await openStore({ databaseUrl: url })
    await fill()
    const before = await numberOf('requests')
    const reading = query(url, `begin; select count(*) from requests; select pg_sleep(10); commit`)
    // Begun on a connection of its own, which may come late: it sleeps once it holds the table.
    await expect
      .poll(() => query(url, `select 1 from pg_stat_activity where wait_event = 'PgSleep'`), {
        timeout: 9_000,
      })
      .toHaveLength(1)
    await expect(store.mix(day)).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    await reading
    expect(await numberOf('requests')).toEqual(before)
    await store.close()
  })
})

describe('A backup of PostgreSQL', { timeout: 60_000 }, () => {
  it('holds every table before it reads the first, so that none changes under it', async () => {
    await (await openStore({ databaseUrl: url })).close()
    const held = await readSnapshot({ databaseUrl: url }, async () => {
      const rows = await query(
        url,
        `select relation::regclass::text as name from pg_locks where mode = 'AccessShareLock' and locktype = 'relation'`,
      )
      return rows.map(row => row['name'])
    })
    expect(held).toEqual(expect.arrayContaining(CITIZENS_TABLES.map(({ table }) => table)))
  })
})

async function tableFiles(): Promise<Buffer> {
  await query(url, 'checkpoint')
  const [database] = await query(url, 'select oid from pg_database where datname = current_database()')
  const copy = mkdtempSync(join(tmpdir(), 'pg-files-'))
  try {
    cpSync(join(server.dir, 'base', String(database?.['oid'])), copy, { recursive: true })
    return Buffer.concat(readdirSync(copy).map(name => readFileSync(join(copy, name))))
  } finally {
    rmSync(copy, { recursive: true })
  }
}
