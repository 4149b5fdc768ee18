/**
 * What must stand in a line for a phrase to fit it: of each group at least one, and what needs most first. To look for it
 * is quick, and spares making an expression of nearly every phrase.
 */
export type Needs = readonly (readonly string[])[]

/**
 * Of what is said in one of several ways, what one of them needs; null where one needs nothing.
 * @param opened whether a space stands before it
 * @param closed whether a space follows it
 */
export type OneOf = (opened: boolean, closed: boolean) => readonly string[] | null

/**
 * Reads out of a phrase what it needs; in doubt nothing.
 * @param phrase as `patternOf` reads phrases, its letters folded, its lists by name
 * @param lists what each of them needs
 */
export function needsOf(phrase: string, lists: (name: string) => OneOf): Needs {
  return [...reading(phrase, lists, true).sequence(true, true)].sort(bySharpness)
}

/** As `needsOf`, for a list of words; each list stands in many phrases, and is read once for each place of spaces. */
export function needsOfList(list: string, lists: (name: string) => OneOf): OneOf {
  const made = new Map<string, readonly string[] | null>()
  return (opened, closed) => {
    const place = `${opened} ${closed}`
    const before = made.get(place)
    if (before !== undefined) return before
    const needs = reading(list, lists, closed).ways(opened, closed)
    made.set(place, needs)
    return needs
  }
}

/** The one that fits fewer lines first: of fewer ways, or longer ones. */
const bySharpness = (one: readonly string[], other: readonly string[]): number =>
  one.length - other.length || (other[0] ?? '').length - (one[0] ?? '').length

/** What is not a letter, in a way of saying it. */
const SIGNS = '({?$[~*+'

/**
 * Reads a phrase from its beginning to its end, a sign at a time: `at` is how far it has come.
 * @param endsClosed whether a space follows its last sign
 */
function reading(
  source: string,
  lists: (name: string) => OneOf,
  endsClosed: boolean,
): { sequence: (opened: boolean, closed: boolean) => Needs; ways: OneOf } {
  let at = 0

  const ways: OneOf = (opened, closed) => {
    const all: string[] = []
    let isKnown = true
    for (;;) {
      let sharpest: readonly string[] | undefined
      for (const one of sequence(opened, closed))
        if (sharpest === undefined || bySharpness(one, sharpest) < 0) sharpest = one
      if (sharpest) all.push(...sharpest)
      else isKnown = false
      if (source[at] !== '|') return isKnown ? all : null
      at++
    }
  }

  function sequence(opened: boolean, closed: boolean): Needs {
    const needs: (readonly string[])[] = []
    let from = at
    let before = opened ? ' ' : ''
    /** What stands in every line, from the last sign up to this one. */
    const end = (to: number, after = ''): string => {
      const letters = before + source.slice(from, to)
      if (letters !== '' && letters !== ' ') needs.push([letters + after])
      return letters
    }
    for (;;) {
      const sign = source[at]
      if (sign === undefined || sign === '|' || sign === ')') {
        end(at, closed ? ' ' : '')
        return needs
      }
      if (!SIGNS.includes(sign)) {
        at++
        continue
      }
      if (sign === '(' || sign === '{') {
        const isFree = end(at).endsWith(' ')
        const group = sign === '(' ? groupAt(isFree) : listAt(isFree)
        if (group) needs.push(group)
      } else {
        // What is before a question mark may be missing.
        end(sign === '?' ? Math.max(from, at - 1) : at, sign === '$' ? ' ' : '')
        at = sign === '[' ? source.indexOf(']', at) + 1 : at + 1
      }
      before = ''
      from = at
    }
  }

  function groupAt(opened: boolean): readonly string[] | null {
    const isAhead = source.startsWith('(?!', at)
    at += isAhead || source.startsWith('(?:', at) ? 3 : 1
    const needs = ways(opened && !isAhead, !isAhead && isSpace(endOfGroup(source, at)))
    at++
    return isOptional() || isAhead ? null : needs
  }

  function listAt(opened: boolean): readonly string[] | null {
    const end = source.indexOf('}', at)
    const list = lists(source.slice(at + 1, end))
    at = end + 1
    return isOptional() ? null : list(opened, isSpace(at))
  }

  function isOptional(): boolean {
    if (source[at] !== '?') return false
    at++
    return true
  }

  /** Whether a space follows for certain: one that may not be missing, or the end of the clause or of the whole. */
  function isSpace(end: number): boolean {
    if (source[end] === ' ') return source[end + 1] !== '?'
    return source[end] === '$' || (source[end] === undefined && endsClosed)
  }

  return { sequence, ways }
}

/** Where that begins which stands after a group. @param from after its opening */
function endOfGroup(source: string, from: number): number {
  let depth = 1
  let end = from
  for (; depth > 0; end++) {
    if (source[end] === '(') depth++
    if (source[end] === ')') depth--
  }
  return end
}
