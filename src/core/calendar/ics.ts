import type { Slot } from '../contract/slots.ts'

/** One entry of a calendar: an instant with its length, or a whole day. */
export type Entry = {
  readonly uid: string
  readonly summary: string
  /** For a calendar that others can look into: they see that the time is taken, and not by what. */
  readonly isPrivate?: boolean
  /** When the phone speaks up: a duration from the beginning (RFC 5545, 3.3.6), before it with a minus: `-PT2H`. */
  readonly alarm?: string
} & ({ readonly startsAt: string; readonly minutes: number } | { readonly day: string })

/**
 * An iCalendar file (RFC 5545). Times are written in UTC (§3.3.5, form 2), so that they are right in
 * Europe/Copenhagen on both sides of both clock changes, without a time zone table.
 * @param stamp the day it was made, `YYYY-MM-DD`; nothing finer is needed or wanted
 */
export function calendar(entries: readonly Entry[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//DA',
    ...entries.flatMap(entry => [
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      `DTSTAMP:${compactDay(stamp)}T000000Z`,
      ...when(entry),
      `SUMMARY:${escaped(entry.summary)}`,
      ...(entry.isPrivate === true ? ['CLASS:PRIVATE'] : []),
      ...alarmOf(entry),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  // §3.1: lines end in CRLF and are folded after 75 octets.
  return lines.map(folded).join('\r\n') + '\r\n'
}

/** §3.6.6. What it says is the word that the calendar shows anyway. */
const alarmOf = ({ alarm, summary }: Entry): string[] =>
  alarm === undefined
    ? []
    : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${alarm}`, 'END:VALARM']

/** The entries of a booked time: one for each of its dates. */
export function entriesOf(slot: Pick<Slot, 'id' | 'dates'>, summary: string): Entry[] {
  return slot.dates.map((date, index) => ({ uid: `${slot.id}-${index}`, ...date, summary }))
}

function when(entry: Entry): string[] {
  if ('day' in entry) return [`DTSTART;VALUE=DATE:${compactDay(entry.day)}`]
  const start = Date.parse(entry.startsAt)
  return [`DTSTART:${utc(start)}`, `DTEND:${utc(start + entry.minutes * 60_000)}`]
}

const compactDay = (day: string): string => day.replaceAll('-', '')
const utc = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** §3.3.11: backslash, semicolon, comma and line breaks in TEXT. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

function folded(line: string): string {
  const encoder = new TextEncoder()
  const parts: string[] = []
  let part = ''
  for (const symbol of line) {
    if (encoder.encode(part + symbol).length > 74) {
      parts.push(part)
      part = ''
    }
    part += symbol
  }
  return [...parts, part].join('\r\n ')
}
