const INVISIBLE = /\p{Cf}/gu
const DASHES = /[\p{Pd}\u02d7\u2043\u2212\u2796\u30fc]/gu
/** With the signs that look empty: the Hangul fillers (NFKC makes one of those of other widths) and the blank of Braille. */
const SPACES = /[\s\u115f\u1160\u2800]+/gu

/**
 * A text as it is meant to be read, for looking in it for numbers: full-width and other forms of digits as 0-9, nothing
 * invisible (direction and zero-width signs, soft hyphens), every dash a hyphen, every space a plain one.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .replace(/\p{Nd}/gu, digit => String(valueOf(digit)))
    .trim()
}

/** Decimal digits of every script stand in runs of ten that begin at their zero, some right behind another (Unicode, "Nd"). */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return (code - zero) % 10
}
