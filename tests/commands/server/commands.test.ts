import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { Encrypter, generateHybridIdentity, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { Refused } from '../../../src/commands/run.ts'
import { backup } from '../../../src/commands/server/backup.ts'
import { open } from '../../../src/commands/server/open.ts'
import { restore } from '../../../src/commands/server/restore.ts'
import { verify } from '../../../src/commands/server/verify.ts'
import { lockKey, makeMember, makePassphrase } from '../../../src/core/sealing/index.ts'
import { faultsOf } from '../../../src/intake/readiness/check.ts'
import { readConfig } from '../../../src/intake/settings/config.ts'
import { notesOf } from '../../../src/intake/readiness/notes.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at, everyRequest, request } from '../../intake/store/builders.ts'

const root = resolve(import.meta.dirname, '../../..')

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'server-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

const commands = { backup, restore, open, verify }

/** One command of the server with settings of its own; gives what it printed. */
async function run(
  name: keyof typeof commands,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line))
  for (const [setting, value] of Object.entries(env)) vi.stubEnv(setting, value)
  try {
    await commands[name](args)
  } finally {
    log.mockRestore()
    vi.unstubAllEnvs()
  }
  return printed.join('\n')
}

test('a backup, then everything lost, then a restore on an empty machine', { timeout: 60_000 }, async () => {
  const [data, backups, empty] = [await folder(), await folder(), await folder()]
  const identity = await generateIdentity()
  const keyFile = join(await folder(), 'backup.key.txt')
  await writeFile(keyFile, `# made for a test\n${identity}\n`)
  const store = await openStore({ dataDir: data })
  const post = request()
  await store.acceptRequest(post, at('2026-01-20'))

  const env = { INTAKE_DATA: data, BACKUP_RECIPIENT: await identityToRecipient(identity) }
  for (let made = 0; made < 2; made++) {
    await wait(1_100 * made) // a backup is named after its second
    expect(await run('backup', ['--to', backups, '--keep', '1'], env)).toContain('requests: 1')
  }
  const files = await readdir(backups)
  expect(files).toHaveLength(1)
  await store.close()
  await rm(data, { recursive: true })

  const file = join(backups, files[0] ?? '')
  const from = [file, '--identity', keyFile]
  await expect(run('restore', from, { INTAKE_DATA: empty })).rejects.toThrow('--erased must name')
  const older = join(backups, 'erased-20260101T000000Z.age')
  await expect(run('restore', [...from, '--erased', older], { INTAKE_DATA: empty })).rejects.toThrow(
    'is older than',
  )
  expect(await readdir(empty)).toEqual([])
  const said = await run('restore', [...from, '--erased', 'none'], { INTAKE_DATA: empty })
  expect(said).toContain('What people withdrew since the backup is back.')
  expect(said).toContain('The team is as it was')
  expect(said).toContain('counts as that of the last sweep')
  const restored = await openStore({ dataDir: empty })
  onTestFinished(() => restored.close())
  expect((await everyRequest(restored)).map(one => one.id)).toEqual([post.id])
})

test(
  'a stored request opens by its id with the recovery key and the library alone',
  { timeout: 30_000 },
  async () => {
    const data = await folder()
    const identity = await generateHybridIdentity()
    const keyFile = join(data, 'recovery.key.txt')
    await writeFile(keyFile, `${identity}\n`)
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(identity))
    const sealed = await encrypter.encrypt('{"v":2}' + ' '.repeat(100))
    const post = { ...request(), sealed: Buffer.from(sealed).toString('base64url') }
    const store = await openStore({ dataDir: data })
    await store.acceptRequest(post, at('2026-01-20'))
    await store.close()

    const opened = await run('open', ['--request', post.id, '--identity', keyFile], { INTAKE_DATA: data })
    expect(opened).toBe('{"v":2}')
    const file = join(data, 'one.age')
    await writeFile(file, sealed)
    expect(await run('open', [file, '--identity', keyFile])).toEqual(opened)
  },
)

describe('a key file that is locked with six words', () => {
  const words = makePassphrase()
  let keyFile: string
  let sealed: string
  beforeEach(async () => {
    const dir = await folder()
    const { key } = await makeMember('Alva')
    keyFile = join(dir, 'alva.key.json')
    sealed = join(dir, 'one.age')
    await writeFile(keyFile, JSON.stringify(await lockKey(key, words)))
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(key.identity))
    await writeFile(sealed, await encrypter.encrypt('{"v":2}'))
  })
  const type = (line: string): void => {
    const typed = Readable.from([`${line}\n`]) as unknown as typeof process.stdin
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(typed)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => {
      vi.restoreAllMocks()
    })
  }

  test('opens with them, as the recovery key does', async () => {
    type(words)
    expect(await run('open', [sealed, '--identity', keyFile])).toBe('{"v":2}')
  })

  test('is refused with others', async () => {
    type(makePassphrase())
    await expect(run('open', [sealed, '--identity', keyFile])).rejects.toThrow(
      'Those are not the six words of this key file.',
    )
  })
})

