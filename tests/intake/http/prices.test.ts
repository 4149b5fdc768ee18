import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { challenge } from '../../../src/core/contract/index.ts'
import { networks } from '../../../src/intake/limits/client.ts'
import { createPrices } from '../../../src/intake/limits/prices.ts'
import type { Rates } from '../../../src/intake/limits/counts.ts'
import { bearer, proofFor, published, requestOf, slotOf, startTestIntake, token } from './intake.ts'

/** What others do between one act and the next. */
const act = fc.record({
  /** Some from one school, some from anywhere, some from the networks of one IPv6 line. */
  from: fc.constantFrom('192.0.2.1', '192.0.2.2', '198.51.100.3', '2001:db8::1', '2001:db8:0:1::1'),
  books: fc.boolean(),
  times: fc.integer({ min: 1, max: 40 }),
  afterMs: fc.constantFrom(0, 1_000, 60_000, 600_000),
})

test('one act of somebody else makes nothing dearer by more than a doubling', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), acts => {
      let now = 0
      const prices = createPrices(() => now)
      const here = networks('192.0.2.1')
      for (const { from, books, times, afterMs } of acts) {
        now += afterMs
        for (let n = 0; n < times; n++) {
          const before = prices.level('booking', here)
          prices.proved(networks(from))
          if (books) prices.booked(networks(from))
          expect(prices.level('booking', here)).toBeLessThanOrEqual(before + 1)
        }
      }
    }),
  )
})

test('alone, each kind of use doubles the price where it has doubled itself', () => {
  const prices = createPrices(() => 0)
  const here = networks('192.0.2.1')
  const levels = Array.from({ length: 16 }, () => (prices.proved(here), prices.level('call', here)))
  expect([6, 7, 14, 15].map(n => levels[n])).toEqual([0, 1, 1, 2])
})

/** An intake with a time for eight, and what wishes for it. */
async function withTimes(rates: Partial<Rates>) {
  const { app, store, clock } = await startTestIntake({ rates })
  const slot = slotOf(clock, { kind: 'relatives-course', seats: 8 })
  await store.publishSlots([slot], published(clock))
  const wishing = (headers = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/requests',
      body: requestOf(token(), { slotIds: [slot.id] }),
      headers,
    })
  return { app, wishing }
}
const askedFor = z.extend(challenge, {
  challenge: z.object({ parameters: z.object({ data: z.object({ act: z.string() }) }) }),
})
const actOf = (answer: { json(): unknown }): string =>
  askedFor.parse(answer.json()).challenge.parameters.data.act

test('a proof for the price told lets in, though somebody beside got in while it was solved', async () => {
  const { app, wishing } = await withTimes({ mailbox: { burst: 0, perSecond: 1 } })
  const read = { url: '/api/mailbox', headers: bearer(token()) }
  for (let n = 0; n < 2; n++) {
    const proof = await proofFor(await app.inject(read))
    expect((await app.inject({ ...read, headers: { ...read.headers, ...proof } })).statusCode).toBe(404)
  }
  for (let n = 0; n < 5; n++) expect((await wishing(await proofFor(await wishing()))).statusCode).toBe(201)
  // The next one is the eighth proof and the sixth time: both have then doubled.
  const [mine, beside] = [await wishing(), await wishing()]
  expect((await wishing(await proofFor(beside))).statusCode).toBe(201)
  expect((await wishing(await proofFor(mine))).statusCode).toBe(201)
})

test('who brings too cheap a proof for a time is asked for a dearer one, and not first for the call', async () => {
  const { wishing } = await withTimes({ requests: { burst: 1, perSecond: 1 / 3600 } })
  const early = await wishing()
  for (let n = 0; n < 5; n++) {
    const call = await wishing()
    const time = await wishing(await proofFor(call))
    expect([actOf(call), actOf(time)]).toEqual(['call', 'booking'])
    expect((await wishing(await proofFor(time))).statusCode).toBe(201)
  }
  const late = await wishing(await proofFor(early))
  expect([late.statusCode, actOf(early), actOf(late)]).toEqual([429, 'booking', 'booking'])
  expect((await wishing(await proofFor(late))).statusCode).toBe(201)
})
