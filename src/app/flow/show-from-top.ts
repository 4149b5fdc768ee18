import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * A new screen is read from its top: the page goes up, and the focus to its heading. How far one has come stands above
 * that, and is heard with it.
 */
export function showFromTop(): void {
  scrollTo(0, 0)
  const heading = document.querySelector<HTMLElement>('main h1')
  if (document.getElementById('step')) heading?.setAttribute('aria-describedby', 'step')
  heading?.focus({ preventScroll: true })
}

/**
 * Shows each new screen from its top. At once, not after it is painted: a key pressed in between would land on a field
 * that is losing the focus, and be lost.
 * @param shown what tells one screen from another
 */
export function useShownFromTop(shown: unknown): void {
  const before = useRef(shown)
  useLayoutEffect(() => {
    if (before.current !== shown) showFromTop()
    before.current = shown
  }, [shown])
}
