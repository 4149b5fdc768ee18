import { type Look, lookWith } from './together.ts'

/**
 * What a list of errors does not do that it must, a line each (WCAG 2.2, 3.3.1 and 3.3.3): the title says that something is
 * wrong, each line leads to its field, and the field is marked and has the same words beside it.
 */
export const faultyErrors = (prefix: string): Look<string[]> => lookWith(faultyErrorsHere, prefix)

/** In the page. */
function faultyErrorsHere(said: string): string[] {
  const lists = [...document.querySelectorAll('.error-summary')]
  const found: string[] = []
  if (lists.length > 0 && !document.title.startsWith(said))
    found.push(`the title does not say so: ${document.title}`)
  for (const link of lists.flatMap(list => [...list.querySelectorAll('a')])) {
    const words = link.textContent.trim()
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    const marked = field?.closest('[aria-invalid=true]') ?? field?.closest('fieldset[data-invalid]')
    if (!field || !marked) found.push(`leads to no field that is marked: ${words}`)
    const beside = [field, field?.closest('fieldset')]
      .flatMap(one => one?.getAttribute('aria-describedby')?.split(' ') ?? [])
      .map(id => document.getElementById(id)?.textContent ?? '')
    if (!beside.some(text => text.includes(words))) found.push(`not told at the field: ${words}`)
  }
  return found
}
