import type { StaffSlot } from '../../core/contract/index.ts'
import type { Language } from '../../core/facts/types.ts'
import type { OpenedRequest } from '../model/requests.ts'
import { whoOf } from '../model/title.ts'
import type { T } from '../shared/copy.ts'
import { nameOfSlot, type Cancelled } from './cancel.ts'
import { doorWords, movedWords } from './door-words.ts'

/**
 * What came of calling a time off: to how many a word went, who got none, and who may stand at the door.
 * @param date the date of the time in whose row it was called off
 */
export function cancelledWords(
  { untold, moved }: Pick<Cancelled, 'untold' | 'moved'>,
  { slot, date }: { readonly slot: StaffSlot; readonly date: StaffSlot['dates'][number] },
  requests: readonly OpenedRequest[],
  t: T,
  lang: Language,
): string {
  const had = slot.bookings.filter(one => !moved.includes(one))
  const count = had.length - untold.length
  const names = untold.map(({ requestId }) => {
    const opened = requests.find(one => one.stored.id === requestId)
    return opened ? whoOf(opened, t) : t('slots.shut')
  })
  return [
    t('cancel.done', { count, when: nameOfSlot(slot, date, t, lang) }),
    ...(names.length > 0 ? [t('cancel.untold', { names: names.join(', ') })] : []),
    ...movedWords(moved, requests, t),
    ...doorWords(had, [slot], requests, t),
  ].join(' ')
}
