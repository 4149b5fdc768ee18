import { municipality } from '#municipality'
import { figureOf } from './figures.ts'
import { daysOf as daysIn, type LimitId, limitOf as limitIn, monthsOf as monthsIn } from './limits.ts'
import type { Fact, Figure } from './types.ts'

export { asText, camelCased } from './figures.ts'
export { laws } from './laws.ts'
export { bookingLimits, type BookingLimits } from './limits.ts'
export { retention } from './retention.ts'
export { dayText } from '../calendar/names.ts'
export { type Period, standardStatus, type StandardStatus } from './status.ts'
export { defaultVariables, type Variables } from './variables.ts'

/** One fact of the municipality this app is built for. Throws Error for an unknown id. */
export function fact(id: string): Fact {
  const found = municipality.facts.find(candidate => candidate.id === id)
  if (!found) throw new Error(`There is no fact "${id}"`)
  return found
}

/** Its figure. Throws Error for an unknown fact or one without a figure. */
export function figure(id: string): Figure {
  return figureOf(municipality, id)
}

/** One side of it. Throws Error when there is none: a limit is never guessed. */
export function limitOf(id: LimitId, side: 'min' | 'max'): number {
  return limitIn(municipality, id, side)
}

/** A time limit in days. @throws Error when it is named in a unit that is no whole number of days. */
export const daysOf = (id: LimitId): number => daysIn(municipality, id)

/** A time in months. @throws Error when it is named in another unit than months or years. */
export const monthsOf = (id: LimitId): number => monthsIn(municipality, id)
