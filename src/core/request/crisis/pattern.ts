import { folded } from './words.ts'

/**
 * Phrases to be looked for, in pieces: an engine takes long to get a large expression ready, and a thread on which it does
 * answers no touch meanwhile. Each is made when it is first needed.
 */
export type Pattern = readonly (() => RegExp)[]

/** Phrases in one piece. More is felt under the thumb on an old phone; fewer is slower for each text. */
const MOST = 2

/**
 * Reads phrases over words with one space between, before and after them.
 * - `~` stands for up to two words between, `~~` for up to five, `~~~` for up to twelve; none goes past a comma
 * - `*` ends a word in any way
 * - `(a|b)`, `?` and `(?!…)` as in any regular expression; what must not follow is whole words too
 * - `$` is the end of the sentence or a comma
 * - `{NAME}` is one of the given lists of words
 * Letters are folded as those of the text are. No lookbehind: Safari before 16.4 does not know it.
 */
export function patternOf(phrases: readonly string[], lists: Readonly<Record<string, string>>): Pattern {
  const pieces: (() => RegExp)[] = []
  for (let at = 0; at < phrases.length; at += MOST) {
    let made: RegExp | null = null
    pieces.push(() => (made ??= expressionOf(phrases.slice(at, at + MOST), lists)))
  }
  return pieces
}

const expressionOf = (phrases: readonly string[], lists: Readonly<Record<string, string>>): RegExp =>
  new RegExp(` (?:${phrases.map(phrase => sourceOf(phrase, lists)).join('|')})(?= )`, 'g')

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

/** The first place in a line, from an index on, where a pattern fits; of two that begin there the earlier phrase. */
export function firstIn(line: string, pattern: Pattern, from = 0): Match | undefined {
  let first: Match | undefined
  for (const piece of pattern) {
    const expression = piece()
    expression.lastIndex = from
    const found = expression.exec(line)
    if (found && (first === undefined || found.index < first.start))
      first = { start: found.index, end: found.index + found[0].length }
  }
  return first
}

/** A line with `put` in place of all that fits. */
export function replacedIn(line: string, pattern: Pattern, put: (found: string) => string): string {
  let done = ''
  let at = 0
  for (let found = firstIn(line, pattern); found; found = firstIn(line, pattern, at)) {
    done += line.slice(at, found.start) + put(line.slice(found.start, found.end))
    at = found.end
  }
  return done + line.slice(at)
}
