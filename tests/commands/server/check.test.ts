import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { check } from '../../../src/commands/server/check.ts'
import { makeKeys } from '../../../src/commands/team-keys.ts'
import { readSnapshot, schemaOf } from '../../../src/intake/backup/snapshot.ts'
import { faultsOf } from '../../../src/intake/readiness/check.ts'
import { readConfig } from '../../../src/intake/settings/config.ts'
import { notesOf, notesOfBackup } from '../../../src/intake/readiness/notes.ts'
import { keptTeam } from '../../../src/intake/staff/team-book.ts'
import { readTeam } from '../../../src/intake/staff/team.ts'
import { openStore, type Where } from '../../../src/intake/store/open-store.ts'
import { builtSite } from '../../intake/http/built-site.ts'
import { query, startPostgres, type TestPostgres } from '../../intake/postgres.ts'

let server: TestPostgres
let keys: string
let site: string
beforeAll(async () => {
  server = await startPostgres()
  keys = await mkdtemp(join(tmpdir(), 'check-keys-'))
  for (const name of ['alva', 'bo']) await makeKeys(join(keys, name), name, false)
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(keys, { recursive: true, force: true })
}, 60_000)

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'check-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** A keys file and pages that belong together: what is wrong is then wrong with the store. */
async function settings(leader = 'alva'): Promise<Record<string, string>> {
  const file = join(keys, leader, 'keys.json')
  site = await builtSite({ fingerprint: (await readTeam(file)).fingerprint, demo: false })
  return { KEYS_FILE: file, SITE_DIR: site }
}

async function faultsWith(env: Record<string, string>, leader?: string): Promise<string[]> {
  const { config, problems } = readConfig({ ...(await settings(leader)), ...env })
  return faultsOf(config, problems)
}

const stores: readonly [string, () => Promise<{ where: Where; env: Record<string, string> }>][] = [
  [
    'SQLite',
    async () => {
      const dataDir = await folder()
      return { where: { dataDir }, env: { INTAKE_DATA: dataDir } }
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const databaseUrl = await server.newDatabase()
      return { where: { databaseUrl }, env: { DATABASE_URL: databaseUrl } }
    },
  ],
]

describe.each(stores)('the check of %s', (_name, place) => {
  test('finds nothing wrong with a store that is new, begun, or of the keys file’s team', async () => {
    const { where, env } = await place()
    expect(await faultsWith(env)).toEqual([])
    const store = await openStore(where)
    onTestFinished(() => store.close())
    expect(await faultsWith(env)).toEqual([])
    await keptTeam(store, await readTeam(join(keys, 'alva', 'keys.json')))
    expect(await faultsWith(env)).toEqual([])
  })

  test('says before a start that the store is another team’s', async () => {
    const { where, env } = await place()
    const store = await openStore(where)
    onTestFinished(() => store.close())
    await keptTeam(store, await readTeam(join(keys, 'alva', 'keys.json')))
    expect(await faultsWith(env, 'bo')).toEqual([
      expect.stringMatching(/^KEYS_FILE is of another team than the store/),
    ])
    const unsigned = join(await folder(), 'keys.json')
    const file = JSON.parse(await readFile(join(keys, 'alva', 'keys.json'), 'utf8')) as object
    await writeFile(unsigned, JSON.stringify({ ...file, list: undefined }))
    expect(await faultsWith({ ...env, KEYS_FILE: unsigned })).toEqual([
      expect.stringMatching(/^KEYS_FILE has no signed list of members/),
    ])
  })
})

test('a store of an older version is no fault: the start brings it up to date', async () => {
  const databaseUrl = await server.newDatabase()
  await (await openStore({ databaseUrl })).close()
  await query(databaseUrl, "drop table notes; delete from kysely_migration where name > '0001-first'")
  expect(await faultsWith({ DATABASE_URL: databaseUrl })).toEqual([])
})

test('a backup of a database without our tables says so', async () => {
  const databaseUrl = await server.newDatabase()
  await expect(readSnapshot({ databaseUrl }, schemaOf)).rejects.toThrow(
    /^DATABASE_URL leads to a database without the tables of this version/,
  )
})

test('a database that does not let us in is never called damaged', async () => {
  const url = await server.newDatabase()
  const changed = async (statement: string) => {
    const other = await server.newDatabase()
    await query(other, `alter database ${new URL(other).pathname.slice(1)} set ${statement}`)
    return other
  }
  const seen: [string, RegExp][] = [
    [
      'postgres://alva:secret@127.0.0.1:1/db',
      /^DATABASE_URL does not lead .+ lets us in\. \(ECONNREFUSED\)$/,
    ],
    [url.replace('test@', 'nobody@'), /^DATABASE_URL .+ refuses this user .+\. \(28000\)$/],
    [url.replace(/\/\w+$/, '/none'), /^DATABASE_URL .+ no database of this name\. \(3D000\)$/],
    ['postgres://a:b@one.invalid,two.invalid/db', /^DATABASE_URL names several servers/],
    [await changed('default_transaction_read_only = on'), /^DATABASE_URL leads to a standby/],
    [
      await changed('synchronous_commit = off'),
      /^DATABASE_URL leads to a database with synchronous_commit off/,
    ],
  ]
  for (const [address, sentence] of seen) {
    const faults = await faultsWith({ DATABASE_URL: address })
    expect(faults, address).toEqual([expect.stringMatching(sentence)])
    expect(faults.join('\n')).not.toMatch(/damaged|restore|secret/)
  }
})

