import { describe, expect, it } from 'vitest'
import { isUsableHybridKey } from '../../../src/core/sealing/hybrid-key.ts'

const P = 2n ** 255n - 19n
/** The five of RFC 7748 §6.1 and what reads as the first two of them: p and p + 1. */
const smallOrder: [string, bigint][] = [
  ['0', 0n],
  ['1', 1n],
  ['p - 1', P - 1n],
  ['of order 8', 325606250916557431795983626356110631294008115727848805560023387167927233504n],
  ['of order 8 too', 39382357235489614581723060781553021112529911719440698176882885853963445705823n],
  ['p', P],
  ['p + 1', P + 1n],
]
const littleEndian = (number: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, n) => Number((number >> BigInt(8 * n)) & 255n))

/** A key of zeros, with seed and point that are no zeros, and some bytes put into it. */
function keyWith(put: Readonly<Record<number, number>> = {}, point = littleEndian(9n)): Uint8Array {
  const bytes = new Uint8Array(1216)
  bytes.fill(0xff, 1152, 1184)
  bytes.set(point, 1184)
  for (const [at, byte] of Object.entries(put)) bytes[Number(at)] = byte
  return bytes
}

describe('a hybrid key', () => {
  it('is 1,216 bytes', () => {
    expect(isUsableHybridKey(keyWith())).toBe(true)
    expect(isUsableHybridKey(keyWith().subarray(1))).toBe(false)
    expect(isUsableHybridKey(keyWith().subarray(0, 1215))).toBe(false)
    const long = new Uint8Array(1217)
    long.set(keyWith())
    expect(isUsableHybridKey(long)).toBe(false)
  })

  // Two numbers of 12 bits in three bytes, the low bits first; q is 0xd01 (FIPS 203 §4.2.1).
  it.each([0, 3, 573, 1149])('has numbers below q alone, at byte %i too', at => {
    const numbers = (first: number, second: number) => ({
      [at]: first & 255,
      [at + 1]: (first >> 8) | ((second & 15) << 4),
      [at + 2]: second >> 4,
    })
    for (const [first, second, usable] of [
      [0xd00, 0, true],
      [0xd01, 0, false],
      [0xfff, 0, false],
      [0, 0xd00, true],
      [0, 0xd01, false],
      [0, 0xfff, false],
      [0xcff, 0xd00, true],
      [0xd00, 0xcff, true],
    ] as const)
      expect(isUsableHybridKey(keyWith(numbers(first, second))), `${first} ${second}`).toBe(usable)
  })

  it.each(smallOrder)('has no point of small order: %s', (_, number) => {
    expect(isUsableHybridKey(keyWith({}, littleEndian(number)))).toBe(false)
    // RFC 7748 §5: the highest bit is ignored.
    expect(isUsableHybridKey(keyWith({}, littleEndian(number | (1n << 255n))))).toBe(false)
  })
})
