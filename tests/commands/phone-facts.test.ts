import { expect, it } from 'vitest'
import { municipality } from '#municipality'
import { checkFacts, figureFacts, municipalityForPhones } from '../../src/commands/phone-facts.ts'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { factsOf } from '../../src/core/eligibility/index.ts'
import { municipality as mikkelborg } from '../fixtures/mikkelborg/index.ts'

const checked = new Map(checkFacts(municipality.facts).map(fact => [fact.id, fact]))

it('leaves a phone every figure that copy interpolates', () => {
  // Sound: what is left out is what this test shows not to be missed.
  const there = { ...municipality, facts: figureFacts(municipality.facts) } as typeof municipality
  for (const lang of ['da', 'en'] as const)
    expect(defaultVariables(there, lang)).toEqual(defaultVariables(municipality, lang))
})

it('leaves the check the headings of what it gives as a reason, and not what only pages tell', () => {
  for (const id of factsOf('deadline-start')) {
    const { section, standards } = municipality.facts.find(fact => fact.id === id) ?? {}
    expect(checked.get(id)).toEqual({ id, section, standards })
  }
  expect(checked.has('staff-supervision')).toBe(false)
  expect(checked.size).toBeLessThan(municipality.facts.length)
})

it("puts the reasons into a script of their own: the municipality's tells figures only", async () => {
  const plugin = municipalityForPhones(undefined)
  const reasons = new URL('../../src/core/facts/reasons.ts', import.meta.url).pathname
  const code = (await plugin.load(reasons)) ?? ''
  expect(JSON.parse(code.replace(/^export const reasonFacts = /, ''))).toEqual([...checked.values()])
  const all = (await plugin.load(plugin.resolveId('#municipality') ?? '')) ?? ''
  expect(all).not.toContain('"section"')
})

it('stands for the municipality that is built, as plain data', async () => {
  const path = new URL('../fixtures/mikkelborg/index.ts', import.meta.url).pathname
  const plugin = municipalityForPhones(path)
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
