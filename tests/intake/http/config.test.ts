import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Municipality } from '../../../src/core/facts/types.ts'
import { fingerprint, makeMember, makeTeam } from '../../../src/core/sealing/index.ts'
import { parseConfig, readConfig } from '../../../src/intake/settings/config.ts'
import type { Log } from '../../../src/intake/log.ts'
import type { Running } from '../../../src/intake/listening.ts'
import { startIntake } from '../../../src/intake/start.ts'
import { checkTeam, type TeamFile } from '../../../src/intake/staff/team.ts'
import { builtSite } from './built-site.ts'
import { freePort } from '../../free-port.ts'

const made = Promise.all([makeTeam(), makeMember('Alva')])
const told = { da: 'x', en: 'x' }
const answered: Municipality['required'] = {
  controller: told,
  dataProtectionOfficer: told,
  legalBasis: told,
  recipients: told,
  accessibilityContact: { phone: '0', written: 'x' },
}

async function keys(more: Partial<TeamFile> = {}): Promise<TeamFile> {
  const [{ recipients, team }, { member }] = await made
  const [recipient, recovery] = recipients
  return {
    v: 2,
    demo: false,
    recipients: [recipient, recovery],
    epochs: [{ epoch: 1, recipient, recovery, signer: team.signer, since: '2026-01-01' }],
    members: [{ name: member.name, signing: member.member, recipient: member.recipient, wrapped: [] }],
    ...more,
  }
}

