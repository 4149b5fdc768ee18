/** Today in Denmark, `YYYY-MM-DD`: the one place of the app that reads the clock for a day. */
export function today(now: Date = new Date()): string {
  // sv-SE writes ISO 8601 days.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(now)
}
