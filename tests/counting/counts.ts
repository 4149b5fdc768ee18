/** How often each statement and function of a file was run, and each branch of each fork, by Istanbul's numbers for them. */
export type Counts = {
  s: Record<string, number>
  f: Record<string, number>
  b: Record<string, number[]>
}

/** Istanbul's own record of a file: its counts and, once for each process, where in the file they belong. */
export type FileCounts = Counts & {
  readonly path: string
  readonly hash?: string
  readonly statementMap?: object
}

/** Whether anything of a file was run. */
export const isCounted = ({ s, f, b }: Counts): boolean =>
  [...Object.values(s), ...Object.values(f), ...Object.values(b).flat()].some(count => count > 0)

/** Adds counts to those there are. */
export function add(to: Counts, more: Counts): void {
  for (const [key, count] of Object.entries(more.s)) to.s[key] = (to.s[key] ?? 0) + count
  for (const [key, count] of Object.entries(more.f)) to.f[key] = (to.f[key] ?? 0) + count
  for (const [key, counts] of Object.entries(more.b))
    to.b[key] = counts.map((count, n) => (to.b[key]?.[n] ?? 0) + count)
}
