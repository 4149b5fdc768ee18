import { useContext, useLayoutEffect } from 'preact/hooks'
import { DraftsContext, VIEW, type Drafts } from '../../shared/drafts.ts'

const OPENED = `${VIEW}opened`
const SCROLL = `${VIEW}scroll`

/** Whether a request was opened from the list, which is to stand as it stood. */
export const isReturning = (drafts: Drafts): boolean => drafts.has(OPENED)

/** Notes where the list was left, and by which request. */
export function useLeaving(): (requestId: string) => void {
  const drafts = useContext(DraftsContext)
  return requestId => {
    drafts.set(OPENED, requestId)
    drafts.set(SCROLL, String(scrollY))
  }
}

/** Coming back from a request, the list stands where it stood, and the focus is on that request or else on the list. */
export function useReturn(): void {
  const drafts = useContext(DraftsContext)
  useLayoutEffect(() => {
    const opened = drafts.get(OPENED)
    if (opened === undefined) return
    const button = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(opened)}"]`)
    const to = button ?? document.querySelector<HTMLElement>('main h1')
    scrollTo(0, Number(drafts.get(SCROLL) ?? 0))
    to?.focus({ preventScroll: true })
    drafts.delete(OPENED)
  }, [drafts])
}
