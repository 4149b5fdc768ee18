import { municipality } from '#municipality'
import type { NotePost } from '../../core/contract/index.ts'
import type { Municipality } from '../../core/facts/types.ts'
import type { ContactRequest } from '../../core/request/index.ts'
import type { Note, NoteEvent, NoteWords } from '../../core/sealing/index.ts'
import { performBeside } from '../opening/spare.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { recipients } from './build-info.ts'

/** A note, sealed and ready: sent again as it is when no answer came, so that it is there once. */
export type PreparedNote = Readonly<NotePost>

/**
 * Whether the intake is told that a talk was missed, so that it does not count: a young person did not come, and the
 * municipality has not said that a missed talk counts.
 */
export const isCountedBack = (
  event: NoteEvent,
  audience: ContactRequest['audience'],
  { missedTalkCounts }: Pick<Municipality['confirmed'], 'missedTalkCounts'> = municipality.confirmed,
): boolean => event === 'no-show' && audience === 'youth' && !missedTalkCounts

/** When the latest note of each request was written here, ms since 1970: it may not have been fetched yet. */
const writtenHere = new Map<string, number>()

/**
 * Now; or just after the latest note where a colleague's clock is ahead: who takes a request over would not have it, and what
 * is taken back would stand above what it takes back.
 */
function timeAfter(requestId: string, notes: readonly Note[]): string {
  const before = writtenHere.get(requestId)
  const latest = Math.max(0, ...notes.map(({ at }) => Date.parse(at) + 1))
  const time = Math.max(Date.now(), latest, before === undefined ? 0 : before + 1)
  writtenHere.set(requestId, time)
  return new Date(time).toISOString()
}

/**
 * Seals what a member notes about a request, for colleagues only; `missed`: the intake counts a talk back, or again.
 * @param after the notes that are there: this one stands below them, whatever the clock says
 */
export async function prepareNote(
  session: Session,
  requestId: string,
  {
    event,
    text = '',
    upTo = null,
    after = [],
  }: Pick<NoteWords, 'event'> & Partial<NoteWords> & { readonly after?: readonly Note[] },
  missed?: boolean,
): Promise<PreparedNote> {
  const at = timeAfter(requestId, after)
  const words: NoteWords = { event, at, text, upTo }
  const [team] = session.teams
  const sealed = await performBeside('sealNote', {
    team,
    request: requestId,
    by: session.name,
    words,
    recipients,
  })
  return { id: crypto.randomUUID(), sealed, ...(missed !== undefined && { missed }) }
}

/** @throws {IntakeError} */
export async function sendNote(requestId: string, note: PreparedNote): Promise<void> {
  await call('note', { id: requestId, body: note })
}

/** Who of the team has taken it on; null when nobody has. */
export function ownerOf({ notes }: { readonly notes: readonly Note[] }): string | null {
  const last = notes.findLast(({ event }) => event === 'mine' || event === 'free')
  return last?.event === 'mine' ? last.by : null
}

/**
 * Whose it is that can act on it: null as well where a member has it who has left the team, since it would stay with nobody.
 * @param onTeam the names of the members; null while they are not known, and then everybody counts as one
 */
export function activeOwnerOf(
  opened: { readonly notes: readonly Note[] },
  onTeam: ReadonlySet<string> | null,
): string | null {
  const owner = ownerOf(opened)
  return owner === null || onTeam === null || onTeam.has(owner) ? owner : null
}