test('a file that is no database of ours is called damaged, by the sentence of the start', async () => {
  const dir = await folder()
  await writeFile(join(dir, 'intake.sqlite'), 'somebody else’s'.repeat(100))
  expect(await faultsWith({ INTAKE_DATA: dir })).toEqual([
    expect.stringMatching(/^INTAKE_DATA holds a database that is damaged: keep the files/),
  ])
})

test('a disk that fills up is a note while there is room, and a fault when there is none', async () => {
  const dir = await folder()
  const { config } = readConfig({ ...(await settings()), INTAKE_DATA: dir })
  const withFree = async (mb: number) => {
    const free = () => Promise.resolve(mb * 1024 ** 2)
    return { faults: await faultsOf(config, [], free), notes: await notesOf(config, null, { free }) }
  }
  expect(await withFree(20)).toEqual({
    faults: [expect.stringContaining('with 20 MB free: make room')],
    notes: [],
  })
  expect(await withFree(60)).toEqual({
    faults: [],
    notes: [expect.stringMatching(/^INTAKE_DATA lies on a disk with 60 MB free/)],
  })
  expect(await withFree(5_000)).toEqual({ faults: [], notes: [] })
})

test('production without a recipient that takes backups is noted, and so is a slip in one', async () => {
  const recipient = await identityToRecipient(await generateIdentity())
  expect(notesOfBackup(undefined, { production: false })).toEqual([])
  expect(notesOfBackup(' ', { production: true })).toEqual([
    expect.stringMatching(/^BACKUP_RECIPIENT is not set: no backup/),
  ])
  for (const bad of [recipient.slice(0, -1), recipient.replace(/.$/, 'b'), 'AGE-SECRET-KEY-1'])
    expect(notesOfBackup(bad, { production: false })).toEqual([
      expect.stringContaining('no backup can be made'),
    ])
  expect(notesOfBackup(recipient, { production: true })).toEqual([])
})

describe('the command', () => {
  /** Runs it for a list of these, each with a store of its own; the bad ones have no pages. */
  async function checked(
    args: string[],
    names: readonly string[],
    bad: readonly string[],
    change: (dir: string, entries: Record<string, string | undefined>[]) => Promise<void> = () =>
      Promise.resolve(),
  ) {
    const dir = await folder()
    const entries: Record<string, string | undefined>[] = []
    for (const [n, name] of names.entries()) {
      await mkdir(join(dir, name), { mode: 0o700 })
      const { KEYS_FILE, SITE_DIR } = await settings(['alva', 'bo'][n])
      entries.push({
        name,
        origin: `https://${name}.example.dk`,
        inboxHost: `inbox.${name}.example.dk`,
        keysFile: KEYS_FILE,
        siteDir: bad.includes(name) ? 'none' : SITE_DIR,
        data: name,
      })
    }
    await change(dir, entries)
    await writeFile(join(dir, 'list.json'), JSON.stringify(entries))
    vi.stubEnv('MUNICIPALITIES', join(dir, 'list.json'))
    const printed: string[] = []
    vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line))
    try {
      await check(args)
      return { code: process.exitCode, said: printed.join('\n') }
    } finally {
      process.exitCode = undefined
      vi.unstubAllEnvs()
      vi.restoreAllMocks()
    }
  }

  test('lets a start go on as long as one of several can start, and tells what is wrong with the other', async () => {
    const { code, said } = await checked([], ['lyngby', 'mikkelborg'], ['mikkelborg'])
    expect(code).toBeUndefined()
    expect(said).toMatch(/^mikkelborg: SITE_DIR must name/m)
    expect(said).toMatch(/^1 to mend; 1 of 2 can start\.$/m)
  })

  test('goes on with the others where a file is something quite else', async () => {
    const { code, said } = await checked([], ['lyngby', 'mikkelborg'], [], async dir => {
      await mkdir(join(dir, 'lyngby', 'intake.sqlite'))
    })
    expect(code).toBeUndefined()
    expect(said).toMatch(/^lyngby: INTAKE_DATA /m)
  })

  test('looks at several at once, so that databases that do not answer keep no start waiting, and tells in turn', async () => {
    // It reads and answers nobody, and hangs up on both as soon as two wait for it at once.
    const waiting = new Set<Socket>()
    let most = 0
    const silent = createServer(socket => {
      most = Math.max(most, waiting.add(socket).size)
      socket.resume().on('error', () => undefined)
      socket.on('end', () => waiting.delete(socket)).on('close', () => waiting.delete(socket))
      if (waiting.size === 2) for (const one of waiting) one.destroy()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => {
      silent.close()
    })
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const { said } = await checked([], ['lyngby', 'mikkelborg'], [], (_dir, entries) => {
      for (const entry of entries) {
        entry['databaseUrl'] = `postgres://a:b@127.0.0.1:${port}/${entry['name']}`
        delete entry['data']
      }
      return Promise.resolve()
    })
    expect(most).toBe(2)
    expect(said).toMatch(/^lyngby: DATABASE_URL .+\nmikkelborg: DATABASE_URL .+$/m)
  })

  test('ends with 1 when none can start, and for people as soon as one cannot', async () => {
    expect((await checked([], ['lyngby'], ['lyngby'])).code).toBe(1)
    expect((await checked(['--strict'], ['lyngby', 'mikkelborg'], ['mikkelborg'])).code).toBe(1)
    expect((await checked(['--strict'], ['lyngby', 'mikkelborg'], [])).code).toBeUndefined()
  })
})
