import istanbul from '@vitest/coverage-istanbul'
import type { CoverageProviderModule } from 'vitest/node'
import { isCounted, type FileCounts } from './counts.ts'

/** Where instrumented code counts: one record a file, for as long as the process lives. */
const store = globalThis as { __VITEST_COVERAGE__?: Record<string, FileCounts> }

/** Records whose places this process has handed over. */
const told = new WeakSet<FileCounts>()

/**
 * Vitest's own coverage by Istanbul, with less to hand over. By itself every file of tests hands over all modules that its
 * process has loaded so far, with the places of what is counted and the sources: gigabytes in the end. Here it hands over
 * what it has counted, and the places once for each process; the provider adds up.
 */
const counting: CoverageProviderModule = {
  ...istanbul,
  takeCoverage() {
    const counted: Record<string, FileCounts> = {}
    for (const one of Object.values(store.__VITEST_COVERAGE__ ?? {})) {
      if (!isCounted(one)) continue
      const { path, hash, s, f, b } = one
      counted[path] = told.has(one) ? { path, ...(hash !== undefined && { hash }), s, f, b } : one
      told.add(one)
    }
    return counted
  },
  async getProvider() {
    const { Provider } = await import('./provider.ts')
    return new Provider()
  },
}

export default counting
