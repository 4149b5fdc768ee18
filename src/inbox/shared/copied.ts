/** Whether the text of a request may lie on the clipboard: the next person at the desk could paste it. */
let mayLie = false

/** The text of a request was copied, by the page or by hand. */
export function noteCopied(): void {
  mayLie = true
}

/**
 * Empties the clipboard when the text of a request may lie on it. What somebody copied since goes too: a page may not look
 * before. A history that the system keeps of the clipboard stays, and no page can reach it.
 * @returns false when the browser refused, as it does to a page that is not in front or was not pressed: to be tried again
 */
export async function emptyClipboard(): Promise<boolean> {
  if (!mayLie) return true
  try {
    await navigator.clipboard.writeText('')
  } catch {
    return false
  }
  mayLie = false
  return true
}
