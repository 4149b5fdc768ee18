import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** The request whose button has the focus: an id, in memory alone. */
let focused: string | null = null

/** Of each list, the requests whose rows are to be drawn and are not yet. */
const lists = new Set<() => readonly string[]>()

/** Says which rows of a list are still to be drawn: the focus waits for them. */
export function useToCome(ids: readonly string[]): void {
  const latest = useRef(ids)
  latest.current = ids
  useLayoutEffect(() => {
    const list = (): readonly string[] => latest.current
    lists.add(list)
    return () => {
      lists.delete(list)
    }
  }, [])
}

const isToCome = (id: string): boolean => [...lists].some(list => list().includes(id))

/** Lets a row have the focus as soon as it is drawn. @returns false when it is not to be drawn: something else takes it */
export function keepFocusFor(id: string): boolean {
  if (!isToCome(id)) return false
  focused = id
  return true
}

/**
 * A request that moves to another group while its button has the focus takes the focus along: its row is made again there,
 * and the focus would fall to the top of the document.
 */
export function useKeptFocus(id: string): {
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly onFocus: () => void
  readonly onBlur: () => void
} {
  const ref = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (focused === id && document.activeElement === document.body)
      ref.current?.focus({ preventScroll: true })
  }, [id])
  return {
    ref,
    onFocus() {
      focused = id
    },
    onBlur() {
      const button = ref.current
      // Chromium says the same of a button that is taken out of the page.
      setTimeout(() => {
        if (button?.isConnected && focused === id) focused = null
      })
    },
  }
}

/**
 * For the list: where the row that had the focus is nowhere any more (folded away, or gone), the heading takes it. What was
 * done on a request comes with an answer of the intake, perhaps when its member is back in the list already.
 */
export function useFocusLeft(): void {
  // After its rows, which take the focus first.
  useLayoutEffect(() => {
    if (focused === null || document.activeElement !== document.body) return
    if (document.querySelector(`[data-opens="${CSS.escape(focused)}"]`) || isToCome(focused)) return
    focused = null
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  })
}

/** Somebody has gone elsewhere: the focus is not brought back. */
export function forgetFocus(): void {
  focused = null
}
