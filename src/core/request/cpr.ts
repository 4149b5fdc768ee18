import { plain } from './plain.ts'

/** Ten digits that read as day, month, year and four more, with or without a dash or spaces. */
const CPR_LIKE = /(?:^|\D)(\d{2})[ .\-/]?(\d{2})[ .\-/]?\d{2}[ .\-/_:]{0,3}\d{4}(?!\d)/g

/**
 * Whether a text holds what looks like a CPR number, with any dash or invisible sign between its digits. Looks only at
 * the form: a CPR number is never asked for, so a doubtful one is worth a question to the person. Days 61-91 are
 * replacement numbers.
 */
export function holdsCpr(text: string): boolean {
  for (const [, day, month] of plain(text).matchAll(CPR_LIKE)) {
    const d = Number(day)
    const m = Number(month)
    if (m >= 1 && m <= 12 && ((d >= 1 && d <= 31) || (d >= 61 && d <= 91))) return true
  }
  return false
}
