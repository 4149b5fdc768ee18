import { orElse } from '../phone/refused.ts'
import type { Sentence } from './sentences.ts'

const NAME = 'read'
let styled = false
let marked: HTMLElement | null = null

/**
 * Marks the sentence that is read, without touching the page: with the CSS Custom Highlight API, and where there is none
 * by the block it stands in.
 */
export function mark({ range, block }: Sentence): void {
  unmark()
  const done = orElse(() => {
    if (!styled) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`::highlight(${NAME}){background-color:Mark;color:MarkText}`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      styled = true
    }
    CSS.highlights.set(NAME, new Highlight(range))
    return true
  }, false)
  if (!done) {
    block.style.outline = '0.125rem solid'
    marked = block
  }
  orElse(() => {
    block.scrollIntoView({ block: 'nearest' })
  }, undefined)
}

/** Takes the mark away from what was read aloud. */
export function unmark(): void {
  orElse(() => CSS.highlights.delete(NAME), false)
  marked?.removeAttribute('style')
  marked = null
}
