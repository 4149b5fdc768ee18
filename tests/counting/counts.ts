/** How often each statement, function and branch of a file was run, by Istanbul's numbers for them. */
export type Counts = {
  readonly s: Record<string, number>
  readonly f: Record<string, number>
  readonly b: Record<string, number[]>
}

/** What one file of tests has counted, by the hash of what is counted in a file. */
export type Counted = Record<string, Counts>

/** Adds counts to those there are. */
export function add(to: Counts, more: Counts): void {
  for (const [key, count] of Object.entries(more.s)) to.s[key] = (to.s[key] ?? 0) + count
  for (const [key, count] of Object.entries(more.f)) to.f[key] = (to.f[key] ?? 0) + count
  for (const [key, counts] of Object.entries(more.b))
    to.b[key] = counts.map((count, n) => (to.b[key]?.[n] ?? 0) + count)
}
