import { orElse } from './refused.ts'

// The only door to the tab's history. WebKit throws when a page writes too many entries in a short time.

/** @returns whether there is a new entry. */
export const pushEntry = (state: unknown, address?: string): boolean =>
  orElse(() => {
    history.pushState(state, '', address)
    return true
  }, false)

/** @returns whether the entry is written. */
export const replaceEntry = (state: unknown, address?: string): boolean =>
  orElse(() => {
    history.replaceState(state, '', address)
    return true
  }, false)

/** What the present entry holds, as it was given. */
export const entryState = (): unknown => orElse((): unknown => history.state, null)

/** How many entries the tab has; 0 where that is not to be known. */
export const entryCount = (): number => orElse(() => history.length, 0)

/** Moves by a number of entries (negative: back). @returns false where the browser refuses. */
export const goEntries = (count: number): boolean =>
  orElse(() => {
    history.go(count)
    return true
  }, false)

/**
 * How many entries of this site lie before the present one without a break (Navigation API); null where the browser does
 * not know.
 */
export const entriesBefore = (): number | null =>
  orElse(() => {
    const { navigation } = globalThis as { navigation?: { currentEntry: { index: number } | null } }
    return navigation?.currentEntry?.index ?? null
  }, null)

/** When the page was begun, milliseconds since 1970; infinitely late where that is not to be known. */
export const beganAt = (): number => orElse(() => performance.timeOrigin, Infinity)

/** Whether the page was come to by Back or Forward; false where that is not to be known. */
export const cameByHistory = (): boolean =>
  orElse(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return navigation?.type === 'back_forward'
  }, false)
