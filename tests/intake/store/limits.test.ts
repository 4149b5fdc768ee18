import { expect, test } from 'vitest'
import { municipality } from '#municipality'
import { slotKind } from '../../../src/core/contract/index.ts'
import { bookingLimits } from '../../../src/core/facts/limits.ts'
import { builtLimits, KINDS } from '../../../src/intake/store/limits.ts'

test('the intake holds a mailbox to the figures of the municipality, for every kind of time', () => {
  expect(builtLimits.most).toEqual(bookingLimits(municipality).most)
  expect([...KINDS].sort()).toEqual([...slotKind.options].sort())
})
