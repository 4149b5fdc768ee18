import { sentenceBounds } from '../phone/segmenter.ts'

const BLOCKS = 'h1,h2,h3,h4,p,li,dt,dd,th,td,summary,legend,label'
/** What leads elsewhere, is typed into or is drawn is not read. */
const NOT_READ = 'nav,[hidden],[data-aloud],noscript,svg,.actions,.visually-hidden'

/** A sentence: what is said, and where it stands. */
export type Sentence = { readonly text: string; readonly range: Range; readonly block: HTMLElement }

/** The sentences that a reader sees in a part of a page, in reading order. What is folded away is not among them. */
export function sentencesIn(root: HTMLElement, lang: string): Sentence[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCKS)]
    .filter(block => !block.querySelector(BLOCKS) && !block.closest(NOT_READ) && !isFolded(block))
    .flatMap(block => sentencesOf(block, lang))
}

/** In a fold that is closed, and not its title. */
function isFolded(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const fold = at.parentElement
    if (fold?.localName === 'details' && !fold.hasAttribute('open') && at.localName !== 'summary') return true
  }
  return false
}

function sentencesOf(block: HTMLElement, lang: string): Sentence[] {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  // Sound: SHOW_TEXT gives text nodes alone.
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest(NOT_READ)) nodes.push(walker.currentNode as Text)
  const text = nodes.map(({ data }) => data).join('')
  return sentenceBounds(text, lang).flatMap(([from, to]) => {
    const range = document.createRange()
    const [first, start] = placeOf(nodes, from, false)
    const [last, end] = placeOf(nodes, to, true)
    if (!first || !last || text.slice(from, to).trim() === '') return []
    range.setStart(first, start)
    range.setEnd(last, end)
    return [{ text: text.slice(from, to).trim(), range, block }]
  })
}

/** The text node that holds a place in the text of all of them; at a border the one after it, or before for an `end`. */
function placeOf(nodes: readonly Text[], at: number, end: boolean): readonly [Text | undefined, number] {
  let left = at
  for (const node of nodes) {
    if (end ? left <= node.length : left < node.length) return [node, left]
    left -= node.length
  }
  return [undefined, 0]
}
