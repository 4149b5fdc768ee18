/**
 * What a phone fetches of a language's copy at once: the copy of all interactive parts, what one has besides, and what is
 * fetched when the reader comes near it. By the names of the files in `locales/<language>`.
 */
export const copyParts = {
  base: ['common', 'line', 'offline', 'request'],
  check: ['check'],
  replies: ['replies'],
  near: ['signs', 'visit'],
} as const

export type CopyPart = keyof typeof copyParts
