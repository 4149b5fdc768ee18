import { languages as known, type Language } from '../core/languages.ts'

/**
 * Every citizen's page. `document`: readable as it comes, with small islands.
 * `interactive`: prerendered first screen, then taken over by Preact, preact-router and i18next.
 */
export const pages = {
  home: { da: '/', en: '/en', kind: 'document' },
  adults: { da: '/voksne', en: '/en/adults', kind: 'document' },
  youth: { da: '/unge', en: '/en/youth', kind: 'document' },
  relatives: { da: '/paaroerende', en: '/en/relatives', kind: 'document' },
  rights: { da: '/rettigheder', en: '/en/rights', kind: 'document' },
  place: { da: '/stedet', en: '/en/place', kind: 'document' },
  check: { da: '/tjek', en: '/en/check', kind: 'interactive' },
  contact: { da: '/kontakt', en: '/en/contact', kind: 'interactive' },
  replies: { da: '/svar', en: '/en/replies', kind: 'interactive' },
  urgent: { da: '/akut', en: '/en/urgent', kind: 'document' },
  sources: { da: '/om/kilder', en: '/en/about/sources', kind: 'document' },
  privacy: { da: '/om/privatliv', en: '/en/about/privacy', kind: 'document' },
  accessibility: { da: '/was', en: '/en/accessibility', kind: 'document' },
} as const satisfies Record<string, { [L in Language]: string } & { kind: 'document' | 'interactive' }>

export type PageId = keyof typeof pages
export const pageIds = Object.keys(pages) as PageId[]
export const languages = Object.keys(known) as Language[] // Object.keys widens the keys

/** The page and language an address stands for, or null for one that is not ours. */
export function pageAt(path: string): { page: PageId; lang: Language } | null {
  const clean = path.length > 1 ? path.replace(/\/+$/, '') : path
  for (const page of pageIds)
    for (const lang of languages) if (pages[page][lang] === clean) return { page, lang }
  return null
}
