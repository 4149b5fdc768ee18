import { describe, expect, test } from 'vitest'
import { calendar, entriesOf } from '../../../src/core/calendar/ics.ts'

const slot = (...startsAt: string[]) => ({
  id: '00000000-0000-4000-8000-000000000001',
  dates: startsAt.map(start => ({ startsAt: start, minutes: 45 })),
})

/** What a Danish calendar shows for each start in the file. */
function shownInDenmark(text: string): string[] {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return [...text.matchAll(/^DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\r$/gm)].map(
    ([, y, m, d, h, min, s]) => shown.format(Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`)),
  )
}

describe('the calendar file', () => {
  test('shows one o’clock in Denmark on both sides of both clock changes', () => {
    const course = slot(
      '2026-10-24T11:00:00Z',
      '2026-10-26T12:00:00Z',
      '2027-03-27T12:00:00Z',
      '2027-03-29T11:00:00Z',
    )
    expect(shownInDenmark(calendar(entriesOf(course, 'Aftale'), '2026-10-01'))).toEqual([
      '2026-10-24 13:00',
      '2026-10-26 13:00',
      '2027-03-27 13:00',
      '2027-03-29 13:00',
    ])
  })

  test('says a neutral word and when, and nothing else', () => {
    expect(
      calendar(entriesOf(slot('2026-11-26T13:30:00+01:00'), 'Aftale'), '2026-11-22').split('\r\n'),
    ).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//calendar//DA',
      'BEGIN:VEVENT',
      'UID:00000000-0000-4000-8000-000000000001-0',
      'DTSTAMP:20261122T000000Z',
      'DTSTART:20261126T123000Z',
      'DTEND:20261126T131500Z',
      'SUMMARY:Aftale',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('folds long lines after 75 octets and never inside a sign (RFC 5545 §3.1)', () => {
    const text = calendar([{ uid: 'u', day: '2026-11-24', summary: 'ø'.repeat(100) }], '2026-11-22')
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map(line => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'ø'.repeat(100)}`)
    expect(text).toContain('DTSTART;VALUE=DATE:20261124')
  })
})
