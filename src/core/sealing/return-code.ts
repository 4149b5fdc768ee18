// Nothing heavy here: the code is made and checked before the sealing chunk is loaded.

/** Crockford's base32: no I, L, O, U. The place in the string is the symbol's value. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Symbols in a code: 19 random ones (95 bits) and the check symbol. */
export const CODE_LENGTH = 20
const RANDOM_SYMBOLS = CODE_LENGTH - 1
const GROUP = 4

declare const checked: unique symbol

/** 20 symbols in capitals, without dashes, whose check symbol is right. Made by `makeCode` and `readCode` only. */
export type ReturnCode = string & { readonly [checked]: true }

/** `at` is the place of the first symbol that is none of ours, counted from 0, dashes and spaces left out. */
export type CodeReading =
  | { readonly ok: true; readonly code: ReturnCode }
  | { readonly ok: false; readonly why: 'length'; readonly length: number }
  | { readonly ok: false; readonly why: 'symbol'; readonly at: number }
  | { readonly ok: false; readonly why: 'check' }

/**
 * A new code from 95 random bits.
 *
 * @param random gives a number of random bytes; the platform's generator unless a test says otherwise.
 */
export function makeCode(random: (length: number) => Uint8Array = randomBytes): ReturnCode {
  // 32 divides 256, so the low five bits of a random byte are a random symbol without rejection or bias.
  const values = Array.from(random(RANDOM_SYMBOLS), byte => byte & 31)
  return toText([...values, checkSymbol(values)]) as ReturnCode
}

/**
 * Reads a code as people type and paste it: case, spaces and any dash do not matter, O is 0, I and L are 1.
 */
export function readCode(text: string): CodeReading {
  const symbols = Array.from(text.normalize('NFKC').replace(BETWEEN_SYMBOLS, ''))
  const values = symbols.map(symbol => VALUES.get(symbol))
  const at = values.indexOf(undefined)
  if (at >= 0) return { ok: false, why: 'symbol', at }
  const known = values.filter(value => value !== undefined)
  if (known.length !== CODE_LENGTH) return { ok: false, why: 'length', length: known.length }
  if (checkSymbol(known.slice(0, RANDOM_SYMBOLS)) !== known[RANDOM_SYMBOLS])
    return { ok: false, why: 'check' }
  // Sound: length and check symbol have just been looked at.
  return { ok: true, code: toText(known) as ReturnCode }
}

/** The code as it is shown: `ABCD-EFGH-JKMN-PQRS-TVWX`. */
export function showCode(code: ReturnCode): string {
  return codeGroups(code).join('-')
}

/** The five groups of four, each for its own line or box. */
export function codeGroups(code: ReturnCode): readonly string[] {
  return Array.from({ length: CODE_LENGTH / GROUP }, (_, i) => code.slice(i * GROUP, (i + 1) * GROUP))
}

/** White space, every kind of dash, minus, underscore, dots, and signs that cannot be seen (soft hyphen, zero width). */
const BETWEEN_SYMBOLS = /[\s\p{Pd}\p{Cf}\u2212_.·]/gu

/** What each sign that may be typed is worth. */
const VALUES = new Map<string, number>([
  ...Array.from(ALPHABET, (symbol, value): [string, number] => [symbol, value]),
  ...Array.from(ALPHABET.toLowerCase(), (symbol, value): [string, number] => [symbol, value]),
  ...Array.from('Oo', (symbol): [string, number] => [symbol, 0]),
  ...Array.from('IiLl', (symbol): [string, number] => [symbol, 1]),
])

/**
 * The check symbol c = α·s₁₉ + α²·s₁₈ + … + α¹⁹·s₁ in GF(32) = GF(2)[α]/(α⁵ + α² + 1), where α is primitive.
 * No weight is 0, so one wrong symbol always changes the sum; all weights α⁰ … α¹⁹ differ (the order of α is 31),
 * so a swap of two different symbols does too, neighbours or not.
 */
function checkSymbol(values: readonly number[]): number {
  // Horner's rule: one more multiplication by α for each place to the left.
  return values.reduce((sum, value) => timesAlpha(sum ^ value), 0)
}

/** Multiplication by α: a shift, and α⁵ is replaced by α² + 1 (binary 100101). */
function timesAlpha(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}

function toText(values: readonly number[]): string {
  return values.map(value => ALPHABET.charAt(value)).join('')
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}
