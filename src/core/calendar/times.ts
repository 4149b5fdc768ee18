import type { Language } from '../facts/types.ts'

const zone = 'Europe/Copenhagen'
const locale = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Language, string>

/** "torsdag den 26. november" / "Thursday 26 November", in Denmark's time; day and month are not parted at a line's end. */
export function dayName(instant: string, lang: Language): string {
  const name = new Intl.DateTimeFormat(locale[lang], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(instant))
  return name.replace(/(\d+\.?) /, '$1\u00a0')
}

/** "14.30" / "14:30", in Denmark's time. */
export function clock(instant: string, lang: Language): string {
  return new Intl.DateTimeFormat(locale[lang], { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    Date.parse(instant),
  )
}

/** "torsdag den 26. november kl. 14.30-15.00" */
export function dayAndTime(date: { startsAt: string; minutes: number }, lang: Language): string {
  return `${dayName(date.startsAt, lang)}${lang === 'da' ? ' kl.\u00a0' : ', '}${fromTo(date, lang)}`
}

/** The dates of one slot, a line each. Danish writes days small, a line begins large. */
export function dateLines(dates: readonly { startsAt: string; minutes: number }[], lang: Language): string[] {
  return dates.map(date => {
    const line = dayAndTime(date, lang)
    return line.charAt(0).toUpperCase() + line.slice(1)
  })
}

/** "14.30-15.00"; word joiners keep a line from breaking in the middle of it. */
export function fromTo(date: { startsAt: string; minutes: number }, lang: Language): string {
  const end = new Date(Date.parse(date.startsAt) + date.minutes * 60_000).toISOString()
  return `${clock(date.startsAt, lang)}\u2060-\u2060${clock(end, lang)}`
}

/** `days` after a day, as `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Two days on, and never a Saturday or Sunday: when it is worth looking for an answer. Our advice, not a promise. */
export function lookAgainDay(day: string): string {
  const then = daysAfter(day, 2)
  const weekday = new Date(`${then}T12:00:00Z`).getUTCDay()
  return weekday === 6 ? daysAfter(then, 2) : weekday === 0 ? daysAfter(then, 1) : then
}

/** The name of a day given as `YYYY-MM-DD`. */
export const nameOfDay = (day: string, lang: Language): string => dayName(`${day}T12:00:00Z`, lang)
