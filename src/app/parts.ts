import { laterOfCheck } from './check/later.ts'
import { copyFiles } from './copy/copy-scripts.js'
import type { CopyPart } from './copy/parts.ts'
import { laterScreens } from './request/later.ts'
import { pageAt, type PageId } from './routes.ts'

export const interactivePages = ['contact', 'check', 'replies'] as const satisfies readonly PageId[]
export type InteractivePage = (typeof interactivePages)[number]

/** The script of each interactive page: a file of its own, fetched when the page is near. */
export const screenFiles = {
  contact: async () => (await import('./request/contact.tsx')).Contact,
  check: async () => (await import('./check/check.tsx')).EligibilityCheck,
  replies: async () => (await import('./replies/replies.tsx')).Replies,
} as const

/** What comes of a page after its first questions. */
export async function fetchLater(page: InteractivePage): Promise<void> {
  if (page === 'contact') await laterScreens.fetch()
  else if (page === 'check') await laterOfCheck.fetch()
}

/** What a page needs of the copy besides the base; none for the request. */
export const copyPartOf = (page: InteractivePage): Exclude<CopyPart, 'base'> | null =>
  page === 'contact' ? null : page

export const isInteractivePage = (page: PageId): page is InteractivePage =>
  interactivePages.some(one => one === page)

/**
 * Asks for the files of the interactive page at an address side by side, before anything has to be run.
 *
 * @param whole also for what comes after its first questions
 */
export function fetchParts(path: string, whole = false): void {
  const at = pageAt(path)
  if (!at || !isInteractivePage(at.page)) return
  const files = copyFiles[at.lang]
  const part = copyPartOf(at.page)
  const { page } = at
  const wanted = [
    screenFiles[page],
    files.base,
    ...(part === null ? [] : [files[part]]),
    ...(whole ? [async () => fetchLater(page)] : []),
  ]
  for (const file of wanted) {
    file().catch(() => {
      // It is asked for again when it is needed, and told then.
    })
  }
}
