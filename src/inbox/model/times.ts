import { call, type AnswerOf } from '../shared/api.ts'
import { IntakeError } from '../shared/failure.ts'

/** The published times and the tally, as they were fetched last. */
export type Times = NonNullable<AnswerOf<'staffSlots'>['times']> & { readonly version: string }

/**
 * Fetches the published times: the very same as before when nothing has changed, and then they do not travel.
 * @throws {IntakeError}
 */
export async function fetchTimes(before: Times | null): Promise<Times> {
  const { version, times } = await call('staffSlots', before ? { query: { have: before.version } } : {})
  if (times) return { version, ...times }
  if (before?.version === version) return before
  throw new IntakeError('unexpected')
}
