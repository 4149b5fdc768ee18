import { standardStatus, type Period } from '../../core/facts/status.ts'

/**
 * Sets the validity lines of a page right for the day itself: a page built last year still knows today what has run
 * out. Both sentences are in the page; the one that holds on `today` (`YYYY-MM-DD`) is shown.
 */
export function correctValidity(root: Document, today: string): void {
  for (const line of root.querySelectorAll<HTMLElement>('[data-valid-to]')) {
    const { validFrom, validTo, unsureFrom } = line.dataset
    if (validFrom === undefined || validTo === undefined) continue // not one of ours: both days are always printed
    const period: Period = { validFrom, validTo, ...(unsureFrom !== undefined && { unsureFrom }) }
    const status = standardStatus(period, today)
    for (const sentence of line.querySelectorAll<HTMLElement>('[data-when]'))
      sentence.hidden = sentence.dataset['when'] !== status
  }
}
