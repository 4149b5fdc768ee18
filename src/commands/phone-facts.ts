import { pathToFileURL, fileURLToPath } from 'node:url'
import { factsOf } from '../core/eligibility/index.ts'
import { cautions } from '../core/eligibility/vocabulary/cautions.ts'
import { deadlines } from '../core/eligibility/vocabulary/deadlines.ts'
import { offers } from '../core/eligibility/vocabulary/offers.ts'
import { rights } from '../core/eligibility/vocabulary/rights.ts'
import { headingsOf, type HeadingOfFacts } from '../core/facts/headings.ts'
import { limitIds } from '../core/facts/limits.ts'
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

const counted: ReadonlySet<string> = new Set(limitIds)

/**
 * What a citizen's scripts ask of the municipality: of the facts only those the app counts by, since the build has filled the
 * figures into the sentences (words-for-phones.ts). The rest is read by pages and by what builds them.
 */
export function forCitizens(all: Municipality): object {
  const { units: _units, required: _required, helplines, facts, ...rest } = all
  return {
    ...rest,
    helplines: helplines.map(({ checked: _checked, ...line }) => line),
    facts: figureFacts(facts).filter(({ id }) => counted.has(id)),
  }
}

/** The inbox fills in its own words, and looks up the figures for them. */
const forMembers = (all: Municipality): object => ({ ...all, facts: figureFacts(all.facts) })

/** The headings of the facts that the check gives as reasons. */
export const checkHeadings = (facts: readonly Fact[]): readonly HeadingOfFacts[] =>
  headingsOf(facts.filter(({ id }) => checked.has(id)))

const given = { citizen: forCitizens, inbox: forMembers }
/** Whose scripts are built. */
type Side = keyof typeof given

const NAME = 'virtual:municipality-for-phones'
const REASONS = fileURLToPath(new URL('../core/facts/reasons.ts', import.meta.url))

const fileOf = (path: string | undefined): string =>
  path ?? fileURLToPath(import.meta.resolve('#municipality'))

/** The municipality that is built: that of another's `index.ts`, or the project's own. */
export async function municipalityAt(path: string | undefined): Promise<Municipality> {
  // Sound: whatever stands for `#municipality` has been type-checked as one.
  const built = (await import(pathToFileURL(fileOf(path)).href)) as { municipality: Municipality }
  return built.municipality
}

/**
 * Puts the municipality into the scripts of a side as plain data, and for the check the headings of its reasons into a script of
 * their own. What only the pages tell is in the HTML (docs/decisions/0025).
 *
 * @param path of another municipality's `index.ts`; without it the project's own
 */
export function municipalityForPhones(
  path: string | undefined,
  side: Side,
): {
  readonly name: string
  readonly enforce: 'pre'
  readonly resolveId: (id: string) => string | undefined
  readonly load: (id: string) => Promise<string | undefined>
} {
  const file = fileOf(path)
  return {
    name: 'municipality-for-phones',
    enforce: 'pre',
    resolveId: id => (id === '#municipality' || id === file ? NAME : undefined),
    load: async id => {
      if (id !== NAME && id !== REASONS) return undefined
      const municipality = await municipalityAt(path)
      return id === REASONS
        ? `export const reasonHeadings = ${JSON.stringify(checkHeadings(municipality.facts))}`
        : `export const municipality = ${JSON.stringify(given[side](municipality))}`
    },
  }
}
