import { expect, it } from 'vitest'
import { municipality } from '#municipality'
import { municipalityForPhones, phoneFacts } from '../../src/commands/phone-facts.ts'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { factsOf } from '../../src/core/eligibility/index.ts'
import { municipality as mikkelborg } from '../fixtures/mikkelborg/index.ts'

const kept = new Set(phoneFacts(municipality.facts).map(({ id }) => id))

it('leaves a phone every figure that copy interpolates', () => {
  const there = { ...municipality, facts: phoneFacts(municipality.facts) }
  for (const lang of ['da', 'en'] as const)
    expect(defaultVariables(there, lang)).toEqual(defaultVariables(municipality, lang))
})

it('leaves a phone what the check gives as a reason, and not what only pages tell', () => {
  for (const id of factsOf('deadline-start')) expect(kept.has(id), id).toBe(true)
  expect(kept.has('staff-supervision')).toBe(false)
  expect(kept.size).toBeLessThan(municipality.facts.length)
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
