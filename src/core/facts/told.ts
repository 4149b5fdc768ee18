import { dirOf, FIRST, keptInOrder } from '../languages.ts'
import type { Helpline, Language, Told } from './types.ts'

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

/** The name of a helpline with who answers there, for those to whom the name does not say it. */
export function nameOfLine({ name, says }: Pick<Helpline, 'name' | 'says'>, lang: Language): string {
  const who = says[lang]
  return who === undefined ? name : `${name}, ${who}`
}
