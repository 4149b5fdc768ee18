import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { dayOf } from '../../../../src/core/calendar/days.ts'
import { createMailer, type Letter, MailFault } from '../../../../src/intake/jobs/notices/mail.ts'
import { createLook, isOpen, notifyHourly } from '../../../../src/intake/jobs/notices/notifying.ts'
import type { LogEntry } from '../../../../src/intake/log.ts'
import type { Notify } from '../../../../src/intake/settings/notify.ts'
import { readSmtp } from '../../../../src/intake/settings/smtp.ts'
import { openStore } from '../../../../src/intake/store/open-store.ts'
import { at, move, request, sealed } from '../../store/builders.ts'
import { startMailServer } from './mail-server.ts'

const notify: Notify = {
  from: 'indbakke@example.dk',
  to: [
    { name: 'Alva', mail: 'alva@example.dk', leader: false, language: 'da' },
    { name: 'Bo', mail: 'bo@example.dk', leader: true, language: 'en' },
  ],
  hours: { first: 8, last: 16 },
  days: [1, 2, 3, 4, 5],
  closed: ['2026-01-16'],
}
const [alva, bo] = [['alva@example.dk'], ['bo@example.dk']]

/** A mail as it is read: lines and signs of quoted-printable put together again (RFC 2045, section 6.7). */
function decoded(raw: string): string {
  const joined = raw.replaceAll('\r\n', '\n').replaceAll('=\n', '')
  return decodeURIComponent(joined.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'))
}

/** A job on a store of its own and a real mail server; its clock stands on a Wednesday at ten, and is moved by the test. */
async function desk(url: string, more: Partial<Notify> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'notices-'))
  const store = await openStore({ dataDir })
  onTestFinished(async () => {
    await store.close()
    await rm(dataDir, { recursive: true })
  })
  const log: LogEntry[] = []
  const clock = { now: 0 }
  const set = (day: string, time: string): void => {
    clock.now = Date.parse(`${day}T${time}:00+01:00`)
  }
  set('2026-01-14', '10:00')
  const parts = {
    store,
    notify: { ...notify, ...more },
    mailer: createMailer(readSmtp(url)),
    at: () => ({ today: dayOf(clock.now), now: clock.now }),
    log: (entry: LogEntry) => log.push(entry),
  }
  const look = createLook(parts)
  const accept = async () => {
    const post = request()
    await store.acceptRequest(post, at(dayOf(clock.now)))
    return post
  }
  return { store, log, set, parts, look, accept }
}

test('a mail says that there is something, how many wait and the nearest limit, and nothing else', async () => {
  const server = await startMailServer()
  const { look, accept } = await desk(server.url)
  const { id, mailbox } = await accept()
  await look()
  expect(server.box.map(({ to }) => to)).toEqual([alva, bo])
  const [danish, english] = server.box.map(({ raw }) => decoded(raw))
  expect(danish?.split('\n\n').slice(1).join('\n\n')).toBe(
    'Der er kommet noget nyt i indbakken.\n\n1 venter på svar.\nNærmeste frist: onsdag den 21. januar.\n\n' +
      'Log ind i indbakken, som du plejer. Denne mail kan ikke besvares.\n',
  )
  expect(english).toContain('1 is waiting for an answer.\nNearest limit: Wednesday 21 January.')
  const headers = danish?.split('\n\n')[0] ?? ''
  expect(headers).toContain('Subject: Indbakken: der er noget til jer')
  expect(headers).toContain('Auto-Submitted: auto-generated')
  expect(headers.toLowerCase()).not.toMatch(/^(reply-to|x-mailer|cc|bcc|list-)/m)
  for (const raw of [danish, english]) {
    expect(raw).not.toMatch(/https?:|behandling|rusmid|alkohol|treatment|drug/i)
    for (const secret of [id, id.slice(0, 8), mailbox]) expect(raw).not.toContain(secret)
  }
})

test('the same mail has the same name, and no two others have', async () => {
  const names: string[] = []
  const server = await startMailServer()
  const { look, accept, set } = await desk(server.url)
  for (const hour of ['10:00', '11:00']) {
    set('2026-01-14', hour)
    await accept()
    await look()
  }
  for (const { raw } of server.box) names.push(/^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '')
  expect(new Set(names).size).toBe(4)
  expect(names.join()).toMatch(/^(<[0-9a-f]{32}@example\.dk>,?){4}$/)
})

test('nothing goes out outside the hours and days that are set, nor on a closed day; then it does', async () => {
  const server = await startMailServer()
  const { look, accept, set } = await desk(server.url)
  set('2026-01-15', '17:00')
  await accept()
  for (const [day, time] of [
    ['2026-01-15', '17:30'],
    ['2026-01-16', '10:00'], // closed by the list
    ['2026-01-17', '10:00'], // a Saturday
    ['2026-01-19', '07:59'],
  ] as const) {
    set(day, time)
    await look()
  }
  expect(server.box).toEqual([])
  set('2026-01-19', '08:00')
  await look()
  expect(server.box).toHaveLength(2)
})

test.each([
  ['2026-04-06', '10:00', false],
  ['2026-12-24', '10:00', false],
  ['2026-04-07', '10:00', true],
  ['2026-07-01', '08:00', true],
  ['2026-07-01', '16:59', true],
  ['2026-07-01', '17:00', false],
])('on %s at %s mail may go out: %s', (today, time, expected) => {
  const summer = today > '2026-03-29' && today < '2026-10-25'
  const now = Date.parse(`${today}T${time}:00+0${summer ? 2 : 1}:00`)
  expect(isOpen({ ...notify, closed: [] }, { today, now })).toBe(expected)
})

