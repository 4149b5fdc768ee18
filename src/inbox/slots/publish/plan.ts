import type { SlotPost } from '../../../core/contract/index.ts'
import { toSlots, type PublishError } from './publish.ts'

/** What `toSlots` makes of the fields, as the times or what is wrong with them: one of the two is empty. */
export function planOf(...made: Parameters<typeof toSlots>): {
  readonly planned: readonly SlotPost[]
  readonly wrong: readonly PublishError[]
} {
  const all = toSlots(...made)
  return isWrong(all) ? { planned: [], wrong: all } : { planned: all, wrong: [] }
}

const isWrong = (made: SlotPost[] | PublishError[]): made is PublishError[] => 'why' in (made[0] ?? {})
