import { vi } from 'vitest'

/** happy-dom loads a page again to go back; here only the entry before comes back, as in a browser. */
export function goesBack(): void {
  const entries: unknown[] = [null]
  vi.spyOn(history, 'pushState').mockImplementation(state => void entries.push(state))
  vi.spyOn(history, 'replaceState').mockImplementation(state => void entries.splice(-1, 1, state))
  vi.spyOn(history, 'back').mockImplementation(() => {
    entries.pop()
    dispatchEvent(new PopStateEvent('popstate', { state: entries.at(-1) }))
  })
}
