import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { expect, onTestFinished, test, vi } from 'vitest'
import { backup } from '../../../src/commands/server/backup.ts'
import { check } from '../../../src/commands/server/check.ts'
import { confirmDay } from '../../../src/commands/server/confirm-day.ts'
import { open } from '../../../src/commands/server/open.ts'
import { restore } from '../../../src/commands/server/restore.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at, everyRequest, request } from '../../intake/store/builders.ts'

const names = ['lyngby', 'mikkelborg'] as const

/** A list of two with a store each, the first one's with a request; what the commands print is kept. */
async function setUp() {
  const dir = await mkdtemp(join(tmpdir(), 'several-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const name of names) await mkdir(join(dir, name), { mode: 0o700 })
  const entries = names.map(name => ({
    name,
    origin: `https://${name}.example.dk`,
    inboxHost: `inbox.${name}.example.dk`,
    keysFile: `${name}.json`,
    siteDir: `${name}-site`,
    data: name,
  }))
  await writeFile(join(dir, 'list.json'), JSON.stringify(entries))
  vi.stubEnv('MUNICIPALITIES', join(dir, 'list.json'))
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    process.exitCode = undefined
  })
  const store = await openStore({ dataDir: join(dir, 'lyngby') })
  const post = request()
  await store.acceptRequest(post, at('2026-01-20'))
  await store.close()
  return { dir, post, printed }
}

test(
  'a backup of one is restored into the one that is named, and into no other',
  { timeout: 60_000 },
  async () => {
    const { dir, post } = await setUp()
    const identity = await generateIdentity()
    await writeFile(join(dir, 'backup.key.txt'), identity)
    await mkdir(join(dir, 'backups'))
    const to = ['--to', join(dir, 'backups'), '--recipient', await identityToRecipient(identity)]
    await backup([...to, '--municipality', 'lyngby'])
    const [file = ''] = await readdir(join(dir, 'backups'))
    const from = [join(dir, 'backups', file), '--identity', join(dir, 'backup.key.txt')]
    await restore([...from, '--erased', 'none', '--municipality', 'mikkelborg'])
    const restored = await openStore({ dataDir: join(dir, 'mikkelborg') })
    expect((await everyRequest(restored)).map(one => one.id)).toEqual([post.id])
    await restored.close()
  },
)

test('a command that names none of the list, or one that is not in it, does nothing', async () => {
  const { dir } = await setUp()
  const identity = await generateIdentity()
  await writeFile(join(dir, 'key.txt'), identity)
  const key = ['--identity', join(dir, 'key.txt')]
  const to = ['--to', dir, '--recipient', await identityToRecipient(identity)]
  const today = at('2026-06-01')
  for (const which of [[], ['--municipality', 'taarbaek']]) {
    await expect(backup([...to, ...which])).rejects.toThrow('lyngby, mikkelborg')
    await expect(restore(['no.age', '--erased', 'none', ...key, ...which])).rejects.toThrow(
      'lyngby, mikkelborg',
    )
    await expect(open(['--request', 'x', ...key, ...which])).rejects.toThrow('lyngby, mikkelborg')
    await expect(confirmDay(['2026-06-01', ...which], today.now)).rejects.toThrow('lyngby, mikkelborg')
  }
  vi.stubEnv('MUNICIPALITIES', '')
  await expect(backup([...to, '--municipality', 'lyngby'])).rejects.toThrow('set MUNICIPALITIES')
})

test('the check names what is wrong with each of them', async () => {
  const { printed } = await setUp()
  await check([])
  for (const name of names) expect(printed.join('\n')).toMatch(new RegExp(`^${name}: .*KEYS_FILE`, 'm'))
  expect(process.exitCode).toBe(1)
})
