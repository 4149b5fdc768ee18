/**
 * Prints one part of the page and nothing around it: a list that goes to a meeting must not take along who else is on the
 * screen. What surrounds it is hidden by `print-only.css` while it prints.
 * @param id the part's
 */
export function printOnly(id: string): void {
  const part = document.getElementById(id)
  if (!part) return
  const way: Element[] = []
  for (let at: Element | null = part; at && at !== document.body; at = at.parentElement) way.push(at)
  const clear = (): void => {
    for (const one of way) one.removeAttribute('data-printed')
    document.body.removeAttribute('data-prints')
    removeEventListener('afterprint', clear)
  }
  // Each on the way down stays, and of its children the next one alone.
  for (const one of way) one.setAttribute('data-printed', one === part ? 'whole' : 'way')
  document.body.setAttribute('data-prints', '')
  addEventListener('afterprint', clear)
  print()
}
