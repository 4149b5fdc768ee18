import { FIRST, languageIds, languages as known, type Language } from '../core/languages.ts'

export type PageId = keyof (typeof known)[typeof FIRST]['addresses']
/** Every citizen's page. */
export const pageIds = Object.keys(known[FIRST].addresses) as PageId[] // Object.keys widens the keys

/** Prerendered first screen, then taken over by Preact, preact-router and i18next; all others are readable as they come. */
const interactive: readonly PageId[] = ['check', 'contact', 'replies']

type Page = { readonly [L in Language]: string } & { readonly kind: 'document' | 'interactive' }
const addresses: { readonly [L in Language]: { readonly addresses: Readonly<Record<PageId, string>> } } =
  known

/** Each page's address in every language, and its kind. */
export const pages = Object.fromEntries(
  pageIds.map(page => [
    page,
    {
      ...Object.fromEntries(languageIds.map(lang => [lang, addresses[lang].addresses[page]])),
      kind: interactive.includes(page) ? 'interactive' : 'document',
    },
  ]),
) as { readonly [P in PageId]: Page } // made of all pages and all languages just above

export const languages = languageIds

/** The page and language an address stands for, or null for one that is not ours. */
export function pageAt(path: string): { page: PageId; lang: Language } | null {
  const clean = path.length > 1 ? path.replace(/\/+$/, '') : path
  for (const page of pageIds)
    for (const lang of languages) if (pages[page][lang] === clean) return { page, lang }
  return null
}
