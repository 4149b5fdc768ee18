/**
 * Does it once somebody is near a place on the page: less than a screen away from it, or at work with the keyboard, which
 * would otherwise pass it by.
 */
export function whenNear(place: Element, act: () => void): void {
  const near = (): void => {
    seen.disconnect()
    removeEventListener('focusin', near)
    act()
  }
  const seen = new IntersectionObserver(
    entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) near()
    },
    { rootMargin: '100% 0px' },
  )
  seen.observe(place)
  addEventListener('focusin', near)
}
