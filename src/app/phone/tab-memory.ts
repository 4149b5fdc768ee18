import { orElse } from './refused.ts'

// What one tab remembers: the only door to `sessionStorage`, which throws where site data is blocked or full.

/** Whether the tab remembers it now. */
export const remember = (key: string, value: string): boolean =>
  orElse(() => {
    sessionStorage.setItem(key, value)
    return true
  }, false)

/** What the tab remembers under a key, or null. */
export const recall = (key: string): string | null => orElse(() => sessionStorage.getItem(key), null)

/** Forgets one thing of this tab. */
export const unremember = (key: string): void => {
  orElse(() => {
    sessionStorage.removeItem(key)
  }, undefined)
}

/** Forgets all of it, notes too. @returns whether the tab let itself be asked. */
export function forgetTab(): boolean {
  orElse(() => (window.name = ''), '')
  return orElse(() => {
    sessionStorage.clear()
    return true
  }, false)
}

// Notes say nothing of a person (that somebody left, how long the history was). Leaving needs them from one page to the
// next, so where `sessionStorage` is refused they stand in the name of the tab's window, which only its own site reads.

/** Notes something harmless for the pages that follow in this tab. */
export function note(key: string, value: string): void {
  if (remember(key, value)) return
  const names = inName()
  names.set(key, value)
  setName(names)
}

/** A note as it was put down by `note`, for as long as the tab lives; null and undefined: none. */
export const noted = (key: string): string | null => recall(key) ?? inName().get(key)

/** Takes a note away, wherever the browser let it be put. */
export function unnote(key: string): void {
  unremember(key)
  const names = inName()
  if (!names.has(key)) return
  names.delete(key)
  setName(names)
}

const inName = (): URLSearchParams => new URLSearchParams(orElse(() => window.name, ''))

const setName = (names: URLSearchParams): void => {
  orElse(() => (window.name = names.toString()), '')
}
