import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus where something is said once the button beside it that takes it back is gone: it was pressed, or its time
 * is over. The button carries `data-undo`.
 */
export function useUndoFocus(canUndo: boolean): {
  /** For what is said; it has to take the focus. */
  readonly said: RefObject<HTMLDivElement | null>
  /** For what holds both. */
  readonly onFocusIn: (event: FocusEvent) => void
} {
  const said = useRef<HTMLDivElement>(null)
  /** Whether what had the focus last was the button: once that is gone, the document no longer tells. */
  const wasOnUndo = useRef(false)
  useEffect(() => {
    if (canUndo || !wasOnUndo.current) return
    wasOnUndo.current = false
    if (document.activeElement === document.body) said.current?.focus()
  }, [canUndo])
  return {
    said,
    onFocusIn: event => {
      wasOnUndo.current = event.target instanceof HTMLElement && 'undo' in event.target.dataset
    },
  }
}
