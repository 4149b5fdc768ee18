/**
 * Keeps what changes on a translated page in sight. A browser's translation takes each text node out and puts `<font>`
 * in its place; Preact goes on writing into the node that is gone, and the page would say "Sending" for ever. So a node
 * that was taken out comes back when it is written to, asked for its place, or removed; then it is translated again.
 */
export function followTranslation(root: Node): void {
  new MutationObserver(records => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const font = [...addedNodes, previousSibling, nextSibling].find(isFont)
      if (!font) continue
      for (const node of removedNodes) if (node instanceof Text && !node.isConnected) comeBack(node, font)
    }
  }).observe(root, { childList: true, subtree: true })
}

const isFont = (node: Node | null): node is Element => node instanceof Element && node.localName === 'font'

/** What Preact touches of a text node that it changes, passes on its way, or takes out. */
const TOUCHED = ['data', 'parentNode', 'nextSibling', 'remove'] as const

function comeBack(text: Text, font: Element): void {
  const back = (): Text => {
    for (const name of TOUCHED) Reflect.deleteProperty(text, name)
    if (font.isConnected) font.replaceWith(text)
    return text
  }
  for (const name of TOUCHED)
    Object.defineProperty(text, name, {
      configurable: true,
      get: () =>
        name === 'remove'
          ? () => {
              back().remove()
            }
          : back()[name],
      set: (value: string) => {
        back().data = value
      },
    })
}
