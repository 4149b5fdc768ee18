import { IstanbulCoverageProvider } from '@vitest/coverage-istanbul/dist/provider.js'
import type { ReportContext } from 'vitest/node'
import { add, type FileCounts } from './counts.ts'

type Handed = Parameters<IstanbulCoverageProvider['onAfterSuiteRun']>[0]

/** Istanbul's provider, which adds up what files of tests hand over as it comes and reads it as one at the end. */
export class Provider extends IstanbulCoverageProvider {
  /** What was counted, by project and environment, as each has its own code of a file; then by file and that code. */
  readonly #sums = new Map<string, { from: Handed; files: Map<string, FileCounts> }>()

  override async clean(clean?: boolean): Promise<void> {
    this.#sums.clear()
    await super.clean(clean)
  }

  /** The lists of patterns are made ready for each file that is asked for: two seconds for all that is not ours anyway. */
  override isIncluded(file: string, root?: string): boolean {
    return file.includes('/src/') && super.isIncluded(file, root)
  }

  override onAfterSuiteRun(from: Handed): void {
    const where = `${from.projectName ?? ''} ${from.environment}`
    const { files } = this.#sums.get(where) ?? { files: new Map<string, FileCounts>() }
    this.#sums.set(where, { from, files })
    for (const one of Object.values((from.coverage ?? {}) as Record<string, FileCounts>)) {
      const key = `${one.path} ${one.hash ?? ''}`
      const sum = files.get(key)
      if (sum) add(sum, one)
      else if (one.statementMap) files.set(key, one)
      else throw new Error(`counted without places: ${one.path}`)
    }
  }

  override async generateCoverage(
    context: ReportContext,
  ): ReturnType<IstanbulCoverageProvider['generateCoverage']> {
    for (const { from, files } of this.#sums.values()) {
      // One at a time: two codes of one file would stand at the same path.
      const coverages: Record<string, FileCounts>[] = []
      for (const one of files.values()) {
        const free = coverages.find(coverage => !(one.path in coverage))
        if (free) free[one.path] = one
        else coverages.push({ [one.path]: one })
      }
      for (const [n, coverage] of coverages.entries())
        super.onAfterSuiteRun({ ...from, coverage, testFiles: [String(n)] })
    }
    return super.generateCoverage(context)
  }
}
