import type { CoverageProviderModule } from 'vitest/node'
import type { Counted, Counts } from './counts.ts'

/** Where Istanbul's instrumented code counts: a file each, with its counts and the hash of what is counted in it. */
const store = globalThis as { __VITEST_COVERAGE__?: Record<string, Counts & { readonly hash: string }> }

const branches = (counts: Counts): number[] => Object.values(counts.b).flat()
const isCounted = (counts: Counts): boolean =>
  [...Object.values(counts.s), ...Object.values(counts.f), ...branches(counts)].some(count => count > 0)

/**
 * Which lines the tests run, counted by Istanbul. Of its own provider each file of tests hands over where in the code each
 * count belongs, with the sources, for every module loaded so far: gigabytes in the end, and half of the work of all tests.
 * Here a file of tests hands over what it has counted, and the provider knows the places (provider.ts).
 */
const counting: CoverageProviderModule = {
  startCoverage() {
    // What the file of tests before this one has counted in the same process has been handed over.
    for (const { s, f, b } of Object.values(store.__VITEST_COVERAGE__ ?? {})) {
      for (const key of Object.keys(s)) s[key] = 0
      for (const key of Object.keys(f)) f[key] = 0
      for (const counts of Object.values(b)) counts.fill(0)
    }
  },
  takeCoverage() {
    const counted: Counted = {}
    for (const counts of Object.values(store.__VITEST_COVERAGE__ ?? {}))
      if (isCounted(counts)) counted[counts.hash] = { s: counts.s, f: counts.f, b: counts.b }
    return counted
  },
  async getProvider() {
    const { Provider } = await import('./provider.ts')
    return new Provider()
  },
}

export default counting
