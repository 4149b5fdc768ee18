import { IstanbulCoverageProvider } from '@vitest/coverage-istanbul/dist/provider.js'
import type { Vite } from 'vitest/node'
import { add, type Counted, type Counts } from './counts.ts'

type Instrumented = NonNullable<ReturnType<IstanbulCoverageProvider['onFileTransform']>>
type Known = Counts & { readonly path: string }

/**
 * Istanbul's provider, which instruments a file once for all projects and environments that get the same code of it, and
 * keeps here what it knows of the file's lines; the code that is run only counts.
 */
export class Provider extends IstanbulCoverageProvider {
  /** By address and code. */
  private readonly instrumented = new Map<string, Instrumented>()
  /** By hash: places, way back to the source, and what has been counted. */
  private readonly known = new Map<string, Known>()

  /** What the settings' pattern says, which picomatch makes anew for each of thousands of questions. */
  override isIncluded(address: string): boolean {
    return /\/src\/.*\.tsx?$/.test(address.replace(/\?.*/, '')) && super.isIncluded(address)
  }

  override onFileTransform(
    code: string,
    id: string,
    context: Vite.Rollup.TransformPluginContext,
  ): Instrumented | undefined {
    // What no test loads is instrumented at the end, for its lines alone.
    if (id.includes('vitest-uncovered-coverage')) return super.onFileTransform(code, id, context)
    if (!this.requiresTransform(id)) return undefined
    const key = `${id}\n${code}`
    const before = this.instrumented.get(key)
    if (before) return before
    const counting = this.instrumenter.instrumentSync(code, id)
    const made = { code: withoutPlaces(counting), map: this.instrumenter.lastSourceMap() }
    const hash = /\bvar hash = "(\w+)"/.exec(counting)?.[1]
    if (hash === undefined) throw new Error(`Istanbul did not instrument ${id}`)
    const map = context.getCombinedSourcemap()
    const inputSourceMap = { ...map, sources: map.sources.map(source => source.replace(/\?.*/, '')) }
    // Code that differs in its words alone has the same hash; what was counted in it stays.
    if (!this.known.has(hash))
      this.known.set(hash, { ...(this.instrumenter.lastFileCoverage() as Known), inputSourceMap } as Known)
    this.instrumented.set(key, made)
    return made
  }

  override onAfterSuiteRun({ coverage }: { coverage?: unknown }): void {
    for (const [hash, counts] of Object.entries((coverage ?? {}) as Counted)) {
      const known = this.known.get(hash)
      if (!known) throw new Error(`counted in a file that was not instrumented here: ${hash}`)
      add(known, counts)
    }
  }

  /** Hands over all that was counted. A file that projects get different code of comes once for each. */
  override async readCoverageFiles<T>({
    onFileRead,
    onFinished,
  }: Parameters<IstanbulCoverageProvider['readCoverageFiles']>[0]): Promise<void> {
    const left = [...this.known.values()]
    const project = this.ctx.getRootProject()
    while (left.length > 0) {
      const turn = new Map<string, Known>()
      for (const one of left) if (!turn.has(one.path)) turn.set(one.path, one)
      for (const one of turn.values()) left.splice(left.indexOf(one), 1)
      onFileRead(Object.fromEntries(turn) as T)
      await onFinished(project, 'ssr')
    }
  }
}

/** The instrumented code without places: as many lines, so that the map of its lines holds. */
function withoutPlaces(code: string): string {
  return code.replace(/^ {2,}(statementMap|fnMap|branchMap): \{\n[\s\S]*?\n {4}\},$/gm, part => {
    const lines = part.split('\n').length - 1
    return part.slice(0, part.indexOf('{')) + '{' + '\n'.repeat(lines) + '},'
  })
}
