// The intake is killed (SIGKILL) in the midst of its work, forty times on each database: every request that was answered
// with 201 must be there, once. `npm run test:all` runs it with ten; `tsx tests/drills/kill.ts 40` with as many as are named.
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { bundleServer } from '../../src/commands/bundle-server.ts'
import { makeTeam } from '../../src/core/sealing/index.ts'
import type { LogEntry } from '../../src/intake/log.ts'
import { openStore, type Where } from '../../src/intake/store/open-store.ts'
import { startPostgres } from '../intake/postgres.ts'
import { everyRequest, request } from '../intake/store/builders.ts'

const kills = Number(process.argv[2] ?? 10)
const CALLERS = 16
const root = resolve(import.meta.dirname, '../..')
const dir = mkdtempSync(join(tmpdir(), 'kill-'))
/** Beside SQLite's compiled part; a bundle starts in a tenth of the time. */
const built = join(root, 'node_modules/.cache/kill')

async function killOften(name: string, where: Where, env: Record<string, string>): Promise<void> {
  const accepted: string[] = []
  const sent = new Set<string>()
  for (let round = 0; round < kills; round++) {
    const child = spawn(process.execPath, [join(built, 'server.mjs')], {
      env: {
        PATH: process.env['PATH'],
        KEYS_FILE: join(dir, 'keys.json'),
        PORT: '0',
        TRUST_PROXY: '1',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    const enough = accepted.length + randomInt(5, 80)
    const caller = async (port: string, n: number): Promise<void> => {
      for (let i = 0; ; i++) {
        const body = request()
        sent.add(body.id)
        const answer = await fetch(`http://127.0.0.1:${port}/api/requests`, {
          method: 'POST',
          // Each from a network of its own, as our proxy would say, so that no limit stands in the way.
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${round}.${n}.${i}` },
          body: JSON.stringify(body),
        }).catch(() => null)
        if (answer === null) return // killed under our hands: the phone would try again
        if (answer.status !== 201) throw new Error(`answered with ${answer.status}`)
        accepted.push(body.id)
        if (accepted.length >= enough) child.kill('SIGKILL')
      }
    }
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as LogEntry
      // A rewriting is under way at each start, so it is cut off by most kills, and done again.
      if (said.event === 'broken' && said.error !== 'StoreFault MIX_CUT_OFF') console.log(line)
      if (said.event !== 'started') continue
      const { port } = new URL(said.address)
      await Promise.all(Array.from({ length: CALLERS }, (_, n) => caller(port, n)))
    }
    await ended
  }
  const store = await openStore(where)
  const there = (await everyRequest(store)).map(one => one.id)
  await store.close()
  const kept = new Set(there)
  const lost = accepted.filter(id => !kept.has(id)).length
  const unknown = there.filter(id => !sent.has(id)).length
  console.log(
    `${name}: killed ${kills} times; ${accepted.length} accepted, ${lost} lost, ` +
      `${there.length - kept.size} twice, ${there.length - accepted.length} stored without an answer`,
  )
  if (lost > 0 || unknown > 0 || there.length !== kept.size || accepted.length < kills * 5)
    process.exitCode = 1
}

try {
  const { recipients, team } = await makeTeam()
  const [recipient, recovery] = recipients
  const epochs = [{ epoch: 1, recipient, recovery, signer: team.signer, since: '2026-01-01' }]
  const keys = { v: 2, demo: true, recipients: [recipient, recovery], epochs, members: [] }
  writeFileSync(join(dir, 'keys.json'), JSON.stringify(keys))
  await bundleServer(built, join(root, 'tests/intake/http/child.ts'))
  await killOften('SQLite', { dataDir: dir }, { INTAKE_DATA: dir })
  const server = await startPostgres()
  const databaseUrl = await server.newDatabase()
  await killOften('PostgreSQL', { databaseUrl }, { DATABASE_URL: databaseUrl })
  await server.stop()
} finally {
  rmSync(dir, { recursive: true, force: true })
  rmSync(built, { recursive: true, force: true })
}
