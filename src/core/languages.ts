/**
 * The languages of the app: each is a folder under `locales` and a line here. `dir` is the direction it is read in.
 */
export const languages = {
  da: { dir: 'ltr' },
  en: { dir: 'ltr' },
} as const satisfies Record<string, { readonly dir: 'ltr' | 'rtl' }>

export type Language = keyof typeof languages
