import { municipality } from '#municipality'
import { defaultVariables } from '../../src/core/facts/index.ts'
import type { Language } from '../../src/core/facts/types.ts'

export type Measured = { readonly sentences: number; readonly words: number; readonly score: number }

/** A name counts as the words it is, none of them long: nobody can choose a shorter name for the place. */
const short = (name: string): string => name.replace(/\p{L}{6,}/gu, word => word.slice(0, 5))

/** Names by the path of their variable; the rest (figures, days) stands as it is read. */
const isName = (path: string): boolean =>
  /^(place|municipality|fullMunicipality|street|town|anonymousProviders|unit\..*|law\..*|standard\.\w+\.title)$/.test(
    path,
  )

/** A text as it is read: names and figures filled in; what the page itself fills in counts as one short word. */
export function asRead(text: string, lang: Language): string {
  const variables: unknown = defaultVariables(municipality, lang)
  return text
    .replace(/\{\{\s*-?\s*([\w.]+)[^}]*\}\}/g, (_, path: string) => {
      const value = path
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], variables)
      if (typeof value !== 'string') return 'x'
      return isName(path) ? short(value) : value
    })
    .replace(/\b(fx|f\.eks|ca|kl|nr|art|stk|evt|bl\.a|jf|e\.g|i\.e)\./gi, '$1')
}

/** Sentences of a text. A full stop before a small letter ("24. januar") or inside a number ends none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["”'»)]*)\s+(?=["“”'«(–-]*\s?[\p{Lu}\p{N}])/u)
    .map(sentence => sentence.trim())
    .filter(sentence => wordsOf(sentence).length > 0)
}

/** Words; one with a hyphen is one word. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []
}

/** Running text: whole sentences. Headings, labels, buttons and list words are not what LIX is made for. */
export function isRunningText(text: string): boolean {
  return /[.!?…]["”'»)]*$/.test(text.trim()) && wordsOf(text).length >= 3
}

/** LIX (Björnsson): words per sentence + 100 × long words / words; long is 7 letters or more. */
export function lix(texts: readonly string[]): Measured {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  const long = words.filter(word => word.length >= 7)
  if (words.length === 0) return { sentences: 0, words: 0, score: 0 }
  const score = words.length / sentences.length + (100 * long.length) / words.length
  return { sentences: sentences.length, words: words.length, score }
}

/**
 * The Automated Readability Index (Smith and Senter 1967): 4.71 × characters / words + 0.5 × words / sentences − 21.43,
 * a US school grade. Chosen for English because it counts letters, not guessed syllables, so it is exact.
 */
export function ari(texts: readonly string[]): Measured {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return { sentences: 0, words: 0, score: 0 }
  const characters = words.reduce((sum, word) => sum + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  const score = (4.71 * characters) / words.length + (0.5 * words.length) / sentences.length - 21.43
  return { sentences: sentences.length, words: words.length, score }
}
