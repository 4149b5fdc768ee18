/**
 * Opens the fold that the address leads to (`/voksne#mind`), now and when a link on the page leads to another: the
 * heading stands in the fold's summary, so a browser alone would show a closed title.
 */
export function openFolds(root: Document): void {
  const open = (): void => {
    const at = root.getElementById(location.hash.slice(1))
    // One fold may stand in another.
    let fold = at?.closest('details')
    while (fold) {
      fold.open = true
      fold = fold.parentElement?.closest('details')
    }
  }
  open()
  addEventListener('hashchange', open)
}
