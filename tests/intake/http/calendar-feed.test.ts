import { expect, test } from 'vitest'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { fixedTeam, keptTeam } from '../../../src/intake/staff/team-book.ts'
import type { Member } from '../../../src/intake/staff/team.ts'
import {
  calendarToken,
  problemOf,
  published,
  requestOf,
  signedIn,
  slotOf,
  startTestIntake,
  token,
  type TestIntake,
  wish,
} from './intake.ts'

test('the calendar feed tells when, to the holder of its address, and nothing else', async () => {
  const intake = await startTestIntake()
  const { app, clock, store } = intake
  const startsAt = new Date(clock.now + 86_400_000)
  const dates = [{ startsAt: startsAt.toISOString(), minutes: 50 }]
  const [booked, free] = [slotOf(clock, { dates, room: 'Rum 9', counsellor: 'Alva' }), slotOf(clock)]
  await store.publishSlots([booked, free], published(clock))
  await wish(app, requestOf(token(), { slotIds: [booked.id] }))

  const feed = await app.inject(`/api/staff/calendar/${calendarToken}.ics`)
  expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const compact = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
  const [start, end] = [compact(startsAt.getTime()), compact(startsAt.getTime() + 50 * 60_000)]
  expect(feed.body).toContain(
    `DTSTART:${start}\r\nDTEND:${end}\r\nSUMMARY:Samtale\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n`,
  )
  // Made today at midnight, whenever it was booked.
  expect(feed.body).toMatch(/^DTSTAMP:\d{8}T000000Z\r$/m)
  expect(feed.body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(feed.body).not.toMatch(/Rum|Alva|youth/)
  // The last one has bits at its end that no token has: it names nothing, and breaks nothing.
  for (const file of [`${token()}.ics`, 'x.ics', calendarToken, `${'A'.repeat(42)}B.ics`]) {
    expect(problemOf(await app.inject(`/api/staff/calendar/${file}`))).toBe('not-found')
  }
})

test('a member puts their feed at a new address: the old one ends at once, also for a program that had seen it', async () => {
  const intake = await startTestIntake()
  const { app, store, list } = intake
  const headers = await signedIn(intake)
  const other = await keptTeam(store, {
    demo: false,
    members: [{ ...listedAlva(intake), calendar: hashToken(calendarToken) }],
    signed: { list, first: list[0]!.by },
  })
  expect(await other.feeds()).toEqual([hashToken(calendarToken)])
  const fresh = token()
  const renew = (body: object) => app.inject({ method: 'POST', url: '/api/staff/calendar', headers, body })
  expect(problemOf(await renew({ calendar: 'x' }))).toBe('unacceptable')
  expect((await renew({ calendar: hashToken(fresh) })).statusCode).toBe(204)
  expect((await app.inject(`/api/staff/calendar/${fresh}.ics`)).statusCode).toBe(200)
  expect(problemOf(await app.inject(`/api/staff/calendar/${calendarToken}.ics`))).toBe('not-found')
  expect(await other.feeds()).toEqual([hashToken(fresh)])

  // A start with the keys file of before does not bring the old one back.
  const started = await keptTeam(store, {
    demo: false,
    members: [{ ...listedAlva(intake), calendar: hashToken(calendarToken) }],
    signed: { list, first: list[0]!.by },
  })
  expect(await started.feeds()).toEqual([hashToken(fresh)])
})

test('a team of before there was a list keeps the address that its keys file names', async () => {
  const alva = { ...listedAlva(await startTestIntake()), calendar: hashToken(calendarToken) }
  const fixed = await startTestIntake({}, { team: fixedTeam([alva]) })
  const headers = await signedIn(fixed)
  const body = { calendar: hashToken(token()) }
  const answer = await fixed.app.inject({ method: 'POST', url: '/api/staff/calendar', headers, body })
  expect(problemOf(answer)).toBe('not-found')
  expect((await fixed.app.inject(`/api/staff/calendar/${calendarToken}.ics`)).statusCode).toBe(200)
})

/** The intake's one member as its list has her. */
function listedAlva({ list }: TestIntake): Member {
  const [entry] = list
  if (entry?.kind !== 'add') throw new Error('the list begins with a member')
  return { ...entry.member, wrapped: [] }
}
