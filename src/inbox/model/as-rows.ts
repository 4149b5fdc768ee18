import type { StaffSlot } from '../../core/contract/index.ts'
import type { Language } from '../../core/facts/types.ts'
import type { T } from '../shared/copy.ts'
import { languageText } from '../shared/language-text.ts'
import { shownPhone } from './number.ts'
import type { OpenedRequest } from './requests.ts'
import { dayAndTimeInYear, dayInYear } from '../../core/calendar/times.ts'

export type Row = { readonly key: string; readonly label: string; readonly value: string }

/** The number they gave, as they wrote it; the latest counts. */
const toldNumber = ({ envelope, given }: OpenedRequest): string | undefined =>
  envelope ? (given.phone ?? envelope.request.phone) : undefined

/** Whether they gave a number. How it is shown takes patterns that are slow at first: no list waits for them. */
export const hasNumber = (opened: OpenedRequest): boolean => toldNumber(opened) !== undefined

/** When the person may be called, and what to do if someone else answers; null when they gave no number. */
export function callRules(opened: OpenedRequest, t: T): { phone: string; rows: Row[] } | null {
  const request = opened.envelope?.request
  const told = toldNumber(opened)
  if (!request || told === undefined) return null
  const phone = shownPhone(told)
  // Who gives a number with the request is asked when to call, and may leave it open; later in the thread nobody asks.
  const unsaid = request.phone === undefined ? ('not-said' as const) : ('any' as const)
  const times = (request.callTimes ?? [unsaid]).map(time => t(`values.callTimes.${time}`)).join(', ')
  const other = t(`values.ifSomeoneElseAnswers.${request.ifSomeoneElseAnswers ?? 'not-said'}`)
  return {
    phone,
    rows: [
      { key: 'callTimes', label: t('fields.callTimes'), value: times },
      { key: 'ifSomeoneElseAnswers', label: t('fields.ifSomeoneElseAnswers'), value: other },
    ],
  }
}

/** What a request says besides its message, in the order staff need it: when and how to call first. Copied and printed too, so a day has its year. */
export function asRows(opened: OpenedRequest, slots: readonly StaffSlot[], t: T, lang: Language): Row[] {
  const { stored, envelope, given } = opened
  if (!envelope) return []
  const { request } = envelope
  const row = (key: FieldKey, value: string | undefined): Row[] =>
    value === undefined ? [] : [{ key, label: t(`fields.${key}`), value }]
  const calls = callRules(opened, t)
  return [
    ...(calls?.rows ?? []),
    ...row('phone', calls?.phone),
    ...row('name', given.name ?? request.name),
    ...row('alias', request.alias),
    ...row('identity', identityText()),
    ...row('audience', t(`values.audience.${request.audience}`)),
    ...row('wish', t(`values.wish.${request.wish}`)),
    ...row(
      'substance',
      request.audience !== 'relative' && request.substance
        ? t(`values.substance.${request.substance}`)
        : undefined,
    ),
    ...row('concern', request.audience === 'relative' ? t(`values.concern.${request.concern}`) : undefined),
    ...row(
      'connection',
      request.audience === 'relative' ? t(`values.connection.${request.connection}`) : undefined,
    ),
    ...row('bookings', bookingsText()),
    ...row('language', languageText(request.language, t, lang)),
    ...row('receivedOn', dayInYear(stored.receivedOn, lang)),
    ...row(
      'writtenOn',
      envelope.writtenOn === stored.receivedOn ? undefined : dayInYear(envelope.writtenOn, lang),
    ),
  ]

  function identityText(): string | undefined {
    if (given.name !== undefined) return t('values.nameGiven.later')
    return request.identity === 'named' ? undefined : t(`values.nameGiven.${request.identity}`)
  }

  function bookingsText(): string | undefined {
    const texts = stored.bookings.flatMap(booking => {
      const slot = slots.find(one => one.id === booking.slotId)
      return slot
        ? [
            `${slot.dates.map(date => dayAndTimeInYear(date, lang)).join('; ')} (${t(`values.place.${slot.place}`)})`,
          ]
        : []
    })
    return texts.length > 0 ? texts.join('; ') : undefined
  }
}

type FieldKey =
  | 'audience'
  | 'wish'
  | 'substance'
  | 'concern'
  | 'connection'
  | 'identity'
  | 'name'
  | 'phone'
  | 'alias'
  | 'language'
  | 'bookings'
  | 'receivedOn'
  | 'writtenOn'
