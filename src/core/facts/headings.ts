import type { Fact, StandardId } from './types.ts'

/** A heading of the standards, as printed, and the facts that stand under it. */
export type HeadingOfFacts = {
  readonly heading: string
  /** The standard that has these facts there. */
  readonly of: StandardId | 'both'
  readonly facts: readonly string[]
}

/** The headings that facts stand under, each with the ids of those that stand there in the same standards. */
export function headingsOf(facts: readonly Fact[]): readonly HeadingOfFacts[] {
  const found = new Map<string, HeadingOfFacts & { readonly facts: string[] }>()
  for (const { id, section, standards } of facts) {
    const heading = section.drugs ?? section.alcohol
    if (heading === undefined) continue
    const of = standards.length > 1 ? 'both' : (standards[0] ?? 'both')
    const key = `${of} ${heading}`
    const there = found.get(key) ?? { heading, of, facts: [] }
    there.facts.push(id)
    found.set(key, there)
  }
  return [...found.values()]
}
