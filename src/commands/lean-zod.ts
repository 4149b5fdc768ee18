import { changed, isNode, nameOf, type Node } from './syntax.ts'

/** Of a schema: our code on a phone calls `safeParse` and `check` alone. */
const UNUSED = new Set([
  'with',
  'parse',
  'parseAsync',
  'safeParseAsync',
  'brand',
  'register',
  'apply',
  '~standard',
])

/**
 * Leaves out of a phone's schemas the ways to ask them that nobody takes, with what stands behind them.
 *
 * @throws Error when the library no longer gives a schema its ways as it did
 */
export function leanZod(): {
  readonly name: string
  readonly transform: { readonly filter: { readonly id: RegExp }; readonly handler: (code: string) => string }
} {
  return {
    name: 'lean-zod',
    transform: { filter: { id: /\/zod\/v4\/(?:core|mini)\/schemas\.js$/ }, handler: lean },
  }
}

function lean(code: string): string {
  const text = changed(code, node => {
    if (!isMade(node) || !Array.isArray(node['arguments'])) return null
    const ways = node['arguments'].filter(isNode).find(({ type }) => type === 'ObjectExpression')
    return ways
      ? { start: ways.start, end: ways.end, to: withoutUnused(code.slice(ways.start, ways.end)) }
      : null
  })
  if (text === code) throw new Error('zod no longer makes a schema of an object with its ways')
  return text
}

/** `core.$constructor("ZodMiniType", (inst, def) => {…}, {…})` */
const isMade = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' && isNode(callee) && nameOf(callee['property']) === '$constructor'

const withoutUnused = (ways: string): string =>
  changed(`(${ways})`, ({ type, key, start, end }) => {
    const name = isNode(key) && typeof key['value'] === 'string' ? key['value'] : nameOf(key)
    return type === 'Property' && UNUSED.has(name) ? { start, end, to: '...null' } : null
  })
