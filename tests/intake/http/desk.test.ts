import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changesAnswer, staffSlotsAnswer, statesAnswer } from '../../../src/core/contract/index.ts'
import {
  problemOf,
  published,
  requestOf,
  sealedText,
  signedIn,
  slotOf,
  startTestIntake,
  token,
} from './intake.ts'

test('staff mark several requests as junk in one act', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const posts = [requestOf(token()), requestOf(token())]
  for (const body of posts) await intake.app.inject({ method: 'POST', url: '/api/requests', body })
  const requests = posts.map(({ id }) => ({ id, from: 'new' }))
  const call = (body: object) =>
    intake.app.inject({ method: 'POST', url: '/api/staff/requests/state', headers, body })
  const answer = statesAnswer.parse((await call({ state: 'junk', requests })).json())
  expect(answer).toEqual({ changed: posts.map(({ id }) => id), refused: [] })
  expect(problemOf(await call({ state: 'junk', requests: [] }))).toBe('unacceptable')
})

test('staff put a note beside a request; the same again changes nothing', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const post = requestOf(token())
  await intake.app.inject({ method: 'POST', url: '/api/requests', body: post })
  const note = (body: object, id = post.id) =>
    intake.app.inject({ method: 'POST', url: `/api/staff/requests/${id}/notes`, headers, body })
  const body = { id: randomUUID(), sealed: sealedText() }
  expect([(await note(body)).statusCode, (await note(body)).statusCode]).toEqual([201, 200])
  expect(problemOf(await note({ ...body, sealed: sealedText() }))).toBe('id-conflict')
  expect(problemOf(await note({ ...body, id: randomUUID() }, randomUUID()))).toBe('not-found')
  expect(problemOf(await note({ ...body, sealed: 'AAAA' }))).toBe('unacceptable')
})

test('nothing new about a thousand requests and two hundred times travels in under 30 kB, there and back', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const at = { today: '2026-01-01', now: intake.clock.now }
  await Promise.all(Array.from({ length: 1000 }, () => intake.store.acceptRequest(requestOf(token()), at)))
  const ask = (have: string[]) =>
    intake.app.inject({ method: 'POST', url: '/api/staff/requests/changes', headers, body: { have } })
  const have: string[] = []
  for (let more = true; more;) {
    const page = changesAnswer.parse((await ask(have)).json())
    have.push(...page.requests.map(one => one.version))
    more = page.left > 0
  }
  expect(have).toHaveLength(1000)
  const same = await ask(have)
  expect(same.json()).toEqual({ requests: [], gone: [], left: 0, done: { finished: 0, junk: 0 } })
  const posts = Array.from({ length: 200 }, (_, n) =>
    slotOf(intake.clock, {
      dates: [{ startsAt: new Date(at.now + (n + 1) * 3_600_000).toISOString(), minutes: 45 }],
    }),
  )
  await intake.store.publishSlots(posts, published(intake.clock))
  const times = (query: string) =>
    intake.app.inject({ method: 'GET', url: `/api/staff/slots${query}`, headers })
  const all = staffSlotsAnswer.parse((await times('')).json())
  expect(all.times?.slots).toHaveLength(200)
  const unchanged = await times(`?have=${all.version}`)
  expect(unchanged.json()).toEqual({ version: all.version, times: null })
  const sent = JSON.stringify({ have }).length + all.version.length
  expect(sent + same.body.length + unchanged.body.length).toBeLessThan(30_000)
})

test('the times travel again when any of them changes, or who has one', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const at = { today: '2026-01-01', now: intake.clock.now }
  const one = slotOf(intake.clock, {
    dates: [{ startsAt: new Date(at.now + 3_600_000).toISOString(), minutes: 45 }],
  })
  let have = ''
  const isNew = async (): Promise<boolean> => {
    const url = `/api/staff/slots${have === '' ? '' : `?have=${have}`}`
    const answer = staffSlotsAnswer.parse((await intake.app.inject({ method: 'GET', url, headers })).json())
    have = answer.version
    return answer.times !== null
  }
  expect([await isNew(), await isNew()]).toEqual([true, false])
  await intake.store.publishSlots([one], published(intake.clock))
  expect([await isNew(), await isNew()]).toEqual([true, false])
  await intake.store.acceptRequest({ ...requestOf(token()), slotIds: [one.id] }, at)
  expect([await isNew(), await isNew()]).toEqual([true, false])
})

test('a page that asks by itself is nobody who has looked: members are told all the same', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const { now } = intake.clock
  const at = { today: '2026-01-01', now }
  const told = async (body: object): Promise<boolean> => {
    await intake.store.acceptRequest(requestOf(token()), at)
    await intake.app.inject({ method: 'POST', url: '/api/staff/requests/changes', headers, body })
    at.now += 3_600_000
    await intake.store.planNotices([{ who: 'Alva', leader: true }], at)
    const notice = await intake.store.claimNotice('Alva', at)
    if (notice) await intake.store.noticeSent('Alva', notice.serial, at)
    return notice !== null
  }
  expect(await told({ have: [], quiet: true })).toBe(true)
  expect(await told({ have: [] })).toBe(false)
})
