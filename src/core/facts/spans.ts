import { formOf, type Forms } from '../languages.ts'
import type { Figure, Language } from './types.ts'
import { asText } from './figures.ts'

/** In the number that the last figure asks for; and as the language says it, where it does not count: "once or twice". */
function counted(figure: Figure, forms: Forms, lang: Language): string {
  const last = figure.max ?? figure.min ?? 0
  const form = forms[`${last}`] ?? (last === 1 ? forms.one : forms.other)
  const text = `${asText(figure, lang)} ${form}`
  for (const [number, said] of Object.entries(formOf(lang).said)) {
    if (text === number || text.startsWith(`${number} `)) return said + text.slice(number.length)
  }
  return text
}

/**
 * A figure with its unit, in the number the figure asks for: "1 uge", "2 uger", "once a week". Undefined for a unit that
 * a sentence does not count in (years of age, kroner, calendar years have words of their own around them).
 */
export function spanOf(figure: Figure, lang: Language): string | undefined {
  const unit = figure.unit === 'months between updates' ? 'months' : figure.unit
  const forms = formOf(lang).units[unit]
  return forms && counted(figure, forms, lang)
}

/** How many times something can be had: "1-2 gange", "once or twice"; for a figure in talks. */
export const timesOf = (figure: Figure, lang: Language): string => counted(figure, formOf(lang).times, lang)