test.each<[keyof typeof commands, string[], string]>([
  ['backup', [], 'backup --to FOLDER'],
  ['backup', ['--to', '/'], 'BACKUP_RECIPIENT'],
  ['backup', ['--to', '/', '--recipient', 'age1tooshort'], 'begins like an age recipient and is none'],
  ['restore', [], 'restore FILE'],
  ['restore', ['x'], '--identity KEYFILE'],
  ['open', ['x', '--identity', join(root, 'package.json')], 'holds no age identity'],
  ['verify', ['http://localhost:1'], 'verify URL'],
  ['verify', ['http://localhost:1', '--release', '/nowhere'], 'must name the folder of a release'],
])('%s %j says what is missing', async (name, args, sentence) => {
  await expect(run(name, args)).rejects.toThrow(Refused)
  await expect(run(name, args)).rejects.toThrow(sentence)
})

test('the check names each fault around the settings, and what to do', async () => {
  const dir = await folder()
  const data = join(dir, 'data')
  await mkdir(data)
  await chmod(data, 0o755)
  const { config, problems } = readConfig({ INTAKE_DATA: data, SITE_DIR: join(dir, 'site') })
  const faults = await faultsOf(config, problems)
  expect(faults.map(fault => fault.split(' ')[0])).toEqual(['KEYS_FILE', 'SITE_DIR', 'INTAKE_DATA'])
  expect(faults[2]).toContain('chmod 700')
})

/** For snak.example.dk and indbakke.example.dk, of a day in November 2026: it has ended, or is about to. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBvTCCAWKgAwIBAgIUBMKfrGJujOUBxdcopLfZpRpFDAIwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPc25hay5leGFtcGxlLmRrMB4XDTI2MTEyNzAzNTc0MFoXDTI2
MTEyODAzNTc0MFowGjEYMBYGA1UEAwwPc25hay5leGFtcGxlLmRrMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAE3x5nqxTywU5ET22AreKGQp70GXZ+GX4Z6wXuakZx
OoxZv+xTSQwN0BfDkq+e9aDyAsifYxUlWmqfJI7aZCzq9aOBhTCBgjAdBgNVHQ4E
FgQU+g5bhihGSAU3KvIwDG7ziHIlDDcwHwYDVR0jBBgwFoAU+g5bhihGSAU3KvIw
DG7ziHIlDDcwDwYDVR0TAQH/BAUwAwEB/zAvBgNVHREEKDAmgg9zbmFrLmV4YW1w
bGUuZGuCE2luZGJha2tlLmV4YW1wbGUuZGswCgYIKoZIzj0EAwIDSQAwRgIhAPPZ
JczYRRucNPQmcuPcxaw4SR4h3zvv0pcO+mcnnVVTAiEA/RhSdEaIkA935WfSMLSc
1T3hlpNd6wvmol8pAQd+pr4=
-----END CERTIFICATE-----`

test('a certificate that is not as it must be is a note, so that the service starts again', async () => {
  const dir = await folder()
  const file = join(dir, 'cert.pem')
  await writeFile(file, CERTIFICATE)
  await writeFile(join(dir, 'other.pem'), 'none')
  const of = async (path: string | null, inboxHost = 'indbakke.example.dk'): Promise<string[]> => {
    const env = { INTAKE_DATA: dir, ORIGIN: 'https://snak.example.dk', INBOX_HOST: inboxHost }
    return notesOf(readConfig(env).config, path, { free: () => Promise.resolve(2 ** 40) })
  }
  const ends = expect.stringMatching(/^TLS_CERTIFICATE ends on .+: renew it\.$/) as string
  expect(await of(file)).toEqual([ends])
  expect(await of(file, 'andet.example.dk')).toEqual(['TLS_CERTIFICATE is not for andet.example.dk.', ends])
  for (const path of ['none.pem', 'other.pem'])
    expect(await of(join(dir, path))).toEqual([
      expect.stringContaining('no certificate that this user may read'),
    ])
  expect(await of(null)).toEqual([])
})

test('a damaged store and one of a newer version are told apart', async () => {
  const dir = await folder()
  const look = async (): Promise<string[]> => {
    const { config } = readConfig({ INTAKE_DATA: dir, SITE_DIR: dir })
    return (await faultsOf(config, [])).filter(fault => fault.startsWith('INTAKE_DATA'))
  }
  await (await openStore({ dataDir: dir })).close()
  expect(await look()).toEqual([])
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const database = new DatabaseSync(join(dir, 'intake.sqlite'))
  database.exec("insert into kysely_migration values ('9999-next', '2030-01-01')")
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  expect(await look()).toEqual([expect.stringContaining('made by a newer version (9999-next)')])
  const file = join(dir, 'intake.sqlite')
  const bytes = await readFile(file)
  bytes.fill(0xff, 4096, 4096 * 6)
  await writeFile(file, bytes)
  expect(await look()).toEqual([expect.stringContaining('damaged')])
})
