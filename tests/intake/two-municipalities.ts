import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SEALED_BYTES } from '../../src/core/contract/index.ts'
import { readKeyFile } from '../../src/core/sealing/index.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { hashToken } from '../../src/core/sealing/hash-token.ts'
import { readMunicipalities } from '../../src/intake/settings/municipalities.ts'
import { readTeam } from '../../src/intake/staff/team.ts'
import { startSeveral } from '../../src/intake/start-several.ts'
import { builtSite } from './http/built-site.ts'

/** Of each of them. */
export const made = Promise.all(['Alva', 'Bo'].map(keysOf))
export const names = ['lyngby', 'mikkelborg'] as const

/** A keys file as `npm run keys` makes it, its fingerprint, and the leader's key. */
async function keysOf(leader: string) {
  const dir = await mkdtemp(join(tmpdir(), 'several-keys-'))
  try {
    const { keyFile } = await makeKeys(dir, leader, false)
    const file = join(dir, 'keys.json')
    const key = readKeyFile(await readFile(keyFile, 'utf8'))
    return { key, text: await readFile(file, 'utf8'), fingerprint: (await readTeam(file)).fingerprint }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type Change = (entries: Record<string, string | undefined>[], dir: string) => void | Promise<void>

type SetUp = {
  readonly dir: string
  readonly file: string
  readonly entries: Record<string, string>[]
  readonly env: Record<'PORT' | 'TRUST_PROXY' | 'NODE_ENV', string>
}

/** Two municipalities as an operator would set them up: folders, keys, pages and one list. */
export async function setUp(change: Change = () => undefined): Promise<SetUp> {
  const dir = await mkdtemp(join(tmpdir(), 'several-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const keys = await made
  const entries: Record<string, string>[] = []
  for (const [n, name] of names.entries()) {
    const { text, fingerprint } = keys[n] ?? { text: '', fingerprint: '' }
    await mkdir(join(dir, name))
    await writeFile(join(dir, `${name}.json`), text)
    entries.push({
      name,
      origin: `https://${name}.example.dk`,
      inboxHost: `inbox.${name}.example.dk`,
      keysFile: `${name}.json`,
      siteDir: await builtSite({ fingerprint, demo: false, origin: `https://${name}.example.dk` }),
      data: name,
    })
  }
  await change(entries, dir)
  const file = join(dir, 'municipalities.json')
  await writeFile(file, JSON.stringify(entries))
  return { dir, file, entries, env: { PORT: '0', TRUST_PROXY: '1', NODE_ENV: 'test' } }
}

type Call = (
  host: string,
  path: string,
  options?: { body?: object; headers?: Record<string, string> },
) => Promise<{ status: number; text: string }>
type Started = {
  readonly call: Call
  readonly log: object[]
  readonly dir: string
  readonly running: Awaited<ReturnType<typeof startSeveral>>
}

/** Both, started: `call` asks them something, `log` is what they have told. */
export async function start(change?: Change, more: Record<string, string> = {}): Promise<Started> {
  const { dir, file, env } = await setUp(change)
  const log: object[] = []
  const running = await startSeveral(await readMunicipalities(file, { ...env, ...more }), {
    log: entry => log.push(entry),
    againMs: 50,
  })
  onTestFinished(() => running.stop())
  const port = Number(new URL(running.address).port)
  /** A call to a name; `fetch` would not let the test choose `Host`. */
  const call: Call = (host, path, options = {}) =>
    new Promise<{ status: number; text: string }>((done, fail) => {
      const sent = httpRequest(
        {
          port,
          path,
          method: options.body ? 'POST' : 'GET',
          headers: {
            host,
            'x-forwarded-for': '192.0.2.1',
            ...(options.body && { 'content-type': 'application/json' }),
            ...options.headers,
          },
        },
        answer => {
          let text = ''
          answer.on('data', (part: Buffer) => (text += part.toString()))
          answer.on('end', () => {
            done({ status: answer.statusCode ?? 0, text })
          })
        },
      )
      sent.on('error', fail)
      sent.end(options.body && JSON.stringify(options.body))
    })
  return { call, log, dir, running }
}

/** A request as a phone posts it. */
export const post = (token: string): Record<'id' | 'sealed' | 'mailbox', string> => ({
  id: randomUUID(),
  sealed: randomBytes(SEALED_BYTES).toString('base64url'),
  mailbox: hashToken(token),
})
