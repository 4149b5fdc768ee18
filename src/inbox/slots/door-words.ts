import type { OpenedRequest } from '../model/requests.ts'
import { whoOf } from '../model/title.ts'
import type { T } from '../shared/copy.ts'

/** That these may stand at the door all the same, so that somebody meets them; nothing when there are none. */
export function doorWords(those: readonly OpenedRequest[], t: T): string[] {
  if (those.length === 0) return []
  return [t('cancel.atDoor', { count: those.length, names: those.map(one => whoOf(one, t)).join(', ') })]
}
