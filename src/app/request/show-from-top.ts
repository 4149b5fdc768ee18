/** A new screen is read from its top: the page goes up, and the focus to its heading. */
export function showFromTop(): void {
  scrollTo(0, 0)
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}
