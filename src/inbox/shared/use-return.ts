import { useContext, useLayoutEffect } from 'preact/hooks'
import { DraftsContext, VIEW, type Drafts } from './drafts.ts'

/** From where a request is opened. */
type From = 'list' | 'times'

const opened = (from: From): string => `${VIEW}opened-${from}`
const scroll = (from: From): string => `${VIEW}scroll-${from}`

/** Which request was opened from the list, which is to stand as it stood, and where; null when none was. */
export function leftAt(drafts: Drafts): { readonly id: string; readonly scroll: number } | null {
  const id = drafts.get(opened('list'))
  return id === undefined ? null : { id, scroll: Number(drafts.get(scroll('list')) ?? 0) }
}

/** Notes where the list or the times were left, and by which button: the one with this as its `data-opens`. */
export function useLeaving(from: From): (opens: string) => void {
  const drafts = useContext(DraftsContext)
  return opens => {
    drafts.set(opened(from), opens)
    drafts.set(scroll(from), String(scrollY))
  }
}

const never = (): boolean => false

/**
 * Coming back from a request, the page stands where it stood, and the focus is on that button or else on the heading.
 * @param isDrawn whether what was left stands there again: a long page is drawn in turn
 * @param waits lets the button have the focus once it is drawn. Returns false where it is not to be drawn
 */
export function useReturn(from: From, isDrawn = true, waits: (opens: string) => boolean = never): void {
  const drafts = useContext(DraftsContext)
  useLayoutEffect(() => {
    const opens = drafts.get(opened(from))
    if (opens === undefined || !isDrawn) return
    const to = Number(drafts.get(scroll(from)) ?? 0)
    drafts.delete(opened(from))
    // In the frame that shows the page, which has to lay it out anyway: nobody sees it elsewhere before.
    let isHere = true
    requestAnimationFrame(() => {
      if (!isHere) return
      const button = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(opens)}"]`)
      scrollTo(0, to)
      if (button === null && waits(opens)) return
      ;(button ?? document.querySelector<HTMLElement>('main h1'))?.focus({ preventScroll: true })
    })
    return () => {
      isHere = false
    }
  }, [drafts, from, isDrawn, waits])
}
