import { fetchRequest } from '../opening/opener.ts'
import type { Session } from '../session/session.ts'
import { HeldBack } from '../shared/failure.ts'
import { ownerOf, prepareNote, type PreparedNote } from './notes.ts'
import type { OpenedRequest } from './requests.ts'

/** A colleague has taken the request since the page was fetched: nothing was written. */
export class TakenMeanwhile extends HeldBack {
  override readonly name = 'TakenMeanwhile'
  /** Who has it now. */
  readonly by: string
  constructor(by: string) {
    super('taken')
    this.by = by
  }
}

/**
 * Seals that a member takes a request on, or lets go of it. Looks at who has it now first: two who press within the same
 * minutes would both be told that it is theirs.
 * @throws {TakenMeanwhile} when a colleague has it whom the page did not show
 * @throws {IntakeError} when the request cannot be fetched
 */
export async function prepareTaking(
  session: Session,
  shown: OpenedRequest,
  event: 'mine' | 'free',
): Promise<PreparedNote> {
  const { id } = shown.stored
  const now = await fetchRequest(session, id)
  const owner = ownerOf(now)
  if (owner !== null && owner !== session.name && owner !== ownerOf(shown)) throw new TakenMeanwhile(owner)
  return prepareNote(session, id, { event, after: now.notes })
}
