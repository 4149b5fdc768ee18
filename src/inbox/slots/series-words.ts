import { clock, nameOfDay } from '../../core/calendar/times.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import type { Language } from '../../core/facts/types.ts'
import type { T } from '../shared/copy.ts'
import { firstDay } from './series.ts'

/** What a series holds, to be read before it goes: how many, at which hours, from which day to which. */
export function seriesWords(series: readonly StaffSlot[], t: T, lang: Language): string {
  const days = series.map(firstDay).sort()
  const hours = series.flatMap(({ dates: [first] }) => (first ? [clock(first.startsAt, lang)] : [])).sort()
  return t('slots.series', {
    count: series.length,
    hours: [...new Set(hours)].join(', '),
    first: nameOfDay(days[0] ?? '', lang),
    last: nameOfDay(days.at(-1) ?? '', lang),
  })
}
