import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { hangUp, startProcess } from '../../../bench/call.ts'
import { callEveryRoute } from '../../../bench/every-route.ts'
import { bearer, requestOf, signedIn, startTestIntake, token } from './intake.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('no call builds a formatter: each holds memory that garbage collection does not see', async () => {
  const intake = await startTestIntake()
  const staff = await signedIn(intake)
  const code = token()
  const body = requestOf(code)
  await intake.app.inject({ method: 'POST', url: '/api/requests', body })
  const everyCall = async () => {
    for (const [url, headers] of [
      ['/healthz', {}],
      ['/readyz', {}],
      ['/api/recipients', {}],
      ['/api/slots?kind=youth-talk', {}],
      ['/api/mailbox', bearer(code)],
      ['/api/staff/requests', staff],
      ['/api/staff/slots', staff],
      ['/nowhere', {}],
    ] as const) {
      await intake.app.inject({ method: 'GET', url, headers })
    }
    await intake.app.inject({ method: 'POST', url: '/api/requests', body })
  }
  await everyCall()
  const built = (['DateTimeFormat', 'ListFormat', 'NumberFormat', 'Collator', 'PluralRules'] as const).map(
    name => vi.spyOn(Intl, name),
  )
  await everyCall()
  expect(built.flatMap(spy => spy.mock.calls)).toEqual([])
})

test('memory stays level over 4,000 calls of every address', { timeout: 120_000 }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'intake-lean-'))
  const intake = await startProcess([dir, 'unlimited'])
  onTestFinished(async () => {
    await intake.stop()
    hangUp()
    await rm(dir, { recursive: true, force: true })
  })
  await callEveryRoute(intake, 1_500) // what is built once, and the garbage a young process lets lie
  const before = await intake.residentMB()
  const { answers } = await callEveryRoute(intake, 4_000)
  expect((await intake.residentMB()) - before).toBeLessThan(80) // with a formatter an answer: 180 and more
  expect([...answers.keys()].filter(answer => / 5\d\d$/.test(answer))).toEqual([])
  expect([...answers.keys()]).toEqual(
    expect.arrayContaining(['sendRequest 201', 'reply 201', 'book 201', 'audit 200']),
  )
})
