import { lead as adultsLead, sections as adults } from '../adults/sections.ts'
import { lead as placeLead, sections as place } from '../place/sections.ts'
import { lead as relativesLead, sections as relatives } from '../relatives/sections.ts'
import { lead as rightsLead, sections as rights } from '../rights/sections.ts'
import type { Rests, Sentences } from '../shared/block.ts'
import type { Key } from '../shared/key.ts'
import { lead as youthLead, sections as youth } from '../youth/sections.ts'

/** The pages that tell what the standards say, and what each part of them tells. */
export const told = { adults, youth, relatives, place, rights } as const
export type TellingPage = keyof typeof told

/** What stands above the parts of each page. */
const leads: { readonly [P in TellingPage]: Sentences } = {
  adults: adultsLead,
  youth: youthLead,
  relatives: relativesLead,
  place: placeLead,
  rights: rightsLead,
}

/** One part of a page: where a fact is told. */
export type Part = {
  readonly page: TellingPage
  /** The part's address on its page. */
  readonly id: string
  readonly heading: Key
  readonly facts: readonly string[]
}

/** All parts of all pages that tell a fact, in the order they are read. */
export const parts: readonly Part[] = Object.entries(told).flatMap(([name, sections]) => {
  const page = name as TellingPage // Object.entries widens the keys of `told`
  return sections
    .filter(({ facts }) => facts.length > 0)
    .map(({ id, heading, facts }) => ({ page, id, heading, facts }))
})

/** Where a fact is told; nowhere is an empty list, and a failing test. */
export function partsThatTell(factId: string): readonly Part[] {
  return parts.filter(({ facts }) => facts.includes(factId))
}

/** One sentence of a page and what it rests on. */
export type Sentence = { readonly page: TellingPage; readonly key: Key; readonly rests: Rests }

/** Every sentence of the pages that tell the standards, in the order they are read. */
export const sentences: readonly Sentence[] = Object.entries(told).flatMap(([name, sections]) => {
  const page = name as TellingPage
  return [leads[page], ...sections.map(({ body }) => body)].flatMap(body =>
    Object.entries(body).map(([key, rests]) => ({ page, key: key as Key, rests })),
  )
})
