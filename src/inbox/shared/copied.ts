/** Whether the text of a request may lie on the clipboard: the next person at the desk could paste it. */
let mayLie = false
/** Where this tab keeps that: F5 takes the page's memory away, and not the clipboard. It says nothing of anybody. */
const PLACE = 'inbox-copied'

/** The text of a request was copied, by the page or by hand. */
export function noteCopied(): void {
  mayLie = true
  inTab(storage => {
    storage.setItem(PLACE, '')
  })
}

/** Notes all that is copied by hand from now on. @returns what ends it */
export function noteCopying(): () => void {
  const kinds = ['copy', 'cut'] as const
  for (const kind of kinds) document.addEventListener(kind, noteCopied)
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, noteCopied)
  }
}

function inTab<Value>(act: (storage: Storage) => Value): Value | null {
  try {
    return act(sessionStorage)
  } catch {
    return null // No storage: then it is known until F5.
  }
}

/**
 * Empties the clipboard when the text of a request may lie on it. What somebody copied since goes too: a page may not look
 * before. A history that the system keeps of the clipboard stays, and no page can reach it.
 * @returns false when the browser refused, as it does to a page that is not in front or was not pressed: to be tried again
 */
export async function emptyClipboard(): Promise<boolean> {
  if (!mayLie && inTab(storage => storage.getItem(PLACE)) === null) return true
  try {
    await navigator.clipboard.writeText('')
  } catch {
    return false
  }
  mayLie = false
  inTab(storage => {
    storage.removeItem(PLACE)
  })
  return true
}
