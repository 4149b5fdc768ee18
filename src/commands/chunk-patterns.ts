import type { InlineConfig, Plugin } from 'vite'

type RolldownOptions = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>

/**
 * The alternatives of a pattern, each by itself: `a/(b|c)` is `a/b` and `a/c`. What looks ahead or behind stays as it is.
 */
export function alternativesOf(source: string): string[] {
  let at = 0
  const balanced = (): string => {
    const began = at
    for (let depth = 0; at < source.length; at++) {
      if (source[at] === '\\') at++
      else if (source[at] === '(') depth++
      else if (source[at] === ')' && --depth === 0) break
    }
    return source.slice(began, ++at)
  }
  const one = (): string[] => {
    if (source[at] === '\\') return [source.slice(at, (at += 2))]
    if (source[at] === '[') return [source.slice(at, (at = source.indexOf(']', at) + 1))]
    if (source.startsWith('(?', at)) return [balanced()]
    if (source[at] !== '(') return [source.slice(at, ++at)]
    at++
    const inner = several()
    at++
    return /[?*+{]/.test(source[at] ?? '') ? inner.map(each => `(?:${each})`) : inner
  }
  const several = (): string[] => {
    const done: string[] = []
    let begun = ['']
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        done.push(...begun)
        begun = ['']
        at++
      } else {
        const next = one()
        begun = begun.flatMap(start => next.map(end => start + end))
      }
    }
    return [...done, ...begun]
  }
  return several()
}

/** The alternatives of the groups' patterns that match none of these modules, with the group's name before each. */
export function unmatched(options: RolldownOptions, ids: readonly string[]): string[] {
  const { output } = options
  const cut = output && !Array.isArray(output) ? output.codeSplitting : undefined
  return (typeof cut === 'object' ? (cut.groups ?? []) : []).flatMap(({ name, test }) =>
    test instanceof RegExp
      ? alternativesOf(test.source)
          .filter(alternative => !ids.some(id => new RegExp(alternative).test(id)))
          .map(alternative => `${String(name)}: ${alternative}`)
      : [],
  )
}

/**
 * Breaks a build in which a pattern that cuts the script matches no module: its file was moved or renamed, and now comes
 * along where nobody asks for it.
 */
export function everyPatternMatches(options: RolldownOptions): Plugin {
  return {
    name: 'every-pattern-matches',
    apply: 'build',
    generateBundle() {
      const found = unmatched(options, [...this.getModuleIds()])
      if (found.length > 0)
        this.error(`patterns of src/commands/chunks.ts that match no module:\n${found.join('\n')}`)
    },
  }
}
