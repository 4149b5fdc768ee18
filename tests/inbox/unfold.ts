import { act } from '@testing-library/preact'

/** Opens the folds of the page, or the one with this summary, as somebody does who looks for what is in them. */
export function unfold(summary?: string): void {
  void act(() => {
    for (const fold of document.querySelectorAll('details'))
      if (summary === undefined || fold.firstElementChild?.textContent === summary) fold.open = true
  })
}
