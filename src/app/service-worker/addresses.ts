/** A precached file: its address, and a hash where the address has none. */
export type Entry = { url: string; revision: string | null; integrity?: string }
export type Part = 'common' | 'da' | 'en'

/** Neutral names: a browser lists its caches to anyone who looks. */
export const cacheOf = (part: Part): string => `snak-${part}`

/** What answers an address that is not there, when there is no network to ask. */
export const NOT_FOUND = { da: '/lean/findes-ikke.html', en: '/lean/en/findes-ikke.html' } as const
export const NEUTRAL = '/ude.html'

/** Addresses that are none of the citizen's app: they are not even looked at. */
export function isOutside(path: string): boolean {
  return /^\/(api|inbox|healthz|readyz)(\/|$)/.test(path)
}

export function languageOf(path: string): 'da' | 'en' {
  return /^\/en(\/|$)/.test(path) ? 'en' : 'da'
}

/** The part of the precache a file belongs to: pages and words by language, all else to both. */
export function partOf(url: string): Part {
  if (/^\/assets\/da-/.test(url) || url === '/manifest.da.webmanifest') return 'da'
  if (/^\/assets\/en-/.test(url) || url === '/manifest.en.webmanifest') return 'en'
  return url.startsWith('/lean/') ? languageOf(url.slice('/lean'.length)) : 'common'
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
