import { createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'

/** Words that are not sent yet, by what they belong to. In this page's memory only: never stored, never sent. */
export type Drafts = Map<string, string>

/** Half-written words outlive their form: a colleague's list, a lost connection, a session that has run out. */
export const DraftsContext = createContext<Drafts>(new Map())

/**
 * The words under a key, as they were left; undefined when there are none. Undefined forgets them. The third gives what is to
 * stay of the words as they are by now: somebody may have written on while what they had was being sent.
 */
export function useDraft(
  key: string,
): [
  string | undefined,
  (text: string | undefined) => void,
  (left: (now: string) => string | undefined) => void,
] {
  const drafts = useContext(DraftsContext)
  const [text, setText] = useState(() => drafts.get(key))
  const set = (next: string | undefined): void => {
    if (next === undefined) drafts.delete(key)
    else drafts.set(key, next)
    setText(next)
  }
  return [
    text,
    set,
    left => {
      const now = drafts.get(key)
      set(now === undefined ? undefined : left(now))
    },
  ]
}

/** What was written on after these words were sent; all of it where they were changed meanwhile. */
export function writtenSince(sent: string, now: string): string | undefined {
  const since = now.startsWith(sent) ? now.slice(sent.length).trimStart() : now
  return since === '' ? undefined : since
}

/** How the keys begin of what is not words that could be lost: what is searched, which folds are open, where the list stood. */
export const VIEW = 'view-'

/** The key of what the list is narrowed to. */
export const FILTER = `${VIEW}filter`

/** The key of the words that are searched. */
export const SEARCH = `${VIEW}search`

/** The key of the day whose times are shown. */
export const SLOTS_DAY = `${VIEW}day`

/** The key of a reply to a request. */
export const replyKey = (requestId: string): string => `reply-${requestId}`

/** The key of a state that is chosen and not saved. */
export const stateKey = (requestId: string): string => `state-${requestId}`

/** The key of the word that calls a time off. */
export const cancelKey = (slotId: string): string => `cancel-${slotId}`

/** Forgets what was begun for a request that is gone: it can neither be reached nor sent. */
export function forgetWords(drafts: Drafts, requestId: string): void {
  for (const key of drafts.keys()) if (key.endsWith(requestId)) drafts.delete(key)
}

/** The key of the times that are about to be published: they stay filled in after it, so they hold no page back. */
export const PUBLISHING = `${VIEW}publish`

/** Whether anything at all has been begun. */
export const holdsWords = (drafts: Drafts): boolean =>
  [...drafts].some(([key, text]) => !key.startsWith(VIEW) && text.trim() !== '')

/** Whether a reply to this request was begun and not sent. */
export function useHasDraft(requestId: string): boolean {
  return (useContext(DraftsContext).get(replyKey(requestId)) ?? '').trim() !== ''
}
