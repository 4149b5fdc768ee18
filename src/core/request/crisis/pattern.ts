import { needsOf, needsOfList, type Needs, type OneOf } from './needs.ts'
import { folded } from './words.ts'

/**
 * Phrases to be looked for. An engine takes long to get an expression ready, and a thread on which it does answers no touch
 * meanwhile: each is made when there first is a line in which all stands that its phrase needs.
 */
export type Pattern = readonly Phrase[]

type Phrase = { readonly needs: () => Needs; readonly expression: () => RegExp }

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
  const known = new Map(
    Object.entries(lists).map(([name, words]) => {
      const list = once(() => folded(words))
      const needs = once(() => needsOfList(list(), needsOfListed))
      return [folded(name), { list, needs }]
    }),
  )
  const listed = (name: string): { readonly list: () => string; readonly needs: () => OneOf } => {
    const list = known.get(name)
    if (list === undefined) throw new Error(`no such list: ${name.toUpperCase()}`)
    return list
  }
  const needsOfListed = (name: string): OneOf => listed(name).needs()
  const expressionOf = (phrase: string): RegExp =>
    new RegExp(` (?:${sourceOf(phrase, name => listed(name).list())})(?= )`, 'g')
  return phrases.map(raw => {
    const phrase = once(() => folded(raw))
    return {
      needs: once(() => needsOf(phrase(), needsOfListed)),
      expression: once(() => expressionOf(phrase())),
    }
  })
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

function sourceOf(phrase: string, list: (name: string) => string): string {
  return withWholeWords(withLists(phrase, list))
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
const withLists = (phrase: string, list: (name: string) => string): string =>
  phrase.replace(/\{([a-z]+)\}/g, (_, name: string) => `(?:${withLists(list(name), list)})`)

/** Where words that were found stand in a line. */
export type Match = { readonly start: number; readonly end: number }

/** The first place in a line, from an index on, where a pattern fits; of two that begin there the earlier phrase. */
export function firstIn(line: string, pattern: Pattern, from = 0): Match | undefined {
  let first: Match | undefined
  for (const { needs, expression } of pattern) {
    if (!needs().every(group => group.some(one => line.includes(one)))) continue
    const looking = expression()
    looking.lastIndex = from
    const found = looking.exec(line)
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
