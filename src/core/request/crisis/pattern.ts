import { folded } from './words.ts'

/**
 * Compiles phrases to one expression over words with one space between, before and after them.
 * - `~` stands for up to two words between, `~~` for up to five, `~~~` for up to twelve; none goes past a comma
 * - `*` ends a word in any way
 * - `(a|b)`, `?` and `(?!…)` as in any regular expression; what must not follow is whole words too
 * - `$` is the end of the sentence or a comma
 * - `{NAME}` is one of the given lists of words
 * Letters are folded as those of the text are. No lookbehind: Safari before 16.4 does not know it.
 */
export function patternOf(phrases: readonly string[], lists: Readonly<Record<string, string>>): RegExp {
  return new RegExp(` (?:${phrases.map(phrase => sourceOf(phrase, lists)).join('|')})(?= )`, 'g')
}

function sourceOf(phrase: string, lists: Readonly<Record<string, string>>): string {
  return withWholeWords(folded(withLists(phrase, lists)))
    .replaceAll('~~~ ', '(?:[^ ,]+ ){0,12}')
    .replaceAll('~~ ', '(?:[^ ,]+ ){0,5}')
    .replaceAll('~ ', '(?:[^ ,]+ ){0,2}')
    .replaceAll('*', '[^ ,]*')
    .replaceAll('$', '(?= $| ,)')
}

/** Puts the end of a word before the end of each `(?!…)`. */
function withWholeWords(source: string): string {
  const from = source.lastIndexOf('(?!')
  if (from === -1) return source
  let depth = 0
  let at = from
  do {
    if (source[at] === '(') depth++
    if (source[at] === ')') depth--
    at++
  } while (depth > 0)
  return `${withWholeWords(source.slice(0, from))}${source.slice(from, at - 1)} )${source.slice(at)}`
}

/** A list may name another. */
function withLists(phrase: string, lists: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{([A-Z]+)\}/g, (_, name: string) => {
    const list = lists[name]
    if (list === undefined) throw new Error(`no such list: ${name}`)
    return `(?:${withLists(list, lists)})`
  })
}

/** Where words that were found stand in a line. */
export type Match = { readonly start: number; readonly end: number }

/** The first place in a line where a pattern fits. */
export function firstIn(line: string, pattern: RegExp): Match | undefined {
  pattern.lastIndex = 0
  const found = pattern.exec(line)
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}
