import { pathToFileURL, fileURLToPath } from 'node:url'
import { factsOf } from '../core/eligibility/index.ts'
import { cautions } from '../core/eligibility/vocabulary/cautions.ts'
import { deadlines } from '../core/eligibility/vocabulary/deadlines.ts'
import { offers } from '../core/eligibility/vocabulary/offers.ts'
import { rights } from '../core/eligibility/vocabulary/rights.ts'
import type { Fact, Municipality } from '../core/facts/types.ts'

/** What the check stands on: its reasons name the heading of each. */
const checked: ReadonlySet<string> = new Set(
  Object.keys({ ...offers, ...rights, ...deadlines, ...cautions }).flatMap(
    id => factsOf(id as Parameters<typeof factsOf>[0]), // Object.keys widens the ids
  ),
)

/** The facts with a figure for a sentence: of each no more than the figure, since nothing else of it is read there. */
export const figureFacts = (facts: readonly Fact[]): readonly Pick<Fact, 'id' | 'figure'>[] =>
  facts.flatMap(({ id, figure }) => (figure === undefined ? [] : [{ id, figure }]))

/** The facts that the check gives as reasons, with their headings. */
export const checkFacts = (facts: readonly Fact[]): readonly Pick<Fact, 'id' | 'section' | 'standards'>[] =>
  facts.filter(({ id }) => checked.has(id)).map(({ id, section, standards }) => ({ id, section, standards }))

const NAME = 'virtual:municipality-for-phones'
const REASONS = fileURLToPath(new URL('../core/facts/reasons.ts', import.meta.url))

/**
 * Puts the municipality into the citizens' script as plain data: of its facts the figures, and for the check the headings of
 * its reasons in a script of their own. What only the pages tell is in the HTML (docs/decisions/0025).
 *
 * @param path of another municipality's `index.ts`; without it the project's own
 */
export function municipalityForPhones(path: string | undefined): {
  readonly name: string
  readonly enforce: 'pre'
  readonly resolveId: (id: string) => string | undefined
  readonly load: (id: string) => Promise<string | undefined>
} {
  const file = path === undefined ? fileURLToPath(import.meta.resolve('#municipality')) : path
  return {
    name: 'municipality-for-phones',
    enforce: 'pre',
    resolveId: id => (id === '#municipality' || id === file ? NAME : undefined),
    load: async id => {
      if (id !== NAME && id !== REASONS) return undefined
      // Sound: whatever stands for `#municipality` has been type-checked as one.
      const { municipality } = (await import(pathToFileURL(file).href)) as { municipality: Municipality }
      return id === REASONS
        ? `export const reasonFacts = ${JSON.stringify(checkFacts(municipality.facts))}`
        : `export const municipality = ${JSON.stringify({ ...municipality, facts: figureFacts(municipality.facts) })}`
    },
  }
}
