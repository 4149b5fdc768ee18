import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Request } from '@playwright/test'
import { walkedIn } from './languages.ts'
import { expect, test } from './test.ts'
import {
  deriveFromCode,
  makeTeamKey,
  parseRecipients,
  readCode,
  sealMessage,
  signMessage,
  writeMessage,
  type FromCode,
  type Side,
} from '../../src/core/sealing/index.ts'
import { openFlow, signInToInbox } from './people.ts'
import { answerAsAdult, next, storageOf, visit } from './phone.ts'
import {
  addresses,
  arrived,
  bookAsYouth,
  codeShown,
  enterCode,
  filesOf,
  look,
  openReplies,
  replyAsStaff,
  saveCode,
  wordsIn,
  writeAsAdult,
  writeMore,
} from './replies-people.ts'
import { serverForEach } from './served.ts'

const server = serverForEach()

async function keysOf(code: string): Promise<FromCode> {
  const reading = readCode(code)
  if (!reading.ok) throw new Error('no code')
  return deriveFromCode(reading.code)
}

/**
 * Somebody who can write to the database, and knows all public keys, puts a message in: in the citizen's name without the
 * thread key, in the team's with the code and a signing key of their own.
 */
async function forge(from: Side, keys: FromCode, text: string): Promise<void> {
  const team = JSON.parse(await readFile(join(server.dataDir, 'keys.json'), 'utf8')) as {
    recipients: string[]
  }
  const guessed = { threadId: keys.threadId, threadKey: randomBytes(32).toString('base64url') }
  const place = { seq: 1, prev: null, seen: 0 }
  const words = { writtenOn: '2026-01-10', text }
  const message =
    from === 'citizen'
      ? writeMessage(guessed, place, words)
      : signMessage(await makeTeamKey(1), keys, { name: 'Eva', shown: true }, place, words)
  const sealed = await sealMessage(message, parseRecipients(team.recipients), keys.replyRecipient)
  const database = new DatabaseSync(join(server.dataDir, 'intake.sqlite'))
  database
    .prepare(
      'insert into messages (id, mailbox, content, sealed, on_day, by_staff) values (?, ?, ?, ?, ?, ?)',
    )
    .run(randomUUID(), keys.mailboxHash, randomUUID(), sealed, '2026-01-10', from === 'staff' ? 1 : 0)
  database.close()
}

