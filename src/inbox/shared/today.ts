// Swedish writes dates as ISO 8601 does.
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** Today in Denmark, `YYYY-MM-DD`. */
export function today(): string {
  return days.format(new Date())
}

/** The day in Denmark on which a date begins, `YYYY-MM-DD`. */
export const dayOf = ({ startsAt }: { readonly startsAt: string }): string =>
  days.format(Date.parse(startsAt))

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