test('a mail server that is away loses no notice and doubles none, and the log says it once, without an address', async () => {
  const first = await startMailServer()
  const port = Number(new URL(first.url).port)
  const { store, log, look, accept, set } = await desk(first.url)
  await first.close()
  await accept()
  for (const time of ['10:00', '10:01', '11:00']) {
    set('2026-01-14', time)
    await look()
  }
  expect(log).toMatchObject([{ event: 'mail', on: '2026-01-14', isSent: false, error: 'ESOCKET' }])
  expect(await store.noticesFailing()).toBe('2026-01-14')
  const again = await startMailServer(port)
  set('2026-01-14', '11:01')
  await look()
  await look()
  expect(again.box.map(({ to }) => to)).toEqual([alva, bo])
  expect(log).toMatchObject([{ isSent: false }, { event: 'mail', isSent: true }])
  expect(await store.noticesFailing()).toBeNull()
  expect(JSON.stringify(log)).not.toContain('@')
})

test('what has been dealt with while the server was away is not told, and the server is known to be back', async () => {
  const first = await startMailServer()
  const port = Number(new URL(first.url).port)
  const { store, look, accept, set } = await desk(first.url)
  await first.close()
  const { id } = await accept()
  await look()
  await move(store, id, 'new', 'answered', at('2026-01-14'))
  set('2026-01-14', '10:30')
  await look()
  expect(await store.noticesFailing()).toBe('2026-01-14')
  const again = await startMailServer(port)
  await look()
  expect([again.box, await store.noticesFailing()]).toEqual([[], null])
})

test('one address that is refused keeps nobody else from being told, and the log names whose', async () => {
  const server = await startMailServer()
  server.refused.add('alva@example.dk')
  const { log, look, accept } = await desk(server.url)
  await accept()
  await look()
  expect(server.box.map(({ to }) => to)).toEqual([bo])
  expect(log).toMatchObject([{ isSent: false, error: 'EENVELOPE_550' }])
  expect(log[0]).toHaveProperty('says', expect.stringContaining('for Alva'))
  expect(JSON.stringify(log)).not.toContain('@')
})

test('it signs in where it must, and a wrong password is a fault that is told', async () => {
  const server = await startMailServer(0, { user: 'snak', pass: 'p@ss word' })
  const right = server.url.replace('p@ss word', encodeURIComponent('p@ss word'))
  const { look, accept } = await desk(right)
  await accept()
  await look()
  expect(server.box).toHaveLength(2)
  const wrong = createMailer(readSmtp(right.replace('p%40ss', 'other')))
  const fault = await wrong.verify().catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(MailFault)
  expect(fault).toHaveProperty('code', 'EAUTH_535')
})

test('to another machine nothing goes without TLS', async () => {
  const server = await startMailServer()
  const mailer = createMailer({ ...readSmtp(server.url), isHere: false })
  const letter: Letter = { from: 'a@b.dk', to: 'c@b.dk', subject: 's', text: 't', messageId: '<1@b.dk>' }
  await expect(mailer.send(letter)).rejects.toBeInstanceOf(MailFault)
  expect(server.box).toEqual([])
})

test('a fault that is none of the mail server’s is thrown, and nobody is told twice for it', async () => {
  const { parts, accept, store } = await desk('smtp://127.0.0.1:1')
  await accept()
  const look = createLook({
    ...parts,
    mailer: { ...parts.mailer, send: () => Promise.reject(new Error('ours')) },
  })
  await expect(look()).rejects.toThrow('ours')
  expect(await store.claimNotice('Alva', parts.at())).not.toBeNull()
})

test('as a job it looks at once and each minute, one look at a time, and stops when the mail under way is sent', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { parts, accept, log } = await desk('smtp://127.0.0.1:1')
  await accept()
  const sent: string[] = []
  let finish = (): void => undefined
  let stopping: () => Promise<void> = () => Promise.resolve()
  const isSending = new Promise<void>(begun => {
    const mailer = {
      send: ({ to }: Letter) =>
        new Promise<void>(done => {
          sent.push(to)
          finish = done
          begun()
        }),
      verify: () => Promise.resolve(),
    }
    const stop = notifyHourly({ ...parts, mailer })
    stopping = () => stop()
  })
  await isSending
  vi.advanceTimersByTime(10 * 60_000)
  const stopped = stopping()
  finish()
  await stopped
  expect([sent, log]).toEqual([alva, []])
  vi.advanceTimersByTime(10 * 60_000)
  expect(sent).toEqual(alva)
})

test('what goes wrong with the store is logged by the job and tried again at the next look', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { parts, log } = await desk('smtp://127.0.0.1:1')
  let times = 0
  const broken = {
    ...parts.store,
    planNotices: () => {
      times++
      return Promise.reject(new Error('sentinel'))
    },
  }
  const stop = notifyHourly({ ...parts, store: broken })
  await vi.waitFor(() => {
    expect(log).toMatchObject([{ event: 'broken', route: 'notices' }])
  })
  vi.advanceTimersByTime(60_000)
  await vi.waitFor(() => {
    expect(times).toBe(2)
  })
  await stop()
  expect(JSON.stringify(log)).not.toContain('sentinel')
})

test('a message in an answered request is told too', async () => {
  const server = await startMailServer()
  const { store, look, accept } = await desk(server.url)
  const { id, mailbox } = await accept()
  await move(store, id, 'new', 'answered', at('2026-01-14'))
  await store.addMessage(mailbox, { id: randomUUID(), sealed: sealed() }, at('2026-01-14'))
  await look()
  expect(server.box).toHaveLength(2)
})
