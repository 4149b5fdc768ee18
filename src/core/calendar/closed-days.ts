import { daysAfter, weekdayOf, type Day } from './days.ts'

/** Why offices in Denmark are closed on a day. */
export type Closed =
  | 'new-year'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'ascension'
  | 'whit-sunday'
  | 'whit-monday'
  | 'constitution-day'
  | 'christmas-eve'
  | 'christmas-day'
  | 'second-christmas-day'
  | 'new-years-eve'

/** Days that keep their date. 5 June, 24 and 31 December are no public holidays, but municipal offices are closed. */
const FIXED: Readonly<Record<string, Closed>> = {
  '01-01': 'new-year',
  '06-05': 'constitution-day',
  '12-24': 'christmas-eve',
  '12-25': 'christmas-day',
  '12-26': 'second-christmas-day',
  '12-31': 'new-years-eve',
}

/** Days that go with Easter Sunday, counted from it. The fourth Friday after it is a working day from 2024 on (act 214 of 2023). */
const AFTER_EASTER: Readonly<Record<number, Closed>> = {
  [-3]: 'maundy-thursday',
  [-2]: 'good-friday',
  0: 'easter-sunday',
  1: 'easter-monday',
  39: 'ascension',
  49: 'whit-sunday',
  50: 'whit-monday',
}

/** Why municipal offices in Denmark are closed on a day; null when they are not. Weekends are not looked at. */
export function closedOn(day: Day): Closed | null {
  const fixed = FIXED[day.slice(5)]
  if (fixed !== undefined) return fixed
  const easter = easterSunday(Number(day.slice(0, 4)))
  for (const [count, why] of Object.entries(AFTER_EASTER)) {
    if (daysAfter(easter, Number(count)) === day) return why
  }
  return null
}

/** The first day after this one on which municipal offices are open. */
export function workingDayAfter(day: Day): Day {
  const next = daysAfter(day, 1)
  return weekdayOf(next) < 5 && closedOn(next) === null ? next : workingDayAfter(next)
}

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const leapless = Math.floor((century + 8) / 25)
  const moon =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - leapless + 1) / 3) + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  // Days from 22 March on.
  return daysAfter(`${year}-03-22`, moon + sunday - 7 * late)
}
