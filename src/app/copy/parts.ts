/** Of a file in `locales/<language>` these keys, or all that no other part names. */
type Keys = readonly string[] | 'rest'

/**
 * What a phone fetches of a language's copy at once, by file and its first keys: `base` what every interactive page begins with,
 * `contact`, `check` and `code` the first questions there, `more` what comes after them and what is told beside a page, `result`
 * the end of the check, and `near` what is fetched when the reader comes near it.
 */
export const copyParts = {
  base: {
    common: 'rest',
    line: 'rest',
    offline: ['notLoaded', 'otherLanguage', 'draftNotKept'],
    request: ['sendErrors'],
  },
  contact: { request: ['audience', 'wish', 'substance', 'concern', 'connection', 'errors', 'clock'] },
  more: { offline: 'rest', request: 'rest' },
  check: { check: ['intro', 'why', 'skip', 'yes', 'no', 'unsure', 'age', 'ask', 'next', 'page'] },
  result: { check: 'rest' },
  code: { replies: ['code', 'gone'], offline: ['codeWaiting', 'codeWaitingTitle'] },
  replies: { replies: 'rest' },
  near: { signs: 'rest', visit: 'rest' },
} as const satisfies Record<string, Record<string, Keys>>

export type CopyPart = keyof typeof copyParts

const named = Object.values<Record<string, Keys>>(copyParts)

/**
 * Of a file the keys that belong to a part.
 *
 * @param keys the file's first keys, in its order
 */
export function keysOfPart(part: CopyPart, file: string, keys: readonly string[]): readonly string[] {
  const own = (copyParts[part] as Record<string, Keys>)[file]
  if (own === undefined) return []
  if (own !== 'rest') return own
  const elsewhere = new Set(named.flatMap(({ [file]: of }) => (of === undefined || of === 'rest' ? [] : of)))
  return keys.filter(key => !elsewhere.has(key))
}