for (const lang of walkedIn('en')) {
  test.describe(() => {
    // None of these asks what is kept for use without a network.
    test.use({ serviceWorkers: 'block' })

    test(`a forged reply and a forged follow-up are shown as not genuine, without their words (${lang})`, async ({
      page,
      browser,
    }) => {
      const say = await wordsIn(lang)
      const code = await writeAsAdult(page, server, lang, { message: 'Hej' })
      const keys = await keysOf(code)
      await forge('staff', keys, 'Ring til mig på 99 99 99 99')
      await forge('citizen', keys, 'Glem det hele')

      await openReplies(page, server, lang, code)
      await expect(page.getByText(say('replies:thread.forged'))).toHaveCount(2)
      await expect(page.getByText(say('replies:thread.forgedTitle'), { exact: true })).toHaveCount(2)
      await expect(page.getByText(/99 99|Glem det/)).toHaveCount(0)
      await look(page, `forged-${lang}`)

      const staff = await signInToInbox(browser, server, lang)
      await expect(staff.getByText(say('inbox:list.newMessage', { count: 1 }), { exact: true })).toHaveCount(
        0,
      )
      await staff.locator('.request-card').getByRole('button').click()
      await expect(staff.getByText(say('inbox:thread.notGenuine'), { exact: true })).toHaveCount(2)
      await expect(staff.getByText(/99 99|Glem det/)).toHaveCount(0)
      await look(staff, `inbox-forged-${lang}`)
    })

    test(`after a withdrawal the database holds nothing but the erased id's hash (${lang})`, async ({
      page,
      browser,
    }) => {
      const say = await wordsIn(lang)
      const sealed: string[] = []
      const ids: string[] = []
      page.on('request', request => {
        const body =
          request.method() === 'POST' ? (request.postDataJSON() as Record<string, string> | null) : null
        if (body?.['sealed'] === undefined) return
        sealed.push(body['sealed'])
        ids.push(body['id'] ?? '')
      })
      const { code } = await bookAsYouth(page, server, lang)
      const keys = await keysOf(code)
      const staff = await signInToInbox(browser, server, lang)
      await staff.locator('.request-card').getByRole('button').click()
      await replyAsStaff(staff, say, 'Velkommen')
      await openReplies(page, server, lang, code)
      await writeMore(page, say, 'Tak')
      await expect(page.getByText('Tak', { exact: true })).toBeVisible()
      // A request with wished times is first asked for a proof of work, and then sent again: the same one.
      expect([new Set(ids).size, new Set(sealed).size]).toEqual([2, 2])
      expect((await filesOf(server)).includes(keys.mailboxHash)).toBe(true)

      await page.getByRole('button', { name: say('replies:thread.withdraw') }).click()
      await expect(page.getByRole('heading', { name: say('replies:withdraw.boxTitle') })).toBeVisible()
      await expect(page.getByText(say('replies:withdraw.times'))).toBeVisible()
      await look(page, `withdraw-${lang}`)
      await page.getByRole('button', { name: say('replies:withdraw.button') }).click()
      await expect(page.getByRole('heading', { level: 1, name: say('replies:gone.title') })).toBeVisible()
      await look(page, `gone-${lang}`)

      const database = new DatabaseSync(join(server.dataDir, 'intake.sqlite'), { readOnly: true })
      const rows = (table: string): unknown[] => database.prepare(`select * from ${table}`).all()
      for (const table of ['requests', 'mailboxes', 'messages', 'bookings'])
        expect(rows(table), table).toEqual([])
      expect(rows('slots where seats_taken > 0')).toEqual([])
      const hash = createHash('sha256').update(ids[0]!)
      const hashes = [hash.copy().digest('base64url'), hash.digest('hex')]
      const erased = (rows('erased') as { hash: string }[]).map(row => row.hash)
      expect(erased.filter(one => hashes.includes(one))).toHaveLength(1)
      database.close()
      await server.stop()
      const files = await filesOf(server)
      for (const trace of [keys.mailboxHash, keys.mailboxToken, ...ids])
        expect(files.includes(trace)).toBe(false)
      for (const text of sealed) {
        const bytes = Buffer.from(text, 'base64url')
        // The last part of each file is its own ciphertext; the head is the same for all.
        expect(files.includes(bytes.subarray(-200).toString('latin1'))).toBe(false)
        expect(files.includes(text.slice(-200))).toBe(false)
      }
      await server.restart()

      // The code opens nothing any more, by the same words as one that never did.
      await openFlow(page, server.url + addresses.replies[lang])
      await enterCode(page, say, code)
      await expect(page.locator('.error-summary').getByText(say('replies:code.unknown'))).toBeVisible()
    })

    test(`who has lost the code writes again, and staff put the two together (${lang})`, async ({
      page,
      browser,
    }) => {
      const say = await wordsIn(lang)
      await writeAsAdult(page, server, lang, { message: 'Den gamle besked' })
      // Saved, and then lost: until then the way to writing leads back to the receipt.
      await saveCode(page, say)
      await openFlow(page, server.url + addresses.replies[lang])
      await page.getByText(say('replies:code.lost')).click()
      await look(page, `lost-${lang}`)
      await page.getByRole('link', { name: say('replies:code.lostButton') }).click()
      await answerAsAdult(page, 'drugs')
      await expect(page.locator('textarea[name=message]')).toHaveValue(say('replies:code.lostSentence'))
      await next(page)
      await arrived(page, say)
      const code = await codeShown(page)

      const staff = await signInToInbox(browser, server, lang)
      const cards = staff.locator('.request-card')
      await expect(cards).toHaveCount(2)
      // Both were written in the same second, so either may stand first; each card quotes its message.
      const sentence = say('replies:code.lostSentence')
      await cards.filter({ hasText: sentence }).getByRole('button').click()
      // The quoting list is out of sight in a narrow window.
      const lost = staff.getByText(sentence).filter({ visible: true })
      await expect(lost.last()).toBeVisible()
      await staff.getByText(say('inbox:link.fold')).click()
      await staff.locator('input[name=older]').first().press(' ')
      await look(staff, `inbox-link-${lang}`)
      await staff.getByRole('button', { name: say('inbox:link.button') }).click()
      await staff.getByRole('heading', { name: say('inbox:link.title') }).waitFor()
      await staff.locator('.plain-list button.link').first().click()
      await expect(staff.getByText('Den gamle besked')).toBeVisible()
      await expect(staff.getByRole('heading', { name: say('inbox:link.title') })).toBeVisible()
      await openReplies(page, server, lang, code)
      await expect(
        page.getByText(say('inbox:link.message').split('{{')[0]!.split('(')[0]!.trim()),
      ).toBeVisible()
      await expect(page.getByText(/\(#[0-9a-f]{8}\)/)).toHaveCount(0)
    })
  })

  test(`neither wire nor files nor log hold what is written, and the code is nowhere (${lang})`, async ({
    page,
    context,
    browser,
  }) => {
    const say = await wordsIn(lang)
    const wire: string[] = []
    const watch = (request: Request): void => {
      wire.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`)
    }
    context.on('request', watch)
    const secrets = [
      'havkat-sporgsmaal',
      'solsort-svar',
      'pindsvin-igen',
      'Tangloppe Navnesen',
      '87 65 43 21',
    ]
    const [question, answer, again, name, phone] = secrets as [string, string, string, string, string]
    const code = await writeAsAdult(page, server, lang, { message: question })
    const staff = await signInToInbox(browser, server, lang)
    staff.context().on('request', watch)
    await staff.locator('.request-card').getByRole('button').click()
    await replyAsStaff(staff, say, answer)

    await openReplies(page, server, lang, code)
    await expect(page.getByText(answer)).toBeVisible()
    await writeMore(page, say, again)
    await expect(page.getByRole('list').getByText(again)).toBeVisible()
    await page.getByRole('button', { name: say('replies:thread.giveName') }).click()
    await page.locator('input[name=name]').fill(name)
    await page.locator('input[name=phone]').fill(phone)
    await next(page)
    await expect(page.getByText(say('replies:name.done'))).toBeVisible()

    const shapes = [...secrets, code, code.match(/.{4}/g)!.join('-')].flatMap(text => [
      text,
      encodeURIComponent(text),
      Buffer.from(text).toString('base64').slice(0, -4),
      Buffer.from(text).toString('base64url').slice(0, -4),
    ])
    expect(wire.filter(one => one.includes('"sealed"')).length).toBeGreaterThanOrEqual(4)
    const files = await filesOf(server)
    const kept = await storageOf(page)
    for (const shape of shapes) {
      expect(
        wire.some(one => one.includes(shape)),
        `wire: ${shape}`,
      ).toBe(false)
      expect(files.includes(Buffer.from(shape).toString('latin1')), `files: ${shape}`).toBe(false)
      expect(server.log().includes(shape), `log: ${shape}`).toBe(false)
      expect(kept.includes(shape), `kept: ${shape}`).toBe(false)
    }
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(addresses.replies[lang])
    expect(await page.title()).toBe(say('common:titles.replies'))
    expect(await page.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"step":\d,"depth":\d\}$/)
    // Nor does it come back: leaving forgets it, and so does going back to the code.
    await page.goBack()
    await expect(page.getByLabel(say('replies:code.label'), { exact: true })).toHaveValue('')
    await page.goForward()
    await expect(page.getByText(answer)).toHaveCount(0)
    await openReplies(page, server, lang, code)
    await page.locator('[data-leave]').click()
    await expect(page).toHaveURL(/\/ude\.html$/)
    await page.goBack()
    await page.waitForTimeout(500)
    await expect(page.locator('body')).not.toContainText(answer)
  })

  test(`a code whose request still waits on this phone says so, and is not asked for (${lang})`, async ({
    page,
    context,
  }) => {
    const say = await wordsIn(lang)
    await visit(page, server.url + addresses.contact[lang])
    await context.setOffline(true)
    const code = await writeAsAdult(page, server, lang, { message: 'Hej', offline: true })
    const asked: string[] = []
    context.on('request', request => asked.push(new URL(request.url()).pathname))
    await page
      .getByRole('link', { name: say('request:receipt.codeWhere', { page: say('common:links.replies') }) })
      .click()
    await enterCode(page, say, code)
    await expect(page.getByText(say('offline:codeWaiting'))).toBeVisible()
    expect(asked).not.toContain('/api/mailbox')
    await look(page, `waiting-${lang}`)
  })
}
