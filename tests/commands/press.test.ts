import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { pressed } from '../../src/commands/press.ts'

const words = (count: number): Uint8Array =>
  new TextEncoder().encode(Array.from({ length: count }, (_, n) => `ord${(n * 7919) % 1013}`).join(' '))

test.each([0, 10, 30_000])(
  'of %s words all come out again, and none of them is pressed worse than plainly',
  async count => {
    const plain = words(count)
    const small = await pressed(plain)
    expect(new Uint8Array(brotliDecompressSync(small))).toEqual(plain)
    const plainly = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    expect(small.length).toBeLessThanOrEqual(plainly.length)
  },
)
