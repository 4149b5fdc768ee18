import type { ChangesAnswer } from '../../core/contract/index.ts'
import { openerOf } from '../opening/opener.ts'
import type { Session } from '../session/session.ts'
import { markNamesakes } from './namesakes.ts'
import { makeComparable } from './candidates.ts'
import type { OpenedRequest } from './requests.ts'
import { makeLinkable } from './links.ts'
import { makeSearchable } from './search.ts'

/**
 * What was opened since signing in, by id. A request's version changes when anything that hangs on it does, so what is here
 * need not be fetched or opened again. In memory only, and gone when the desk locks.
 */
export type Book = {
  readonly opened: Map<string, OpenedRequest>
  /** All of it as it was handed out last: the same list as long as nothing has changed. */
  list: readonly OpenedRequest[]
  /** The ids of all of it by version, as the worker is told them: made again when something has changed. */
  have: ReadonlyMap<string, string> | null
  /** How many were left shut when it was fetched last. */
  done: ChangesAnswer['done']
  /** Whether those that staff are done with have been looked for: from then on they are fetched as well. */
  isDoneWanted: boolean
}

/** A book in which nothing has been opened yet. */
export const newBook = (): Book => ({
  opened: new Map(),
  list: [],
  have: null,
  done: { finished: 0, junk: 0 },
  isDoneWanted: false,
})

/** What is open, how many are still being opened, and how many are left shut since nobody has looked for them. */
export type Shelf = {
  readonly requests: readonly OpenedRequest[]
  readonly left: number
  readonly done: ChangesAnswer['done']
  /** Whether those were being looked for. */
  readonly isDoneWanted: boolean
}

/** Milliseconds between two reports of the progress: each draws the list, and moves what is in it. */
const REPORT_EVERY = 1_000

/**
 * Fetches what the book lacks and opens it beside the page, most urgent first. The intake hands out what it cannot read.
 * @param also ids of requests that are wanted though staff are done with them
 * @param onProgress gets what is open so far: at once, and then now and then while more is being opened
 * @param quiet the page asks by itself: nobody need have looked
 * @throws {IntakeError}
 */
export async function fetchRequests(
  session: Session,
  book: Book = newBook(),
  also: readonly string[] = [],
  onProgress: (shelf: Shelf) => void = () => undefined,
  quiet = false,
): Promise<Shelf> {
  const have = haveOf(book)
  const { isDoneWanted } = book
  const wanted = { have, done: isDoneWanted, also: also.filter(id => !book.opened.has(id)), quiet }
  let reported = -Infinity
  let isDrawn = false
  const { gone, done } = await openerOf(session).lacking(wanted, ({ opened, left }) => {
    put(book, opened)
    const now = performance.now()
    // The first that are open are drawn without waiting.
    const isFirst = !isDrawn && opened.length > 0
    if (left === 0 || (!isFirst && now - reported < REPORT_EVERY)) return
    isDrawn ||= opened.length > 0
    reported = now
    onProgress({ requests: listOf(book), left, done: book.done, isDoneWanted })
  })
  remove(book, gone)
  book.done = done
  return { requests: listOf(book), left: 0, done, isDoneWanted }
}

function put(book: Book, opened: readonly OpenedRequest[]): void {
  for (const one of opened) {
    book.opened.set(one.stored.id, one)
    // A few at a time, so that neither the first key of a search nor the first request that is shown waits for all.
    makeSearchable(one)
    makeComparable(one)
    makeLinkable(one)
  }
  if (opened.length > 0) changed(book)
}

/** Drops those whose version no longer stands and that did not come in another. */
function remove(book: Book, gone: readonly string[]): void {
  if (gone.length === 0) return
  const versions = new Set(gone)
  for (const [id, { stored }] of book.opened) if (versions.has(stored.version)) book.opened.delete(id)
  changed(book)
}

function changed(book: Book): void {
  book.list = []
  book.have = null
}

function haveOf(book: Book): ReadonlyMap<string, string> {
  book.have ??= new Map(Array.from(book.opened, ([id, { stored }]) => [stored.version, id]))
  return book.have
}

function listOf(book: Book): readonly OpenedRequest[] {
  if (book.list.length !== book.opened.size) book.list = markNamesakes([...book.opened.values()])
  return book.list
}
