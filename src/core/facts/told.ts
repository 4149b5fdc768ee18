import { dirOf, FIRST, keptInOrder } from '../languages.ts'
import type { Language, Told } from './types.ts'

/** What the municipality says, in a language or else in its own, and in which it is. */
export function toldIn(told: Told, lang: Language): { readonly text: string; readonly lang: Language } {
  const text = told[lang]
  return text === undefined ? { text: told[FIRST], lang: FIRST } : { text, lang }
}

/** The same where there are only words: in another direction than the text around it, it is kept together. */
export function toldText(told: Told, lang: Language): string {
  const { text, lang: own } = toldIn(told, lang)
  return dirOf(own) === dirOf(lang) ? text : keptInOrder(text, lang)
}
