import { expect, test } from 'vitest'
import { entriesByDay } from '../../../src/inbox/slots/by-day.ts'
import { daysOf, nextDay, shownDays } from '../../../src/inbox/slots/shown-days.ts'
import { on, slot } from '../made-up.ts'

/** The Monday. */
const first = on(23)
const byDay = entriesByDay([
  slot('late', `${on(24)}T13:00:00Z`, []),
  slot('early', `${on(24)}T09:00:00Z`, []),
  slot('friday', `${on(27)}T09:00:00Z`, []),
  slot('next', `${on(30)}T09:00:00Z`, []),
])
const said = (day: string) => ({ day, startsAt: `${day}T12:00:00Z`, text: 'Fjernet.' })
const drawn = (...[view, from, done]: [...Parameters<typeof daysOf>, ReturnType<typeof said> | null]) =>
  shownDays(view, from, byDay, done).map(({ day, lines }) => [
    day,
    ...lines.map(line => ('text' in line ? line.text : line.slot.id)),
  ])

test('a week has seven days from its Monday on, a day is alone', () => {
  expect(daysOf('week', first)).toEqual([23, 24, 25, 26, 27, 28, 29].map(on))
  expect(daysOf('day', on(24))).toEqual([on(24)])
})

test('of a week those days are shown that have a time, in the order of the clock; a day also when it has none', () => {
  expect(drawn('week', first, null)).toEqual([
    [on(24), 'early', 'late'],
    [on(27), 'friday'],
  ])
  expect(drawn('day', on(25), null)).toEqual([[on(25)]])
})

test('what was done stands where the row was, also on a day that has no other', () => {
  expect(drawn('week', first, said(on(24)))[0]).toEqual([on(24), 'early', 'Fjernet.', 'late'])
  expect(drawn('week', first, said(on(25)))).toContainEqual([on(25), 'Fjernet.'])
  expect(drawn('day', on(24), said(on(25)))).toEqual([[on(24), 'early', 'late']])
})

test('the next day is the first after the view that has a time', () => {
  expect(nextDay(byDay, on(29))).toBe(on(30))
  expect(nextDay(byDay, on(30))).toBeUndefined()
})
