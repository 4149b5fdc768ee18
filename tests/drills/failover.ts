// A synchronous standby is promoted under load, behind one name that moves; and PgBouncer in transaction mode stands
// in front. Nothing that was accepted may be lost, no program may end. `npm run test:all` runs it; figures are printed.
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, chownSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openStore } from '../../src/intake/store/open-store.ts'
import type { Store } from '../../src/intake/store/store.ts'
import { query, startPostgres } from '../intake/postgres.ts'
import { at, everyRequest, request } from '../intake/store/builders.ts'

const BIN = '/usr/lib/postgresql/15/bin'
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** One name that leads to the server which takes writes: a moved address, as a virtual IP or a proxy is. */
async function nameThatMoves(first: number) {
  let port = first
  const open = new Set<Socket>()
  const listener = createServer(near => {
    const far = connect(port, '127.0.0.1')
    near.pipe(far).pipe(near)
    for (const end of [near, far]) {
      open.add(end)
      end.on('error', () => undefined).on('close', () => open.delete(end))
      end.on('close', () => {
        ;[near, far].forEach(one => one.destroy())
      })
    }
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    moveTo: (next: number) => {
      port = next
      for (const end of open) end.destroy()
    },
    end: () => {
      listener.close()
      for (const end of open) end.destroy()
    },
  }
}

/** Accepts requests with some callers until told to stop; who is refused comes again, as a phone does. */
function load(store: Store, callers: number) {
  const accepted: { id: string; at: number }[] = []
  let refused = 0
  let isOver = false
  const caller = async () => {
    while (!isOver) {
      const post = request()
      await store.acceptRequest(post, at('2026-01-10')).then(
        () => accepted.push({ id: post.id, at: performance.now() }),
        async () => {
          refused++
          await wait(20)
        },
      )
    }
  }
  const all = Promise.all(Array.from({ length: callers }, caller))
  return {
    accepted,
    refused: () => refused,
    end: async () => {
      isOver = true
      await all
    },
  }
}

async function lost(store: Store, accepted: readonly { id: string }[]): Promise<number> {
  const there = new Set((await everyRequest(store)).map(one => one.id))
  return accepted.filter(({ id }) => !there.has(id)).length
}

/** A name that leads to a standby: nothing starts on it, what runs is not ready and says why, and is when it leads back. */
async function whileOnStandby(
  store: Store,
  name: { moveTo(port: number): void },
  { standbyUrl, primary }: { standbyUrl: URL; primary: number },
): Promise<void> {
  const said = (cause: unknown): string => (cause instanceof Error ? cause.message : 'unknown')
  const start = await openStore({ databaseUrl: standbyUrl.href }).then(() => 'started', said)
  name.moveTo(Number(standbyUrl.port))
  const ready = await store.ready().then(() => 'ready', said)
  name.moveTo(primary)
  const back = await store.ready().then(() => 'ready', said)
  console.log(`on a standby: start: ${start}; running: ${ready}; back on the primary: ${back}`)
  if (!start.includes('leads to a standby') || !ready.includes('leads to a standby') || back !== 'ready')
    process.exitCode = 1
}

const portOf = (url: string): number => Number(new URL(url).port)

async function failover(): Promise<void> {
  const primary = await startPostgres()
  const dir = mkdtempSync(join(tmpdir(), 'standby-'))
  if (nobody.uid !== undefined) chownSync(dir, nobody.uid, nobody.gid)
  const databaseUrl = await primary.newDatabase()
  const run = promisify(execFile)
  await run(
    join(BIN, 'pg_basebackup'),
    [
      '-d',
      `${primary.url}?application_name=standby`,
      '-D',
      join(dir, 'data'),
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
    ],
    nobody,
  )
  chmodSync(join(dir, 'data'), 0o700)
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const standbyPort = (probe.address() as AddressInfo).port
  probe.close()
  const standby = spawn(
    join(BIN, 'postgres'),
    ['-D', join(dir, 'data'), '-c', `port=${standbyPort}`, '-c', `unix_socket_directories=${dir}`],
    { ...nobody, stdio: 'ignore' },
  )
  const name = await nameThatMoves(portOf(databaseUrl))
  const address = new URL(databaseUrl)
  address.port = String(name.port)
  try {
    const streaming = `select 1 from pg_stat_replication where state = 'streaming'`
    for (let n = 0; (await query(primary.url, streaming)).length === 0; n++) {
      if (n > 100) throw new Error('the standby does not follow')
      await wait(100)
    }
    await query(primary.url, `alter system set synchronous_standby_names = '*'`)
    await query(primary.url, 'select pg_reload_conf()')
    const store = await openStore({ databaseUrl: address.href })
    const standbyUrl = new URL(databaseUrl)
    standbyUrl.port = String(standbyPort)
    await whileOnStandby(store, name, { standbyUrl, primary: portOf(databaseUrl) })
    const working = load(store, 12)
    await wait(3_000)
    const crashed = performance.now()
    await primary.crash()
    await wait(500)
    await run(join(BIN, 'pg_ctl'), ['promote', '-w', '-D', join(dir, 'data')], nobody)
    const promoted = performance.now()
    name.moveTo(standbyPort)
    await wait(4_000)
    await working.end()
    const first = working.accepted.find(one => one.at > promoted)
    const gone = await lost(store, working.accepted)
    console.log(
      `failover: ${working.accepted.length} accepted, ${gone} lost, ${working.refused()} refused; ` +
        `${Math.round(promoted - crashed)} ms until promoted, first accepted ${first ? Math.round(first.at - promoted) : '-'} ms later`,
    )
    if (gone > 0 || !first) process.exitCode = 1
    await store.close()
  } finally {
    name.end()
    standby.kill('SIGQUIT')
    await once(standby, 'exit')
    rmSync(dir, { recursive: true, force: true })
    await primary.stop()
  }
}

/** Session locks and prepared names do not survive a pooler in transaction mode; starts and calls must not need them. */
async function pooler(): Promise<void> {
  const postgres = await startPostgres()
  const url = new URL(await postgres.newDatabase())
  const dir = mkdtempSync(join(tmpdir(), 'bouncer-'))
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const port = (probe.address() as AddressInfo).port
  probe.close()
  if (nobody.uid !== undefined) chownSync(dir, nobody.uid, nobody.gid)
  writeFileSync(
    join(dir, 'pgbouncer.ini'),
    `[databases]\n* = host=127.0.0.1 port=${url.port}\n[pgbouncer]\nlisten_addr=127.0.0.1\nlisten_port=${port}\n` +
      `unix_socket_dir=\nauth_type=any\npool_mode=transaction\ndefault_pool_size=5\n`.replace(
        'auth_type=any',
        'auth_type=trust\nauth_file=' + join(dir, 'users'),
      ),
  )
  writeFileSync(join(dir, 'users'), '"test" ""\n')
  const bouncer = spawn('/usr/sbin/pgbouncer', [join(dir, 'pgbouncer.ini')], { ...nobody, stdio: 'ignore' })
  url.port = String(port)
  try {
    await wait(500)
    for (let round = 0; round < 3; round++) {
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl: url.href })))
      const working = stores.map(store => load(store, 4))
      await wait(1_500)
      for (const one of working) await one.end()
      const accepted = working.flatMap(one => one.accepted)
      const gone = await lost(stores[0]!, accepted)
      console.log(`pooler: ${accepted.length} accepted, ${gone} lost, started three at once`)
      if (gone > 0 || accepted.length === 0) process.exitCode = 1
      for (const store of stores) await store.close()
    }
    const locks = await query(
      postgres.url,
      `select count(*)::int as left from pg_locks where locktype = 'advisory'`,
    )
    console.log(`pooler: ${String(locks[0]?.['left'])} locks left behind`)
    if (locks[0]?.['left'] !== 0) process.exitCode = 1
  } finally {
    bouncer.kill('SIGQUIT')
    await once(bouncer, 'exit')
    rmSync(dir, { recursive: true, force: true })
    await postgres.stop()
  }
}

for (const program of [join(BIN, 'pg_basebackup'), '/usr/sbin/pgbouncer']) {
  if (!existsSync(program)) throw new Error(`${program} is not there: apt install postgresql pgbouncer`)
}
await failover()
await pooler()
