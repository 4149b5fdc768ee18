import type { ChangesAnswer, StaffRequest } from '../../core/contract/index.ts'
import type { TeamKey } from '../../core/sealing/index.ts'
import { openStored, type OpenedRequest } from '../model/requests.ts'
import { IntakeError } from '../shared/failure.ts'
import type { Call } from '../shared/calling.ts'

/** What to fetch: all that is not here, by version with its id; with or without what staff are done with. */
export type Wanted = {
  readonly have: ReadonlyMap<string, string>
  readonly done: boolean
  /** The ids of such as are wanted though staff are done with them. */
  readonly also: readonly string[]
  /** The page asks by itself: nobody need have looked. */
  readonly quiet: boolean
}

/** Some that were opened, and how many are still to come that the page does not show in an older version. */
export type Part = { readonly opened: readonly OpenedRequest[]; readonly left: number }

/** The versions that no longer stand, and how many are left out since staff are done with them. */
export type Answer = { readonly gone: readonly string[]; readonly done: ChangesAnswer['done'] }

/** Milliseconds of opening before what is open is handed on. */
const HAND_ON = 120
/** As many ids as the contract takes (`changesPost`). */
const MOST_ALSO = 500

/**
 * Fetches what is lacking and opens it, in the order in which it comes: what waits for an answer first.
 * @param pause is waited for after each request, where others need the thread
 * @throws {IntakeError}
 */
export async function openLacking(
  call: Call,
  teams: readonly TeamKey[],
  wanted: Wanted,
  onPart: (part: Part) => void,
  pause: () => Promise<void> | null = () => null,
): Promise<Answer> {
  const have = new Map(wanted.have)
  const shown = new Set(wanted.have.values())
  const came = new Set<string>()
  const gone: string[] = []
  let { also } = wanted
  for (;;) {
    const body = {
      have: [...have.keys()],
      done: wanted.done,
      ...(also.length > 0 && { also }),
      ...(wanted.quiet && { quiet: true }),
    }
    const page = await call('changes', { body })
    gone.push(...page.gone)
    for (const version of page.gone) have.delete(version)
    for (const { id, version } of page.requests) {
      have.set(version, id)
      came.add(id)
    }
    await openPage(page, teams, shown, onPart, pause)
    // An answer that is cut but adds nothing would be asked for for ever, and is not all of it.
    if (page.left > 0 && page.requests.length === 0) throw new IntakeError('unexpected')
    if (page.left > 0) continue
    const missing = [...new Set(gone.map(version => wanted.have.get(version)))]
      .filter(id => id !== undefined)
      .filter(id => !came.has(id) && !also.includes(id))
    if (wanted.done || missing.length === 0) return { gone, done: page.done }
    // They were here, and so they stay when staff are done with them; those that are erased do not come.
    also = [...missing, ...also].slice(0, MOST_ALSO)
    for (const id of also) came.add(id)
  }
}

async function openPage(
  { requests, left }: ChangesAnswer,
  teams: readonly TeamKey[],
  shown: ReadonlySet<string>,
  onPart: (part: Part) => void,
  pause: () => Promise<void> | null,
): Promise<void> {
  let coming = left + requests.filter(({ id }) => !shown.has(id)).length
  // At once, so that somebody sees how many are on their way.
  if (requests.length > 0) onPart({ opened: [], left: coming })
  let opened: OpenedRequest[] = []
  let began = performance.now()
  for (const [at, stored] of requests.entries()) {
    opened.push(await openStored(stored, teams))
    if (!shown.has(stored.id)) coming--
    if (performance.now() - began >= HAND_ON || at === requests.length - 1) {
      onPart({ opened, left: coming })
      opened = []
      began = performance.now()
    }
    await pause()
  }
}

/** Fetches one again, for what was written since the list was made. @throws {IntakeError} */
export async function openOne(call: Call, teams: readonly TeamKey[], id: string): Promise<OpenedRequest> {
  const stored: StaffRequest = await call('staffRequest', { id })
  return openStored(stored, teams)
}
