import { describe, expect, test } from 'vitest'
import { danishInstant, toSlots, type PublishFields } from '../../../../src/inbox/slots/publish/publish.ts'

const fields: PublishFields = {
  kind: 'adult-talk',
  date: '2026-10-19',
  time: '13:00',
  more: [],
  minutes: '45',
  inARow: '1',
  pause: '15',
  weeks: '1',
  place: 'house',
  seats: '8',
  room: '',
  counsellor: '',
}
/** Noon in Denmark, 1 October. */
const now = Date.parse('2026-10-01T10:00:00Z')
let made = 0
const newId = (): string => `id-${++made}`
const starts = (changed: Partial<PublishFields>): string[] =>
  toSlots({ ...fields, ...changed }, newId, now).flatMap(slot =>
    'dates' in slot ? slot.dates.map(date => date.startsAt) : [`error ${slot.name} ${slot.why}`],
  )

describe('publishing times', () => {
  test('one o’clock stays one o’clock in the weeks around both clock changes', () => {
    expect(starts({ weeks: '2' })).toEqual(['2026-10-19T11:00:00Z', '2026-10-26T12:00:00Z'])
    expect(starts({ date: '2027-03-25', weeks: '2' })).toEqual([
      '2027-03-25T12:00:00Z',
      '2027-04-01T11:00:00Z',
    ])
  })

  test('talks in a row have the pause between them, each week', () => {
    expect(starts({ inARow: '2', weeks: '2', date: '2026-11-02' })).toEqual([
      '2026-11-02T12:00:00Z',
      '2026-11-02T13:00:00Z',
      '2026-11-09T12:00:00Z',
      '2026-11-09T13:00:00Z',
    ])
  })

  test('a course is one time with all its dates, soonest first, and its seats', () => {
    const course = {
      ...fields,
      kind: 'relatives-course',
      date: '2026-11-12',
      place: 'telephone',
      weeks: '9',
      inARow: '9',
    } as const
    const [only, ...more] = toSlots({ ...course, more: [{ date: '2026-11-05', time: '17:00' }] }, newId, now)
    expect(more).toEqual([])
    expect(only).toMatchObject({
      seats: 8,
      place: 'house',
      dates: [{ startsAt: '2026-11-05T16:00:00Z' }, { startsAt: '2026-11-12T12:00:00Z' }],
    })
  })

  test('a talk has one seat, room and counsellor without the spaces around, and an id of its own', () => {
    const slots = toSlots({ ...fields, weeks: '3', room: ' 4 ', counsellor: 'Ida ' }, newId, now)
    expect(slots).toHaveLength(3)
    for (const slot of slots) expect(slot).toMatchObject({ seats: 1, room: '4', counsellor: 'Ida' })
    expect(new Set(slots.map(slot => 'id' in slot && slot.id)).size).toBe(3)
  })

  test.each([
    [{ kind: undefined }, 'error kind kind-missing'],
    [{ date: '2026-09-30' }, 'error date date-missing'],
    [{ date: '' }, 'error date date-missing'],
    [{ date: '2062-10-19' }, 'error date date-far'],
    [{ time: '' }, 'error time time-missing'],
    [{ date: '2026-10-01', time: '12:00' }, 'error time time-past'],
    [{ date: '2027-03-28', time: '02:30' }, 'error time time-missing'],
    [{ minutes: '4' }, 'error minutes minutes-wrong'],
    [{ weeks: '27' }, 'error weeks weeks-wrong'],
    [{ inARow: '0' }, 'error inARow inARow-wrong'],
    [{ pause: '-1' }, 'error pause pause-wrong'],
    [{ weeks: '26', inARow: '10' }, 'error weeks too-many'],
    [{ kind: 'relatives-course', seats: '51' }, 'error seats seats-wrong'],
    [{ kind: 'relatives-course', more: [{ date: '', time: '' }] }, 'error more-0 more-missing'],
    [
      { kind: 'relatives-course', more: [{ date: '2026-10-01', time: '08:00' }] },
      'error more-0 more-missing',
    ],
    [{ kind: 'relatives-course', more: [{ date: '2062-10-19', time: '17:00' }] }, 'error more-0 date-far'],
  ] as const)('%j is refused by the name of its field', (changed, error) => {
    expect(starts(changed)).toEqual([error])
  })
})

test('later today is a time like others', () => {
  expect(starts({ date: '2026-10-01', time: '12:01' })).toEqual(['2026-10-01T10:01:00Z'])
})

test('the hour that is left out in March does not exist, and of the one that comes twice the first is meant', () => {
  expect(danishInstant('2026-03-29', '02:30')).toBeNull()
  expect(danishInstant('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00Z')
  expect(danishInstant('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00Z')
  expect(danishInstant('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00Z')
})