/** Starts a real intake on a folder of its own with these keys and settings. */
async function start(
  file: unknown,
  options: { env?: object; build?: object; required?: typeof answered; log?: Log } = {},
): Promise<Running> {
  const { env = {}, build, required = answered, log = () => undefined } = options
  const dir = await mkdtemp(join(tmpdir(), 'intake-start-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  await writeFile(join(dir, 'keys.json'), typeof file === 'string' ? file : JSON.stringify(file))
  const [made0] = await made
  const built = { fingerprint: fingerprint(made0.recipients, made0.signers), demo: false, ...build }
  const site = await builtSite(built)
  const config = parseConfig({ INTAKE_DATA: dir, SITE_DIR: site, PORT: String(await freePort()), ...env })
  const running = await startIntake({ config, required, log })
  onTestFinished(() => running.stop())
  return running
}

test.each([
  [{}, 'INTAKE_DATA'],
  [{ INTAKE_DATA: '  ' }, 'INTAKE_DATA'],
  [{ INTAKE_DATA: 'd', PORT: '80x' }, 'PORT'],
  [{ INTAKE_DATA: 'd', PORT: '65536' }, 'PORT'],
  [{ INTAKE_DATA: 'd', METRICS_PORT: '8080' }, 'METRICS_PORT'],
  [{ INTAKE_DATA: 'd', TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  [{ INTAKE_DATA: 'd', INBOX_HOST: 'https://x' }, 'INBOX_HOST'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'https://x/' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', PROOF_SECRET: 'short' }, 'PROOF_SECRET'],
  [{ INTAKE_DATA: 'd', SECURITY_CONTACT: 'us' }, 'SECURITY_CONTACT'],
  [{ INTAKE_DATA: 'd', RETENTION_CLOSED_DAYS: '0' }, 'RETENTION_CLOSED_DAYS'],
  [{ INTAKE_DATA: 'd', RETENTION_MAILBOX_DAYS: '-1' }, 'RETENTION_MAILBOX_DAYS'],
  [{ INTAKE_DATA: 'd', UNANSWERED_DAYS: '1.5' }, 'UNANSWERED_DAYS'],
  [{ DATABASE_URL: 'mysql://x', KEYS_FILE: 'k' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://x' }, 'KEYS_FILE'],
  [{ INTAKE_DATA: 'd', NODE_ENV: 'production' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', NODE_ENV: 'production', ORIGIN: 'http://x' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', NODE_ENV: 'production', ORIGIN: 'https://x', TRUST_PROXY: '1' }, 'INBOX_HOST'],
  [{ INTAKE_DATA: 'd', NODE_ENV: 'production', ORIGIN: 'https://x', INBOX_HOST: 'y.x' }, 'TRUST_PROXY'],
  [{ INTAKE_DATA: 'd', NODE_ENV: 'prod' }, 'NODE_ENV'],
  [{ INTAKE_DATA: 'd', NODE_ENV: 'Production' }, 'NODE_ENV'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'https://x:443' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'http://x:80' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'https://x:0443' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'https://x:99999' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'https://x', INBOX_HOST: 'x' }, 'INBOX_HOST'],
  [{ INTAKE_DATA: 'd', INBOX_HOST: 'localhost' }, 'INBOX_HOST'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'https://x:8443', INBOX_HOST: 'inbox.x' }, 'ORIGIN'],
  [{ INTAKE_DATA: 'd', ORIGIN: 'http://x', INBOX_HOST: 'inbox.x' }, 'INBOX_HOST'],
  [{ INTAKE_DATA: 'd', INBOX_HOST: 'inbox.x' }, 'INBOX_HOST'],
  [{ INTAKE_DATA: 'd', NOTIFY_FILE: 'n.json' }, 'SMTP_URL'],
  [{ INTAKE_DATA: 'd', SMTP_URL: 'smtp://x' }, 'NOTIFY_FILE'],
  [{ INTAKE_DATA: 'd', NOTIFY_FILE: 'n.json', SMTP_URL: 'x.dk:25' }, 'SMTP_URL'],
  [{ INTAKE_DATA: 'd', NOTIFY_FILE: 'n.json', SMTP_URL: 'http://x.dk' }, 'SMTP_URL'],
  [{ INTAKE_DATA: 'd', NOTIFY_FILE: 'n.json', SMTP_URL: 'smtp://a@x.dk' }, 'SMTP_URL'],
  [{ INTAKE_DATA: 'd', NOTIFY_FILE: 'n.json', SMTP_URL: 'smtp://a:b@x.dk/?tls=no' }, 'SMTP_URL'],
])('%j stops the start with a sentence that begins with %s', (env, name) => {
  expect(() => parseConfig(env)).toThrow(new RegExp(`^${name} .+\\.$`))
})

test.each([
  { ORIGIN: 'https://x.dk', INBOX_HOST: 'inbox.x.dk' },
  { ORIGIN: 'https://x.dk:8443' },
  { ORIGIN: 'http://localhost:8080', INBOX_HOST: 'inbox.localhost' },
  { INBOX_HOST: '127.0.0.1' },
  { NODE_ENV: 'development' },
  { NODE_ENV: '' },
  // A house whose callers arrive under their own addresses says so.
  { NODE_ENV: 'production', ORIGIN: 'https://x.dk', INBOX_HOST: 'inbox.x.dk', TRUST_PROXY: '0' },
])('%j is a service one can use', env => {
  expect(parseConfig({ INTAKE_DATA: 'd', ...env })).toMatchObject({ store: { dataDir: 'd' } })
})

test('what is not set has a sensible value', () => {
  expect(parseConfig({ INTAKE_DATA: 'd' })).toEqual({
    port: 8080,
    metricsPort: null,
    host: '127.0.0.1',
    store: { dataDir: 'd' },
    keysFile: join('d', 'keys.json'),
    siteDir: join('dist', 'site'),
    trustProxy: 0,
    inboxHost: null,
    origin: null,
    proofSecret: null,
    securityContact: null,
    notices: null,
    production: false,
    retention: { closedDays: 30, junkDays: 14, mailboxDays: 90, erasedDays: 90, unansweredDays: 2 },
  })
})

test('it starts, serves, and says where', async () => {
  const port = await freePort()
  const running = await start(await keys(), { env: { PORT: String(port) } })
  expect(running.address).toBe(`http://127.0.0.1:${port}`)
  expect(await (await fetch(`${running.address}/voksne`)).text()).toContain('voksne')
  expect((await fetch(`${running.address}/readyz`)).status).toBe(200)
})

test('it takes requests before it erases, and whatever comes of that', async () => {
  const said: string[] = []
  await start(await keys(), { log: entry => said.push(entry.event) })
  await expect.poll(() => said).toEqual(['started', 'swept'])
})

test('keys that are missing, broken or at odds with themselves stop the start', async () => {
  const good = await keys()
  await expect(start('{')).rejects.toThrow(/^KEYS_FILE must name a readable JSON file/)
  await expect(start({ ...good, v: 1 })).rejects.toThrow(/^KEYS_FILE .* look at "v"\.$/)
  const classic = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
  await expect(start({ ...good, recipients: [good.recipients[0], classic] })).rejects.toThrow(
    /"recipients\.1"/,
  )
  const other = (await makeTeam()).recipients
  expect(() => checkTeam({ ...good, recipients: [other[0], other[1]] })).toThrow(
    /newest epoch has other recipients/,
  )
  expect(() => checkTeam({ ...good, members: [...good.members, ...good.members] })).toThrow(
    /same signing key/,
  )
})

const production = {
  NODE_ENV: 'production',
  ORIGIN: 'https://snak.example',
  INBOX_HOST: 'inbox.snak.example',
  TRUST_PROXY: '1',
}

test('pages built for other recipients stop the start', async () => {
  await expect(start(await keys(), { build: { fingerprint: '00'.repeat(32) } })).rejects.toThrow(
    /^KEYS_FILE has other recipients than the pages/,
  )
})

test('pages built for another address, or in production for none, stop the start', async () => {
  const other = { origin: 'https://other.example' }
  await expect(start(await keys(), { env: production, build: other })).rejects.toThrow(
    /^SITE_DIR holds pages built for https:\/\/other\.example, and ORIGIN is https:\/\/snak\.example:/,
  )
  await expect(start(await keys(), { env: production, build: { origin: null } })).rejects.toThrow(
    /^SITE_DIR holds pages that were built without ORIGIN/,
  )
  await start(await keys(), { build: other }) // only on this machine: under no address of its own
})

test('a folder that is no built site stops the start', async () => {
  await expect(start(await keys(), { env: { SITE_DIR: tmpdir() } })).rejects.toThrow(/^SITE_DIR must name/)
})

test('production does not start on demo keys, nor on pages built for them', async () => {
  await expect(start(await keys({ demo: true }), { env: production })).rejects.toThrow(
    /^KEYS_FILE holds demo keys/,
  )
  await expect(start(await keys(), { env: production, build: { demo: true } })).rejects.toThrow(
    /^KEYS_FILE holds demo keys/,
  )
})

test('production does not start while the municipality owes an answer, and says which', async () => {
  const required = { ...answered, legalBasis: null, controller: null }
  await expect(start(await keys(), { env: production, required })).rejects.toThrow(
    /^NODE_ENV is production, but the municipality has not answered controller, legalBasis: .*before-launch/,
  )
})

test('production does not start on pages from before the answers, and says which they lack', async () => {
  const build = { missing: ['controller', 'legalBasis'] }
  await expect(start(await keys(), { env: production, build })).rejects.toThrow(
    /^SITE_DIR holds pages built before .* answered controller, legalBasis: build again/,
  )
  await start(await keys(), { build }) // to try out it may
})

test('production does not start on periods that the pages tell otherwise', async () => {
  for (const setting of ['RETENTION_CLOSED_DAYS', 'RETENTION_JUNK_DAYS', 'RETENTION_MAILBOX_DAYS']) {
    const env = { ...production, [setting]: '7' }
    const build = { origin: production.ORIGIN }
    await expect(start(await keys(), { env, build })).rejects.toThrow(
      new RegExp(`^${setting} is 7, and the pages tell people and staff \\d+ days`),
    )
  }
  await start(await keys(), { env: { RETENTION_MAILBOX_DAYS: '7' } }) // to try out it may
})

test('production starts with real keys and all answers', async () => {
  const running = await start(await keys(), { env: production, build: { origin: production.ORIGIN } })
  expect((await fetch(`${running.address}/healthz`)).headers.get('strict-transport-security')).toMatch(
    /max-age/,
  )
})

test('everything that is wrong is found at once, each named by its setting', () => {
  const { problems } = readConfig({
    NODE_ENV: 'production',
    INTAKE_DATA: 'd',
    PORT: '80x',
    ORIGIN: 'http://x',
    PROOF_SECRET: 'short',
    UNANSWERED_DAYS: '0',
  })
  expect(problems.map(problem => problem.setting)).toEqual([
    'PROOF_SECRET',
    'ORIGIN',
    'TRUST_PROXY',
    'PORT',
    'UNANSWERED_DAYS',
  ])
})
