import { changed, isNode, nameOf } from './syntax.ts'

/** What seals, the curves, hashes and ciphers below it, and what looks at what is sealed. */
const SEALS = /\/node_modules\/(?:age-encryption|@noble|@scure|zod)\//
const ERROR = /^(?:Type|Range)?Error$/

/**
 * Leaves out of the scripts what the libraries that seal would say of a fault: a twelfth of them. No reader is told so, and our code
 * goes by none of these texts; which error it is and where it was thrown stays.
 */
export function leanErrors(): {
  readonly name: string
  readonly transform: {
    readonly filter: { readonly id: RegExp; readonly code: string }
    readonly handler: (code: string) => string
  }
} {
  return {
    name: 'lean-errors',
    transform: { filter: { id: SEALS, code: 'Error(' }, handler: withoutTexts },
  }
}

const withoutTexts = (code: string): string =>
  changed(code, ({ type, callee, arguments: given }) => {
    if (type !== 'NewExpression' || !ERROR.test(nameOf(callee)) || !Array.isArray(given)) return null
    const said = given.filter(isNode)
    const [first, last] = [said[0], said.at(-1)]
    return first && last ? { start: first.start, end: last.end, to: '' } : null
  })
