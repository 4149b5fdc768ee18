import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { groupsOf, type GroupName } from '../../../src/inbox/model/groups.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { deadlinesOf, hasOpenCrisis, waitsSince } from '../../../src/inbox/model/urgency.ts'
import { at, time } from '../../intake/store/builders.ts'
import { on } from '../made-up.ts'
import { realRequest } from '../real-desk.ts'

// What stands as answered must be what a real intake hands out, not a state that a test has thought of.
vi.mock('../../../src/inbox/model/build-info.ts', async () => {
  const { signers } = await import('../../core/sealing/made-up.ts')
  return { recipients: [], signers, epochs: [] }
})

const crisis = 'Jeg orker ikke mere.'
const groupOf = (opened: OpenedRequest, today: string): GroupName | undefined =>
  (Object.entries(groupsOf([opened], [], today)) as [GroupName, readonly OpenedRequest[]][]).find(
    ([, all]) => all.length > 0,
  )?.[0]
const days = (opened: OpenedRequest): (number | null)[] => deadlinesOf(opened, []).map(one => one.days)

test('“Tak” after an answer opens neither the crisis nor the seven days of the first message again', async () => {
  const one = await realRequest(on(1), { message: crisis })
  expect(groupOf(await one.opened(), on(1))).toBe('crisis')
  await one.answers('Vi ringer i dag.', on(1))
  await one.writes('Tak. Det hjalp.', on(20))
  const opened = await one.opened()
  expect([opened.stored.state, opened.unanswered]).toEqual(['opened', 1])
  expect(hasOpenCrisis(opened)).toBe(false)
  expect(days(opened)).toEqual([14])
  expect(waitsSince(opened)).toBe(on(20))
})

test('nor after an answer by telephone, which only a move tells of', async () => {
  const one = await realRequest(on(1), { message: crisis, wish: 'advice' })
  await one.moves('answered', on(1))
  await one.writes('Tak for snakken.', on(20))
  expect(groupOf(await one.opened(), on(20))).toBe('waiting')
})

test('a crisis in what is written later is one, whatever was answered before', async () => {
  const one = await realRequest(on(1))
  await one.answers('Kom på mandag.', on(2))
  await one.writes(crisis, on(3))
  expect(groupOf(await one.opened(), on(3))).toBe('crisis')
})

test('a crisis that was handed over by mistake is one again, in the first message and in a later', async () => {
  const first = await realRequest(on(1), { message: crisis })
  await first.moves('handed-over', on(1))
  expect(groupOf(await first.opened(), on(1))).toBe('finished')
  await first.moves('opened', on(1))
  expect(groupOf(await first.opened(), on(1))).toBe('crisis')
  expect(days(await first.opened())).toEqual([7, 14])

  const later = await realRequest(on(1))
  await later.answers('Kom på mandag.', on(2))
  await later.writes(crisis, on(3))
  await later.moves('handed-over', on(3))
  await later.notes({ event: 'aside', upTo: 1 }, on(3))
  expect(groupOf(await later.opened(), on(3))).toBe('finished')
  await later.notes({ event: 'aside', upTo: 0 }, on(3))
  await later.moves('opened', on(3))
  expect((await later.opened()).unanswered).toBe(1)
  expect(groupOf(await later.opened(), on(3))).toBe('crisis')
})

test('a talk meets the seven days, and so does a time on or before the day, but not one that comes later', async () => {
  for (const event of ['talked', 'came'] as const) {
    const one = await realRequest(on(1))
    expect(days(await one.opened())).toEqual([7, 14])
    await one.notes({ event }, on(2))
    expect(days(await one.opened())).toEqual([14])
  }
  const missed = await realRequest(on(1))
  await missed.notes({ event: 'no-show' }, on(2))
  expect(days(await missed.opened())).toEqual([7, 14])

  for (const [day, expected] of [
    [8, [14]],
    [9, [7, 14]],
  ] as const) {
    const { store } = missed
    const slot = { ...time('adult-talk', `${on(day)}T10:00:00+01:00`), id: randomUUID() }
    await store.publishSlots([slot], at(on(1)))
    const booked = await (await realRequest(on(1), {}, [slot.id], store)).opened()
    const { slots } = await store.staffSlots(at(on(1)))
    expect(booked.stored.bookings).toHaveLength(1)
    expect(deadlinesOf(booked, slots).map(one => one.days)).toEqual(expected)
  }
})
