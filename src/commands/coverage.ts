import { relative, sep } from 'node:path'

/** The part of Istanbul's `coverage-summary.json` that is read: lines of code by file, and of all under `total`. */
export type Summary = Readonly<
  Record<string, { readonly lines: { readonly total: number; readonly covered: number } }>
>

type Lines = { total: number; covered: number }

/**
 * How much of each folder the tests go through, lines in percent, rounded down: one line for each folder of `src`, with the
 * folders in it behind it.
 *
 * @param root the folder that paths begin from
 */
export function coverageByFolder(summary: Summary, root: string): string[] {
  const tops = new Map<string, { all: Lines; inner: Map<string, Lines> }>()
  for (const [file, { lines }] of Object.entries(summary)) {
    if (file === 'total') continue
    const [, top = '', ...rest] = relative(root, file).split(sep)
    const folder = tops.get(top) ?? { all: none(), inner: new Map<string, Lines>() }
    tops.set(top, folder)
    add(folder.all, lines)
    const [inner, ...below] = rest
    if (inner === undefined || below.length === 0) continue
    const of = folder.inner.get(inner) ?? none()
    folder.inner.set(inner, of)
    add(of, lines)
  }
  return [...tops].sort(byName).map(([top, { all, inner }]) => {
    const each = [...inner].sort(byName).map(([name, lines]) => `${name} ${percent(lines)}`)
    return `src/${top} ${percent(all)}${each.length > 0 ? ` (${each.join(', ')})` : ''}`
  })
}

const none = (): Lines => ({ total: 0, covered: 0 })

function add(sum: Lines, { total, covered }: Readonly<Lines>): void {
  sum.total += total
  sum.covered += covered
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** A folder of types alone has no line that could be gone through. */
const percent = ({ total, covered }: Lines): string =>
  total === 0 ? '-' : `${Math.floor((covered / total) * 100)} %`
