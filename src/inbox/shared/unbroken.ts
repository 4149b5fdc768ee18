const WORD_JOINER = '\u2060'

/** A stretch of time that no line breaks in the middle of ("09.00-09.45"). For the screen only, not to be copied. */
export function unbroken(text: string): string {
  return text.replace(/(\d[.:]\d\d)-(?=\d)/g, `$1${WORD_JOINER}-${WORD_JOINER}`)
}
