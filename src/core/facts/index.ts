import { municipality } from '#municipality'
import { asText, figureOf } from './figures.ts'
import type { Fact, Figure, Municipality } from './types.ts'

export { asText, camelCased, figureOf } from './figures.ts'
export { laws } from './laws.ts'
export { retention } from './retention.ts'
export { dayText, type Period, standardStatus, type StandardStatus } from './status.ts'
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

/** Its figure as both languages write it: "1-2", "3-6", "14". */
export function figureText(id: string): string {
  return asText(figure(id))
}

/** All facts of a municipality, in the order its standards say them. */
export function factsOf(other: Municipality): readonly Fact[] {
  return other.facts
}
