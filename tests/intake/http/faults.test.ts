import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { type connect, SQLITE_FILE } from '../../../src/intake/store/sqlite-open.ts'
import { query, startPostgres, type TestPostgres } from '../postgres.ts'
import { at, mailboxIn } from '../store/builders.ts'
import { problemOf, requestOf, startTestIntake, token, type TestIntake } from './intake.ts'

/** The connections that stores of this file have to SQLite. */
const connections = vi.hoisted((): DatabaseSyncInstance[] => [])
vi.mock('../../../src/intake/store/sqlite-open.ts', async importOriginal => {
  const original = await importOriginal<{ connect: typeof connect }>()
  const recorded: typeof connect = dataDir => {
    const connection = original.connect(dataDir)
    connections.push(connection)
    return connection
  }
  return { ...original, connect: recorded }
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** What a caller, a load balancer and the log are told while a request comes in. */
async function told({ app, log }: TestIntake) {
  const before = log.length
  const post = await app.inject({ method: 'POST', url: '/api/requests', body: requestOf(token()) })
  const ready = await readyAnew(app)
  const says = log.slice(before).flatMap(entry => ('says' in entry ? [entry.says] : []))
  return { post: post.statusCode, ready: ready.statusCode, problem: problemOf(ready), says }
}

/** `/readyz` past the second for which it keeps an answer. */
async function readyAnew(app: TestIntake['app']) {
  const now = performance.now() + (aged += 2_000)
  const clock = vi.spyOn(performance, 'now').mockReturnValue(now)
  try {
    return await app.inject('/readyz')
  } finally {
    clock.mockRestore()
  }
}
let aged = 0

const refused = { post: 503, ready: 503, problem: 'not-ready' }
const accepted = { post: 201, ready: 200, problem: 'no problem', says: [] }

describe('The embedded database', () => {
  /** An intake and the connection its store has to SQLite. */
  async function withConnection(): Promise<{ intake: TestIntake; connection: DatabaseSyncInstance }> {
    const intake = await startTestIntake()
    return { intake, connection: connections.at(-1)! }
  }

  test('on a full disk accepts nothing, says so, and accepts again when there is room', async () => {
    const { intake, connection } = await withConnection()
    const pages = connection.prepare('PRAGMA page_count').get() as { page_count: number }
    connection.exec(`PRAGMA max_page_count = ${pages.page_count}`)
    const useUp = async () => {
      for (let n = 0; n < 1_000; n++) await mailboxIn(intake.store)
    }
    await expect(useUp()).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(await told(intake)).toEqual({ ...refused, says: [expect.stringContaining('the disk is full')] })
    expect((await intake.app.inject('/api/slots?kind=youth-talk')).statusCode).toBe(200) // reading goes on
    connection.exec('PRAGMA max_page_count = 1000000')
    expect(await told(intake)).toEqual(accepted)
  })

  test('that may only be read accepts nothing, and says so', async () => {
    const { intake, connection } = await withConnection()
    connection.exec('PRAGMA query_only = on')
    expect(await told(intake)).toEqual({
      ...refused,
      says: [expect.stringContaining('the file may only be read')],
    })
    connection.exec('PRAGMA query_only = off')
    expect(await told(intake)).toEqual(accepted)
  })

  test('with damaged pages accepts nothing, says what to do, and does not take it back', async () => {
    const { intake } = await withConnection()
    for (let n = 0; n < 40; n++) await mailboxIn(intake.store)
    await intake.store.withdraw(await mailboxIn(intake.store), at('2026-01-10')) // all of it is in the file now
    const file = join(intake.dataDir, SQLITE_FILE)
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4096) // all pages but the first
    writeFileSync(file, bytes)
    const other = new DatabaseSync(file) // lets the first look at the file again
    other.exec('PRAGMA user_version = 1')
    other.close()
    expect(await told(intake)).toEqual({
      ...refused,
      says: [expect.stringContaining('put back the last backup')],
    })
    expect((await readyAnew(intake.app)).statusCode).toBe(503)
  })

  test('held by another program waits, then says so, and accepts when it lets go', async () => {
    const { intake, connection } = await withConnection()
    const other = new DatabaseSync(join(intake.dataDir, SQLITE_FILE))
    other.exec('BEGIN IMMEDIATE')
    connection.exec('PRAGMA busy_timeout = 10') // not the five seconds of earnest
    expect(await told(intake)).toEqual({
      ...refused,
      says: [expect.stringContaining('another program holds')],
    })
    other.exec('ROLLBACK')
    other.close()
    expect(await told(intake)).toEqual(accepted)
  })
})

describe('PostgreSQL', { timeout: 60_000 }, () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    await server.stop()
  }, 60_000)

  test('that takes nothing in, as a standby does, is not ready and says so, until it does', async () => {
    const databaseUrl = await server.newDatabase()
    const name = new URL(databaseUrl).pathname.slice(1)
    const store = await openStore({ databaseUrl })
    onTestFinished(() => store.close())
    const intake = await startTestIntake({}, { store })
    expect(await told(intake)).toEqual(accepted)
    const becomes = async (isReadOnly: 'on' | 'off') => {
      await query(server.url, `alter database ${name} set default_transaction_read_only = ${isReadOnly}`)
      await query(
        server.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      )
    }
    await becomes('on')
    expect(await told(intake)).toEqual({ ...refused, says: [expect.stringContaining('leads to a standby')] })
    await expect(openStore({ databaseUrl })).rejects.toThrow(/DATABASE_URL leads to a standby/)
    await becomes('off')
    expect(await told(intake)).toEqual(accepted)
  })

  test('does not start where a newer version has been, and says so', async () => {
    const databaseUrl = await server.newDatabase()
    await (await openStore({ databaseUrl })).close()
    await query(databaseUrl, `insert into kysely_migration values ('9999-later', '')`)
    await expect(openStore({ databaseUrl })).rejects.toThrow(
      /DATABASE_URL leads to a database that a newer version/,
    )
  })
})

