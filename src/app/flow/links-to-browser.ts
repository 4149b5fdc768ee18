import { inMemory } from '../offline/unsaved.ts'
import { pageAt, pages } from '../routes.ts'

/**
 * preact-router takes every link with a path as its own and shows nothing for one it has no route for, which stays
 * so when the browser brings the page back from its cache. Links to documents are marked as the browser's. While a code
 * stands here that the phone refuses to keep, or a message waits in the page's memory, they open beside the page, which says
 * so: help stays one tap away, and neither is lost.
 *
 * @param keepsPage whether there is such a code
 * @returns how to stop
 */
export function leaveLinksToBrowser(keepsPage: { readonly current: boolean }): () => void {
  const mark = ({ target }: MouseEvent): void => {
    const link = target instanceof Element ? target.closest('a') : null
    const at = link && pageAt(link.pathname)
    if (!link || (at && pages[at.page].kind === 'interactive')) return
    link.setAttribute('data-native', '')
    const beside = (keepsPage.current || inMemory.size > 0) && at !== null
    link.target = beside ? '_blank' : ''
    link.rel = beside ? 'noopener' : ''
  }
  addEventListener('click', mark, { capture: true })
  return () => {
    removeEventListener('click', mark, { capture: true })
  }
}
