import { changed, nameOf, type Node } from './syntax.ts'

/** What stands in the place of a declaration, by its name: a phone asks an error for the codes and places of its issues alone. */
const INSTEAD: Readonly<Record<string, string>> = {
  finalizeIssue: 'function finalizeIssue({ code, path = [] }) { return { code, path } }',
  newError: 'function newError(Definition) { return new Definition() }',
  initializer: 'initializer = (inst, def) => { inst.issues = def }',
}

/**
 * Leaves out of a phone's schemas what their errors would say: sentences, each value that was refused, and how they come to be
 * without a trace of the calls.
 *
 * @throws Error when the library no longer makes its errors as it did
 */
export function leanZodErrors(): {
  readonly name: string
  readonly transform: { readonly filter: { readonly id: RegExp }; readonly handler: (code: string) => string }
} {
  return {
    name: 'lean-zod-errors',
    transform: { filter: { id: /\/zod\/v4\/core\/(?:core|errors|util)\.js$/ }, handler: lean },
  }
}

function lean(code: string): string {
  const text = changed(code, node => {
    const to = isDeclared(node) ? INSTEAD[nameOf(node['id'])] : undefined
    return to === undefined ? null : { start: node.start, end: node.end, to }
  })
  if (text === code) throw new Error('zod no longer makes an error of issues')
  return text
}

const isDeclared = ({ type }: Node): boolean =>
  type === 'FunctionDeclaration' || type === 'VariableDeclarator'
