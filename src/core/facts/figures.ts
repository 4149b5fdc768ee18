import { FIRST, rangeOf } from '../languages.ts'
import type { Figure, Language, Municipality } from './types.ts'

/** "intake-first-talk" → "intakeFirstTalk": the name of a fact's figure in copy. */
export function camelCased(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** The figure of a fact of this municipality. Throws Error for an unknown fact or one without a figure. */
export function figureOf(municipality: Municipality, id: string): Figure {
  const found = municipality.facts.find(fact => fact.id === id)
  if (!found) throw new Error(`There is no fact "${id}"`)
  if (!found.figure) throw new Error(`The fact "${id}" has no figure`)
  return found.figure
}

/**
 * A figure as a language says it: "14"; "1-2" with the hyphen the standards use, or "1 to 2", since many voices leave the
 * hyphen out. Whether a figure is "at most" or "at least" is said by the words around it.
 */
export function asText({ min, max }: Figure, lang: Language = FIRST): string {
  if (min === null && max === null) throw new Error('A figure needs a number')
  if (min === null || max === null || min === max) return String(max ?? min)
  return rangeOf(min, max, lang)
}
