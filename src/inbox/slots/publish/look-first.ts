import type { SlotPost } from '../../../core/contract/index.ts'
import { fetchTimes } from '../../model/times.ts'
import { HeldBack } from '../../shared/failure.ts'
import { doubtsOf, twiceOf, type Doubt } from './doubts.ts'

/** A colleague has published what these times are in the way of: nothing was done. */
export class PublishedMeanwhile extends HeldBack {
  override readonly name = 'PublishedMeanwhile'
}

/**
 * Holds times against those that are there now: the page may be some minutes old, and two who plan the same morning would give
 * one counsellor two people.
 * @param seen the doubts that the member was shown and has waved through
 * @param own the id of the time that is being changed
 * @throws {PublishedMeanwhile} when there is more to ask about than was asked
 * @throws {IntakeError} when the times cannot be fetched
 */
export async function lookFirst(
  meant: readonly SlotPost[],
  seen: readonly Doubt[],
  own?: string,
): Promise<void> {
  const { slots } = await fetchTimes(null)
  const others = slots.filter(({ id }) => id !== own)
  const known = new Set(seen.map(doubt => JSON.stringify(doubt)))
  const isNew = doubtsOf(meant, others).some(doubt => !known.has(JSON.stringify(doubt)))
  // Of one that is changed the intake says that it is there twice.
  const isTwice = own === undefined && twiceOf(meant, others).length > 0
  if (isNew || isTwice) throw new PublishedMeanwhile()
}
