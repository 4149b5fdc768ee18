import { changed } from './syntax.ts'

/** Leads to what walks through a store by `for await`. */
const WALKS = 'isIteratorProp'

/**
 * Leaves out of the database's helper what walks through a store: our code gets what it asks for at once.
 *
 * @throws Error when the library no longer adds it in one statement
 */
export function leanIdb(): {
  readonly name: string
  readonly transform: { readonly filter: { readonly id: RegExp }; readonly handler: (code: string) => string }
} {
  return {
    name: 'lean-idb',
    transform: { filter: { id: /\/idb\/build\/index\.js$/ }, handler: lean },
  }
}

function lean(code: string): string {
  const text = changed(code, ({ type, start, end }) =>
    type === 'ExpressionStatement' && code.slice(start, end).includes(WALKS) ? { start, end, to: '' } : null,
  )
  if (text === code) throw new Error('idb no longer adds its walks in one statement')
  return text
}
