import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { expect, test } from './test.ts'
import { closedOn } from '../../src/core/calendar/closed-days.ts'
import { dayOf } from '../../src/core/calendar/days.ts'
import { openMailServer, type MailServer } from '../mail-server.ts'
import { signInToInbox } from './people.ts'
import { serverForAll } from './served.ts'
import { sendRequest } from './walks/seed.ts'

// Somebody writes, and a member who has not opened the inbox is told so by mail: from the phone's seal to the mailbox and back.
let mail: MailServer
const server = serverForAll()
let file: string
test.beforeAll(async () => {
  mail = await openMailServer()
  file = join(tmpdir(), `notify-${process.pid}.json`)
  const to = [{ name: 'Demo', mail: 'demo@example.dk' }]
  // At any hour of any day, so that it can be seen whenever this is run.
  const always = { hours: { first: 0, last: 23 }, days: [1, 2, 3, 4, 5, 6, 7] }
  await writeFile(file, JSON.stringify({ from: 'indbakke@example.dk', to, ...always }))
})
test.afterAll(async () => {
  await mail.close()
})

/** Time for a look that comes a minute late. */
const LOOK = { timeout: 90_000, intervals: [1000] }

test('who writes is told of by mail, with a count and a limit and no word of it, and the inbox has the rest', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const today = dayOf(Date.now())
  const { id } = await sendRequest(server, {
    audience: 'adult',
    identity: 'named',
    name: 'Ida Eksempel',
    phone: '12 34 56 78',
    wish: 'treatment',
    substance: 'alcohol',
    language: 'da',
    message: 'Jeg vil gerne i gang.',
  })
  // What is told in an hour is planned at its first look: the first with these settings is the one as it starts.
  await server.restart({ SMTP_URL: mail.url, NOTIFY_FILE: file })
  // On a day on which the house is closed nobody is told, whatever hours are set.
  if (closedOn(today) !== null) {
    expect(mail.box).toEqual([])
    return
  }
  await expect.poll(() => mail.box.length, LOOK).toBe(1)
  const [got] = mail.box
  expect(got?.to).toEqual(['demo@example.dk'])
  const raw = got?.raw ?? ''
  const [head = '', ...rest] = raw.replaceAll('\r\n', '\n').split('\n\n')
  const body = rest.join('\n\n').replaceAll('=\n', '')
  expect(head.toLowerCase()).not.toMatch(/^(reply-to|cc|bcc|x-mailer|list-)/m)
  expect(body).toMatch(
    /^Der er kommet noget nyt i indbakken\.\n\n1 venter p=C3=A5 svar\.\nN=C3=A6rmeste frist: /,
  )
  for (const secret of [
    'Ida',
    'Eksempel',
    '12 34',
    'i gang',
    id.slice(0, 8),
    server.url,
    'ehandling',
    'lkohol',
  ])
    expect(raw).not.toContain(secret)

  // The mail has no link that could be made up: the member opens the inbox as always.
  const member = await signInToInbox(browser, server)
  await member.locator('.request-card', { hasText: 'Ida Eksempel' }).getByRole('button').click()
  await expect(member.getByText('Jeg vil gerne i gang.')).toBeVisible()
})
