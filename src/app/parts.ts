import { copyOfCheck, laterOfCheck } from './check/later.ts'
import { copyFiles } from './copy/copy-scripts.js'
import type { CopyPart } from './copy/parts.ts'
import { needWhole, wholeWords } from './copy/whole-words.ts'
import { copyOfReplies, laterOfReplies } from './replies/later.ts'
import { copyOfRequest, laterScreens } from './request/later.ts'
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
  else await laterOfReplies.fetch()
}

/** The copy that a page begins with, besides the base. */
export const firstCopyOf = (page: InteractivePage): readonly CopyPart[] => firstCopy[page]

/** All the copy of a page, besides the base. */
export const copyOf = (page: InteractivePage): readonly CopyPart[] => wholeCopy[page]

const firstCopy = {
  contact: ['contact'],
  check: ['check'],
  replies: ['code'],
} as const satisfies Record<InteractivePage, readonly CopyPart[]>

const wholeCopy = {
  contact: copyOfRequest,
  check: copyOfCheck,
  replies: copyOfReplies,
} as const satisfies Record<InteractivePage, readonly CopyPart[]>

/** Whether a page is taken over by scripts, so that its copy comes in parts. */
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
  const { page } = at
  const copy = whole ? copyOf(page) : firstCopyOf(page)
  const wanted: readonly (() => Promise<unknown>)[] = [
    screenFiles[page],
    files.base,
    ...copy.map(part => files[part]),
    ...(needWhole(copy) ? [wholeWords.fetch] : []),
    ...(whole ? [async () => fetchLater(page)] : []),
  ]
  for (const file of wanted) {
    file().catch(() => {
      // It is asked for again when it is needed, and reported then.
    })
  }
}
