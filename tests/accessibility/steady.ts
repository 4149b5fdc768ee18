/** A line that tells of a day, a time or a week: its figures are others tomorrow. The level of a heading stays. */
const isOfADay = /DAY|MONTH|\bkl\.|\buge \d|\d[.:]\d\d/

/**
 * An accessibility tree as the same words on any day: days and their figures, times, codes and made-up names are told by
 * what they are, and of neighbours that then read alike one is kept.
 */
export function steady(tree: string, madeUp: RegExp): string {
  const words = tree
    .replace(/\b[0-9A-Z]{4}(?:\s*-?\s*[0-9A-Z]{4}){4}\b/g, 'CODE')
    .replace(/\b(?:[0-9A-Z] ){19}[0-9A-Z]\b/g, 'CODE')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{8}\b/g, 'ID')
    .replace(madeUp, 'NAME')
    .replace(/\b(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en|e)?\b/gi, 'DAY')
    .replace(
      /\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/g,
      'MONTH',
    )
    .replace(/\b(?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\./g, 'MONTH')
    .split('\n')
    .map(line => (isOfADay.test(line) ? line.replace(/\d+(?!\])/g, '0') : line))
    .join('\n')
  return joined(alike(branches(words.split('\n')))).join('\n')
}

type Branch = { readonly line: string; readonly under: readonly string[] }

/** The lines at the outermost depth, each with the lines that stand deeper below it. */
function branches(lines: readonly string[]): Branch[] {
  const depth = (line: string): number => line.length - line.trimStart().length
  const outermost = Math.min(...lines.map(depth))
  const found: { line: string; under: string[] }[] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && depth(line) > outermost) last.under.push(line)
    else found.push({ line, under: [] })
  }
  return found
}

/** One of neighbours that read alike, at every depth. */
function alike(all: readonly Branch[]): Branch[] {
  const kept: Branch[] = []
  for (const { line, under } of all) {
    const branch = { line, under: under.length > 0 ? joined(alike(branches(under))) : [] }
    const last = kept.at(-1)
    if (last && joined([last]).join('\n') === joined([branch]).join('\n')) continue
    kept.push(branch)
  }
  return kept
}

const joined = (all: readonly Branch[]): string[] => all.flatMap(({ line, under }) => [line, ...under])
