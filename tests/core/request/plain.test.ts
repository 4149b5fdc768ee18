import { expect, it } from 'vitest'
import { plain } from '../../../src/core/request/plain.ts'

/** The ten digits of a script, as the language's own formatter writes them. */
const digitsOf = (numberingSystem: string): string[] =>
  Array.from({ length: 10 }, (_, digit) => new Intl.NumberFormat('en', { numberingSystem }).format(digit))

it('reads the digits of every script as 0-9', () => {
  const decimal = Intl.supportedValuesOf('numberingSystem').filter(system =>
    digitsOf(system).every(digit => /^\p{Nd}$/u.test(digit)),
  )
  expect(decimal.length).toBeGreaterThan(40)
  for (const system of decimal) expect(plain(digitsOf(system).join('')), system).toBe('0123456789')
})

it('has a hyphen for every dash, one space for all that stand together, and none around', () => {
  expect(plain('\u00a01\u20132 \u2009\u31643\u20144\n')).toBe('1-2 3-4')
})
