import { municipality } from '#municipality'
import { dayAndTime } from '../../core/calendar/times.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import type { HelplineId } from '../../core/facts/types.ts'
import { bookedBy } from '../model/groups.ts'
import { languageOf } from '../model/reply.ts'
import type { Readable } from '../model/requests.ts'
import { tIn } from '../shared/copy.ts'

/**
 * A template for one person, in their language: in place of its two words in brackets stand the time they have booked, and
 * the helpline that fits. What is not known stays in brackets, to be filled in by hand.
 */
export function filled(text: string, opened: Readable, slots: readonly StaffSlot[], today: string): string {
  const lang = languageOf(opened)
  const t = tIn(lang)
  const id = lineFor(opened)
  const line = municipality.helplines.find(one => one.id === id)
  const booked = bookedBy(opened, slots, today)[0]
  const time = booked && `${dayAndTime(booked.date, lang)} (${t(`values.place.${booked.slot.place}`)})`
  return text
    .replaceAll(t('templates.line'), line ? `${line.name}, ${line.shown}` : t('templates.line'))
    .replaceAll(t('templates.time'), time ?? t('templates.time'))
}

/** What stands in square brackets, and so is perhaps still to be filled in. */
export const bracketsIn = (text: string): string[] => text.match(/\[[^[\]\n]{1,40}\]/g) ?? []

/** The young have a line of their own; the line on violence where that is all it is about. */
function lineFor({ signs, envelope }: Readable): HelplineId {
  if (envelope.request.audience === 'youth') return 'children'
  const isViolence =
    signs.length > 0 && signs.every(sign => sign.crises.every(crisis => crisis === 'violence'))
  return isViolence ? 'violence' : 'suicide'
}
