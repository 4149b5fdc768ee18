import da from '../../locales/da/language.json' with { type: 'json' }
import en from '../../locales/en/language.json' with { type: 'json' }

/** A unit for one and for more; a language with more forms says it for the numbers that need them ("2"). */
export type Forms = { readonly one: string; readonly other: string; readonly [number: `${number}`]: string }

/**
 * What stands in `locales/<language>/language.json` beside the copy. In its patterns stand `{names}`; a space that must not
 * break is written into them.
 */
export type LanguageForm = {
  /** Its name in itself, for the link that leads to it. */
  readonly name: string
  /** The side it is read from: `ltr` or `rtl`. */
  readonly dir: string
  /** Of each page (src/app/routes.ts). All begin with `/<language>`, but those of the first language. */
  readonly addresses: { readonly [page: string]: string }
  /** Seven, Monday first. */
  readonly weekdays: readonly string[]
  /** Twelve. */
  readonly months: readonly string[]
  /** "26. november": `{d}`, `{month}`. */
  readonly day: string
  /** "15-17": `{from}`, `{to}`. */
  readonly range: string
  /** "23.-29. november", both in one month: `{from}` is a number, `{to}` a day as above. */
  readonly days: string
  /** "torsdag den 26. november": `{weekday}`, `{day}`. */
  readonly weekdayAndDay: string
  /** "torsdag den 26. november kl. 14.30-15.00": `{day}`, `{time}`. */
  readonly dayAndTime: string
  /** "14.30": `{h}`, `{min}`, two figures each. */
  readonly clock: string
  /** The end of a row: `{most}` has commas, `{last}` is the last one. */
  readonly list: string
  /** By the units of the facts; "times per week" and the like are said as one. */
  readonly units: { readonly [unit: string]: Forms }
  /** How often something can be had. */
  readonly times: Forms
  /** What the language says in another way than with a number: "once or twice" for "1-2 times". */
  readonly said: { readonly [counted: string]: string }
}

/**
 * The languages of the app, the municipality's own first: each is a folder under `locales`, called by its two letters (ISO
 * 639-1), and its name here. How to add one: docs/languages.md.
 */
export const languages = { da, en } satisfies Record<string, LanguageForm>

export type Language = keyof typeof languages

/** The municipality's own: its addresses bear no language, and it stands in where another has no words. */
export const FIRST = 'da' satisfies Language

/** In the order of the list. */
export const languageIds = Object.keys(languages) as readonly Language[] // Object.keys widens the keys

/** The language of that name, or null: of a word from outside. */
export const languageCalled = (name: string | null): Language | null =>
  languageIds.find(lang => lang === name) ?? null

/** What the addresses of a language begin with; of the first language nothing. */
export const rootOf = (lang: Language): string => (lang === FIRST ? '' : `/${lang}`)

/** The language of an address, ours or not. */
export const languageAt = (path: string): Language => {
  const [, first = ''] = path.split('/')
  return languageCalled(first) ?? FIRST
}

/** What stands in `language.json`, of any language. */
export const formOf = (lang: Language): LanguageForm => languages[lang]

/** The side a language is read from. */
export const dirOf = (lang: Language): 'ltr' | 'rtl' => (formOf(lang).dir === 'rtl' ? 'rtl' : 'ltr')

/** Puts values into a pattern of `language.json`. */
export const filled = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** Two ends, as the language says what lies between: "15-17", "15 to 17". */
export const rangeOf = (from: string | number, to: string | number, lang: Language): string =>
  filled(formOf(lang).range, { from, to })

/** A range that no line breaks in the middle of: word joiners on each side of a hyphen, or spaces that do not break. */
export const onOneLine = (range: string): string =>
  range.replaceAll(' ', '\u00a0').replaceAll('-', '\u2060-\u2060')

/**
 * A telephone number or the like, kept from being turned around in a text that is read from the right: there its groups
 * would change places (UAX #9, LRI … PDI). As it is in all other texts.
 */
export const keptInOrder = (text: string, lang: Language): string =>
  dirOf(lang) === 'rtl' ? `\u2066${text}\u2069` : text
