import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { municipality } from '#municipality'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { runCommand } from '../../src/commands/run.ts'
import { parseConfig } from '../../src/intake/settings/config.ts'
import { whyNotListening } from '../../src/intake/http/listen.ts'
import { startIntake } from '../../src/intake/start.ts'

let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'refusals-'))
  await makeKeys(dir, 'Demo', true)
  await writeFile(join(dir, 'not-a-folder'), '')
  await writeFile(join(dir, 'intake.sqlite'), 'somebody else’s'.repeat(100))
  return () => rm(dir, { recursive: true, force: true })
})

/** What a start with these settings prints as it ends with 1; what is thrown past it would be a stack. */
async function refusal(env: Record<string, string>): Promise<string[]> {
  const data = await mkdtemp(join(tmpdir(), 'refusals-data-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    await runCommand(async () => {
      const config = parseConfig({ INTAKE_DATA: data, KEYS_FILE: join(dir, 'keys.json'), PORT: '0', ...env })
      await startIntake({ config, required: municipality.required, site: null, log: () => undefined })
    })
    expect(process.exitCode).toBe(1)
    return printed.mock.calls.map(([line]) => String(line))
  } finally {
    process.exitCode = 0
    printed.mockRestore()
  }
}

test.each(['PORT', 'METRICS_PORT'])('a %s that another program has is named in a sentence', async setting => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = address !== null && typeof address === 'object' ? String(address.port) : ''
  expect(await refusal({ [setting]: port })).toEqual([
    `${setting} is ${port}, where another program already listens: end that one, or set another ${setting}. (EADDRINUSE)`,
  ])
})

test.each([
  [{ HOST: '203.0.113.7' }, 'HOST is 203.0.113.7, which is no address of this machine. (EADDRNOTAVAIL)'],
  [
    { HOST: 'no.such.invalid' },
    /^HOST is no\.such\.invalid, which is no address of this machine\. \(E\w+\)$/,
  ],
  [
    { INTAKE_DATA: '/nowhere/at/all' },
    'INTAKE_DATA must name an existing folder that this program may write in. (ENOENT)',
  ],
  [
    { DATABASE_URL: 'postgres://alva:secret@127.0.0.1:1/db' },
    'DATABASE_URL does not lead to a PostgreSQL database that lets us in. (ECONNREFUSED)',
  ],
  [
    { DATABASE_URL: 'postgres://alva:se/cret@127.0.0.1:1/db' },
    /^DATABASE_URL does not lead to a PostgreSQL database that lets us in\./,
  ],
  [{ KEYS_FILE: '/nowhere' }, 'KEYS_FILE must name a readable JSON file made by "npm run keys". (ENOENT)'],
])('%j: one sentence that names it, and no stack', async (env, sentence) => {
  const printed = await refusal(env)
  expect(printed).toHaveLength(1)
  expect(printed[0]).toMatch(sentence)
  expect(String(printed)).not.toMatch(/se\/?cret/)
})

test('a folder with a database that does not open says what to do', async () => {
  expect(await refusal({ INTAKE_DATA: dir })).toEqual([
    'INTAKE_DATA holds a database that is damaged: keep the files, and put back the last backup as docs/operations.md says. (ERR_SQLITE_ERROR)',
  ])
  expect(await refusal({ INTAKE_DATA: join(dir, 'not-a-folder') })).toEqual([
    'INTAKE_DATA must name an existing folder that this program may write in.',
  ])
})

test('a port one must be root for is named in a sentence, and a fault of ours stays one', () => {
  const refused = (code: string): Error => Object.assign(new Error(`listen ${code}`), { code })
  const place = { port: 80, host: 'no.such.host' }
  expect(whyNotListening(refused('EACCES'), place).message).toMatch(/^PORT is 80, where .* above 1023\.$/)
  expect(whyNotListening(refused('ENOTFOUND'), place).message).toMatch(/^HOST is no\.such\.host, which/)
  const ours = new TypeError('x is undefined')
  expect(whyNotListening(ours, place)).toBe(ours)
})
