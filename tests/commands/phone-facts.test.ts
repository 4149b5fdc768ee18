import { expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { municipality } from '#municipality'
import {
  checkHeadings,
  figureFacts,
  forCitizens,
  municipalityForPhones,
} from '../../src/commands/phone-facts.ts'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { figureOf } from '../../src/core/facts/figures.ts'
import { limitIds, serviceLimits } from '../../src/core/facts/limits.ts'
import { factsOf } from '../../src/core/eligibility/index.ts'
import { municipality as mikkelborg } from '../fixtures/mikkelborg/index.ts'

const checked = checkHeadings(municipality.facts)

it('leaves the inbox every figure that copy interpolates', () => {
  // Sound: what is left out is what this test shows not to be missed.
  const there = { ...municipality, facts: figureFacts(municipality.facts) } as typeof municipality
  for (const lang of ['da', 'en'] as const)
    expect(defaultVariables(there, lang)).toEqual(defaultVariables(municipality, lang))
})

it('leaves a citizen the figures that the app counts by, and no others', () => {
  // Sound: what is left out is what this test shows not to be missed.
  const there = forCitizens(municipality) as typeof municipality
  for (const id of limitIds) expect(figureOf(there, id)).toEqual(figureOf(municipality, id))
  expect(there.facts).toHaveLength(limitIds.length)
  expect(serviceLimits(there)).toEqual(serviceLimits(municipality))
})

/** The scripts of citizens: not pages, which the build writes, nor what builds them. */
const scripts = readdirSync('src/app', { recursive: true, encoding: 'utf8' }).filter(
  file => /\.tsx?$/.test(file) && !/^(pages\/|prerender)/.test(file),
)

it('gives a citizen all of the municipality that a script asks for', () => {
  const there = Object.keys(forCitizens(municipality))
  const asked = scripts.flatMap(file =>
    [...readFileSync(`src/app/${file}`, 'utf8').matchAll(/\bmunicipality\.(\w+)/g)].map(([, key]) => key),
  )
  expect(asked).toContain('helplines')
  expect(asked.filter(key => key !== undefined && !there.includes(key))).toEqual([])
})

it('leaves the check the headings of what it gives as a reason, and not what only pages tell', () => {
  const placed = checked.flatMap(({ facts }) => facts)
  for (const id of factsOf('deadline-start')) {
    const { section, standards } = municipality.facts.find(fact => fact.id === id) ?? {}
    const { heading, of } = checked.find(({ facts }) => facts.includes(id)) ?? {}
    expect([heading, of]).toEqual([section?.drugs, standards?.length === 2 ? 'both' : standards?.[0]])
  }
  expect(placed).not.toContain('staff-supervision')
  expect(new Set(placed).size).toBe(placed.length)
  expect(placed.length).toBeLessThan(municipality.facts.length)
})

it("puts the reasons into a script of their own: the municipality's tells figures only", async () => {
  const plugin = municipalityForPhones(undefined, 'citizen')
  const reasons = new URL('../../src/core/facts/reasons.ts', import.meta.url).pathname
  const code = (await plugin.load(reasons)) ?? ''
  expect(JSON.parse(code.replace(/^export const reasonHeadings = /, ''))).toEqual(checked)
  const all = (await plugin.load(plugin.resolveId('#municipality') ?? '')) ?? ''
  expect(all).not.toContain('"section"')
})

it('stands for the municipality that is built, as plain data', async () => {
  const path = new URL('../fixtures/mikkelborg/index.ts', import.meta.url).pathname
  const plugin = municipalityForPhones(path, 'citizen')
  expect(plugin.resolveId('./other.ts')).toBeUndefined()
  for (const id of ['#municipality', path]) {
    const code = (await plugin.load(plugin.resolveId(id) ?? '')) ?? ''
    const { place, id: of } = JSON.parse(
      code.replace(/^export const municipality = /, ''),
    ) as typeof mikkelborg
    expect([of, place.name]).toEqual([mikkelborg.id, mikkelborg.place.name])
  }
  expect(await plugin.load('./other.ts')).toBeUndefined()
})
