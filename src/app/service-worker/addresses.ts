import { languageAt, languageCalled, languageIds, rootOf, type Language } from '../../core/languages.ts'

/** A precached file: its address, and a hash where the address has none. */
export type Entry = { url: string; revision: string | null; integrity?: string }
export type Part = 'common' | Language

/** What all languages share, then each of them. */
export const parts: readonly Part[] = ['common', ...languageIds]

/**
 * What a phone keeps once a page has been read: the first two languages of the list, so that help is there in one of them
 * for anyone who is handed the phone, and that of the page. Any other comes when it is opened: each takes some 45 kB.
 */
export const keptAfter = (path: string): readonly Part[] => [
  ...new Set<Part>([...parts.slice(0, 3), languageAt(path)]),
]

/** Neutral names: a browser lists its caches to anyone who looks. */
export const cacheOf = (part: Part): string => `snak-${part}`

/** What answers an address that is not there, when there is no network to ask. */
export const notFoundOf = (lang: Language): string => `/lean${rootOf(lang)}/findes-ikke.html`

/** Addresses that are none of the citizen's app: they are not even looked at. */
export function isOutside(path: string): boolean {
  return /^\/(api|inbox|healthz|readyz)(\/|$)/.test(path)
}

/** The part of the precache a file belongs to: pages and words by language, all else to all. */
export function partOf(url: string): Part {
  if (url.startsWith('/lean/')) return languageAt(url.slice('/lean'.length))
  const [, called = ''] = /^\/(?:assets\/|manifest\.)(\w\w)[-.]/.exec(url) ?? []
  return languageCalled(called) ?? 'common'
}

/** Where the copy of a page for the phone lies: the same page, its style in a file that all of them share. */
export function leanOf(path: string): string {
  const page = clean(path)
  return `/lean${page === '/' ? '' : page}/index.html`
}

/** A page's address without a slash at the end, as it is kept. */
export function clean(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path
}
