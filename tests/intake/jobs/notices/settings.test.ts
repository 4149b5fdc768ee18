import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { check } from '../../../../src/commands/server/check.ts'
import { createMailer } from '../../../../src/intake/jobs/notices/mail.ts'
import { notesOf, notesOfMail } from '../../../../src/intake/readiness/notes.ts'
import { readConfig } from '../../../../src/intake/settings/config.ts'
import { readNotify } from '../../../../src/intake/settings/notify.ts'
import { readSmtp } from '../../../../src/intake/settings/smtp.ts'
import { startMailServer } from './mail-server.ts'

const good = {
  from: 'indbakke@example.dk',
  to: [
    { name: 'Alva', mail: 'alva@example.dk' },
    { name: 'Bo', mail: 'bo@example.dk', leader: true },
  ],
}

async function fileWith(content: unknown): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'notify-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const file = join(dir, 'notify.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('a list with nothing but names and addresses is enough', async () => {
  expect(await readNotify(await fileWith(good))).toEqual({
    from: good.from,
    to: [
      { name: 'Alva', mail: 'alva@example.dk', leader: false, language: 'da' },
      { name: 'Bo', mail: 'bo@example.dk', leader: true, language: 'da' },
    ],
    hours: { first: 8, last: 16 },
    days: [1, 2, 3, 4, 5],
    closed: [],
  })
})

test.each([
  ['{', /must name a JSON file/],
  [{ ...good, from: 'Torvehuset <a@b.dk>' }, /"from"/],
  [{ ...good, to: [] }, /"to"/],
  [{ ...good, to: [{ name: 'Alva', mail: 'a@b.dk\r\nBcc: x@y.dk' }] }, /"to\.0\.mail"/],
  [{ ...good, to: [{ name: 'Alva', mail: 'a@b.dk, c@d.dk' }] }, /"to\.0\.mail"/],
  [{ ...good, to: [good.to[0], good.to[0]] }, /"to"/],
  [{ ...good, hours: { first: 16, last: 8 } }, /"hours"/],
  [{ ...good, days: [0] }, /"days\.0"/],
  [{ ...good, closed: ['24.12.'] }, /"closed\.0"/],
  [{ ...good, replyTo: 'a@b.dk' }, /look at ""/],
])('%j is refused, and no address is quoted', async (content, sentence) => {
  const error = await readNotify(await fileWith(content)).catch((cause: unknown) => cause)
  expect(error).toHaveProperty('message', expect.stringMatching(/^NOTIFY_FILE /))
  expect((error as Error).message).toMatch(sentence)
  expect((error as Error).message).not.toContain('@')
})

test.each([
  ['smtp://mail.example.dk', { host: 'mail.example.dk', port: 587, tls: false, isHere: false, login: null }],
  ['smtps://mail.example.dk', { host: 'mail.example.dk', port: 465, tls: true, isHere: false, login: null }],
  [
    'smtp://a:b%40c@[::1]:25/',
    { host: '::1', port: 25, tls: false, isHere: true, login: { user: 'a', pass: 'b@c' } },
  ],
])('%s is read', (text, smtp) => {
  expect(readSmtp(text)).toEqual(smtp)
})

test('check names a list that is wrong, and a mail server that is away keeps nothing from starting', async () => {
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line))
  const settings = { SMTP_URL: 'smtp://127.0.0.1:1', NOTIFY_FILE: await fileWith({ ...good, to: [] }) }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  await check([])
  log.mockRestore()
  vi.unstubAllEnvs()
  process.exitCode = undefined
  expect(printed.join('\n')).toMatch(/^NOTIFY_FILE is not as docs\/operations\.md shows it: look at "to"\.$/m)
  expect(printed.join('\n')).toMatch(
    /^Note: SMTP_URL leads to a mail server that does not let us in \(ESOCKET\)/m,
  )
})

test('a mail server that lets us in is no warning, nor is none', async () => {
  const server = await startMailServer()
  const env = { INTAKE_DATA: 'd', SMTP_URL: server.url, NOTIFY_FILE: 'n.json' }
  expect(await notesOf(readConfig(env).config, null)).toEqual([])
  expect(await notesOf(readConfig({ INTAKE_DATA: 'd' }).config, null)).toEqual([])
})

test('what is no fault of the mail server’s is thrown', async () => {
  const { config } = readConfig({ INTAKE_DATA: 'd', SMTP_URL: 'smtp://x.dk', NOTIFY_FILE: 'n.json' })
  const broken = () => ({ send: () => Promise.resolve(), verify: () => Promise.reject(new Error('ours')) })
  await expect(notesOf(config, null, { ofMail: notesOfMail({ mailer: broken }) })).rejects.toThrow('ours')
})

test('a mail server that says nothing is waited for once, and then noted by each who shares it', async () => {
  const { config } = readConfig({ INTAKE_DATA: 'd', SMTP_URL: 'smtp://x.dk', NOTIFY_FILE: 'n.json' })
  const silent = vi.fn(() => ({
    send: () => Promise.resolve(),
    verify: () => new Promise<void>(() => undefined),
  }))
  const ofMail = notesOfMail({ mailer: silent, waitMs: 20 })
  const note = ['SMTP_URL was not looked at: the mail server has not answered within 0.02 s.']
  const notes = await Promise.all([notesOf(config, null, { ofMail }), notesOf(config, null, { ofMail })])
  expect([...notes, await notesOf(config, null, { ofMail })]).toEqual([note, note, note])
  expect(silent).toHaveBeenCalledTimes(1)
})

test('a mail server that takes the call and says nothing is left after the time that is given', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const mailer = createMailer({ host: '127.0.0.1', port, tls: false, isHere: true, login: null }, 20)
  await expect(mailer.verify()).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})
