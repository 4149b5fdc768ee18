import { transform, type Selector, type SelectorComponent } from 'lightningcss'

/** A word as it may stand in an attribute or in a script. */
const WORD = /[\w-]+/g

/**
 * The rules of a style sheet that a page can need before the rest is fetched: those whose classes and ids all stand somewhere in
 * the page or in the scripts that it asks for itself. Whatever else a rule goes by is taken to be there.
 *
 * @param css all rules
 * @param texts the page, and its first scripts
 */
export function ownStyle(css: string, texts: readonly string[]): string {
  const words = new Set(texts.flatMap(text => text.match(WORD) ?? []))
  const canBe = (selector: Selector): boolean => selector.every(isPossible)
  const isPossible = (part: SelectorComponent): boolean => {
    if (part.type === 'class' || part.type === 'id') return words.has(part.name)
    if (part.type !== 'pseudo-class') return true
    return part.kind === 'is' || part.kind === 'where' || part.kind === 'has'
      ? part.selectors.some(canBe)
      : true
  }
  const { code: own } = transform({
    filename: 'own.css',
    code: Buffer.from(css),
    visitor: {
      Rule: {
        style: ({ value: { selectors } }) => (selectors.some(canBe) ? undefined : []),
      },
      Selector: selector => (canBe(selector) ? undefined : []),
    },
  })
  // Once more: what is empty now goes only then.
  return transform({ filename: 'own.css', code: own, minify: true }).code.toString()
}
