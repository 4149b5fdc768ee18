import { dayOf as dayOfInstant, type Day } from '../../core/calendar/days.ts'

export { daysBetween } from '../../core/calendar/days.ts'

/** Today in Denmark. */
export const today = (): Day => dayOfInstant(Date.now())

/** The day in Denmark on which a date begins. */
export const dayOf = ({ startsAt }: { readonly startsAt: string }): Day => dayOfInstant(Date.parse(startsAt))
