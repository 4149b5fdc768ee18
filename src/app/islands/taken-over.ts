import { pageAt, pages } from '../routes.ts'

const islands = new Set<() => void>()

/** Whether the app shows this page itself. Asked again each time: a door turns a page that is read into one. */
export function isInteractive(): boolean {
  const at = pageAt(location.pathname)
  return at !== null && pages[at.page].kind === 'interactive'
}

/** Registers how an island goes away when the app takes its page over. */
export function onTakenOver(remove: () => void): void {
  islands.add(remove)
}

/** The app takes the page over: it shows itself what the islands on it have shown. */
export function takenOver(): void {
  for (const remove of islands) remove()
  islands.clear()
}
