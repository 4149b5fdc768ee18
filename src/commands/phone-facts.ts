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

/** The facts a phone has a use for: those with a figure for a sentence, and those the check gives as reasons. */
export const phoneFacts = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(({ id, figure }) => figure !== undefined || checked.has(id))

const NAME = 'virtual:municipality-for-phones'

/**
 * Puts the municipality into the citizens' script as plain data, without the facts that only the pages tell: those are in
 * the HTML (docs/decisions/0025).
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
      if (id !== NAME) return undefined
      // Sound: whatever stands for `#municipality` has been type-checked as one.
      const { municipality } = (await import(pathToFileURL(file).href)) as { municipality: Municipality }
      return `export const municipality = ${JSON.stringify({ ...municipality, facts: phoneFacts(municipality.facts) })}`
    },
  }
}
