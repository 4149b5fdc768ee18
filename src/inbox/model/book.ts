import type { RequestState, StaffRequest } from '../../core/contract/index.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { openStored, type OpenedRequest } from './requests.ts'

/**
 * What was opened since signing in, by its version: it changes when anything that hangs on the request does, so what is
 * here need not be fetched or opened again. In memory only, and gone when the desk locks.
 */
export type Book = Map<string, OpenedRequest>

export const newBook = (): Book => new Map()

/** How many of those that are fetched are not opened yet. */
export type Progress = { readonly requests: readonly OpenedRequest[]; readonly left: number }

/** Those that wait for an answer are opened first. */
const ORDER: Readonly<Record<RequestState, number>> = {
  new: 0,
  opened: 1,
  answered: 2,
  'handed-over': 3,
  closed: 4,
  junk: 5,
}

/** Milliseconds of opening before the page gets a turn for keys and drawing. */
const SLICE = 24
/** Milliseconds between two reports of the progress: each draws the list. */
const REPORT_EVERY = 1_000

/**
 * Fetches what the book lacks and opens it here, most urgent first. The intake hands out what it cannot read.
 * @param onProgress gets what is open so far, now and then while more is being opened
 * @throws {IntakeError}
 */
export async function fetchRequests(
  session: Session,
  book: Book = newBook(),
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<readonly OpenedRequest[]> {
  const lacking: StaffRequest[] = []
  const have = new Set(book.keys())
  for (;;) {
    const body = { have: [...have] }
    const { requests, gone, more } = await call('changes', { body })
    lacking.push(...requests)
    for (const { version } of requests) have.add(version)
    for (const version of gone) have.delete(version)
    // An answer that is cut but adds nothing would be asked for for ever.
    if (!more || requests.length === 0) break
  }
  const all = lacking.sort((a, b) => ORDER[a.state] - ORDER[b.state])
  const fresh: OpenedRequest[] = []
  const slice = slicing(() => {
    onProgress({ requests: latest(book, have, fresh), left: all.length - fresh.length })
  })
  for (const stored of all) {
    fresh.push(await openStored(stored, session.teams))
    await slice()
  }
  for (const one of fresh) book.set(one.stored.version, one)
  for (const version of [...book.keys()]) if (!have.has(version)) book.delete(version)
  return [...book.values()]
}

/** What is open so far: of a request that has changed, the newer. */
function latest(book: Book, have: ReadonlySet<string>, fresh: readonly OpenedRequest[]): OpenedRequest[] {
  const still = [...book.values()].filter(one => have.has(one.stored.version))
  return [...still, ...fresh]
}

/** Gives the page a turn whenever a slice of time is used up, and reports now and then. */
function slicing(report: () => void): () => Promise<void> {
  let began = performance.now()
  let reported = began
  return async () => {
    const now = performance.now()
    if (now - began < SLICE) return
    if (now - reported >= REPORT_EVERY) {
      report()
      reported = now
    }
    await new Promise<void>(done => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        done()
      }
      port2.postMessage(null)
    })
    began = performance.now()
  }
}
