import type { Figure, FigureUnit, Language } from './types.ts'
import { asText } from './figures.ts'

type Forms = { readonly one: string; readonly many: string }

/** Units that a sentence counts in; the others (years of age, kroner, calendar years) have words of their own around them. */
const units: { readonly [U in FigureUnit]?: { readonly [L in Language]: Forms } } = {
  days: { da: { one: 'dag', many: 'dage' }, en: { one: 'day', many: 'days' } },
  weeks: { da: { one: 'uge', many: 'uger' }, en: { one: 'week', many: 'weeks' } },
  months: { da: { one: 'måned', many: 'måneder' }, en: { one: 'month', many: 'months' } },
  years: { da: { one: 'år', many: 'år' }, en: { one: 'year', many: 'years' } },
  talks: { da: { one: 'samtale', many: 'samtaler' }, en: { one: 'talk', many: 'talks' } },
  'times per week': {
    da: { one: 'gang om ugen', many: 'gange om ugen' },
    en: { one: 'time a week', many: 'times a week' },
  },
  'times per month': {
    da: { one: 'gang om måneden', many: 'gange om måneden' },
    en: { one: 'time a month', many: 'times a month' },
  },
  'months between updates': {
    da: { one: 'måned', many: 'måneder' },
    en: { one: 'month', many: 'months' },
  },
}

const withUnit = (figure: Figure, forms: Forms): string =>
  `${asText(figure)} ${(figure.max ?? figure.min) === 1 ? forms.one : forms.many}`

/** English says "once", "twice" and "once or twice" where Danish counts on. */
const inEnglish = (text: string): string =>
  text
    .replace(/^1-2 times\b/, 'once or twice')
    .replace(/^1 time\b/, 'once')
    .replace(/^2 times\b/, 'twice')

/**
 * A figure with its unit, in the number the figure asks for: "1 uge", "2 uger", "once a week". Undefined for a unit that
 * a sentence does not count in.
 */
export function spanOf(figure: Figure, lang: Language): string | undefined {
  const forms = units[figure.unit]
  if (!forms) return undefined
  const text = withUnit(figure, forms[lang])
  return lang === 'en' ? inEnglish(text) : text
}

const times: { readonly [L in Language]: Forms } = {
  da: { one: 'gang', many: 'gange' },
  en: { one: 'time', many: 'times' },
}

/** How many times something can be had: "1-2 gange", "once or twice"; for a figure in talks. */
export function timesOf(figure: Figure, lang: Language): string {
  const text = withUnit(figure, times[lang])
  return lang === 'en' ? inEnglish(text) : text
}
