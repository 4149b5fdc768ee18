import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const brotli = promisify(brotliCompress)

/**
 * Sizes of the blocks that Brotli reads ahead, as powers of two; 0 leaves it to the compressor. Which of the two makes a large
 * file smaller depends on the file: 0.07 kB of the scripts that a phone keeps, 0.2 kB of the inbox's worker. Larger blocks gained 0.01 kB at the most, and
 * each size costs as much work as the first.
 */
const BLOCKS = [0, 16]

/** Bytes from which on there is more than one block. */
const SEVERAL = 2 ** 16

/** The smallest that Brotli makes of it (RFC 7932). */
export async function pressed(plain: Uint8Array): Promise<Uint8Array> {
  const made = await Promise.all(
    BLOCKS.slice(0, plain.length > SEVERAL ? BLOCKS.length : 1).map(bits =>
      brotli(plain, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGBLOCK]: bits },
      }),
    ),
  )
  return made.reduce((smallest, one) => (one.length < smallest.length ? one : smallest))
}
