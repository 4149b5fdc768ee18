import { changed, nameOf } from './syntax.ts'

/** What only signs, and the roots that no curve of ours takes by them. */
const UNUSED = {
  edwards: ['sign', 'getExtendedPublicKey', 'getPrivateScalar'],
  modular: ['FpSqrt'],
} as const
const FILES = /\/@noble\/curves\/abstract\/(edwards|modular)\.js$/

/**
 * Leaves out of a phone's curves what no citizen does: to sign, which is the team's, and to take roots in general. Whatever came
 * to it all the same would throw, and could not be wrong in silence.
 *
 * @throws Error when the library no longer has one of these functions
 */
export function leanCurves(): {
  readonly name: string
  readonly transform: {
    readonly filter: { readonly id: RegExp }
    readonly handler: (code: string, id: string) => string
  }
} {
  return {
    name: 'lean-curves',
    transform: {
      filter: { id: FILES },
      handler(code, id) {
        // Sound: the filter has let it through.
        const [, file] = FILES.exec(id) as unknown as [string, keyof typeof UNUSED]
        const left = new Set<string>(UNUSED[file])
        const lean = changed(code, ({ type, id: called, start, end }) => {
          const name = nameOf(called)
          if (type !== 'FunctionDeclaration' || !left.delete(name)) return null
          return { start, end, to: `function ${name}() { throw new Error('left out of this build') }` }
        })
        if (left.size > 0) throw new Error(`@noble/curves no longer has ${[...left].join(', ')}`)
        return lean
      },
    },
  }
}