describe('At the start', () => {
  /** Opens a store as a user who is not root, in a program of its own; gives what it says. */
  function openAsOther(dataDir: string): string {
    const child = fileURLToPath(new URL('../store/open-only.ts', import.meta.url))
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', child, dataDir], {
      ...nobody,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TMPDIR: tmpdir() },
    })
    return stdout + stderr
  }

  function folder(): string {
    const dir = mkdtempSync(join(tmpdir(), 'intake-fault-'))
    onTestFinished(() => {
      chmodSync(dir, 0o700)
      rmSync(dir, { recursive: true })
    })
    return dir
  }

  test('a folder that may not be written is named', () => {
    const dir = folder()
    chmodSync(dir, 0o500)
    expect(openAsOther(dir)).toMatch(
      /^INTAKE_DATA must name an existing folder that this program may write in/,
    )
  })

  test('a file of another user is told from one that does not open', async () => {
    const dir = folder()
    await (await openStore({ dataDir: dir })).close()
    const { uid } = statSync(join(dir, SQLITE_FILE))
    vi.spyOn(process, 'getuid').mockReturnValue(uid + 1)
    await expect(openStore({ dataDir: dir })).rejects.toThrow(
      /INTAKE_DATA holds intake.sqlite of another user: .*chown/,
    )
  })

  test('a file of ours that may not be read is told by its mode', async () => {
    const dir = folder()
    await (await openStore({ dataDir: dir })).close()
    const file = join(dir, SQLITE_FILE)
    chmodSync(file, 0)
    if (process.getuid?.() === 0) for (const one of [dir, file]) chownSync(one, 65534, 65534)
    expect(openAsOther(dir)).toMatch(/^INTAKE_DATA holds a database that this program may not open and write/)
  })
})
