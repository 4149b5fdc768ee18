import type { StaffSlot } from '../core/contract/index.ts'
import type { Language } from '../core/facts/types.ts'
import type { T } from './copy.ts'
import type { OpenedRequest } from './requests.ts'
import { dayAndTime, nameOfDay } from '../core/calendar/times.ts'

export type Row = { readonly key: string; readonly label: string; readonly value: string }

/** Everything a request says, in the order staff need it: when and how to call first. */
export function asRows(opened: OpenedRequest, slots: readonly StaffSlot[], t: T, lang: Language): Row[] {
  const { stored, envelope, given } = opened
  if (!envelope) return []
  const { request } = envelope
  const row = (key: FieldKey, value: string | undefined): Row[] =>
    value === undefined ? [] : [{ key, label: t(`fields.${key}`), value }]
  const rung = request.identity !== 'anonymous'
  return [
    ...row(
      'callTimes',
      rung
        ? (request.callTimes ?? ['any' as const]).map(time => t(`values.callTimes.${time}`)).join(', ')
        : undefined,
    ),
    ...row(
      'ifSomeoneElseAnswers',
      rung ? t(`values.ifSomeoneElseAnswers.${request.ifSomeoneElseAnswers ?? 'not-said'}`) : undefined,
    ),
    ...row('name', given.name ?? request.name),
    ...row('phone', given.phone ?? request.phone),
    ...row('alias', request.alias),
    ...row('identity', t(`values.identity.${given.name === undefined ? request.identity : 'later'}`)),
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
    ...row(
      'language',
      request.language === 'da' || request.language === 'en'
        ? t(`values.language.${request.language}`)
        : t('values.interpreter', { language: request.language }),
    ),
    ...row('message', request.message),
    ...row('receivedOn', nameOfDay(stored.receivedOn, lang)),
    ...row('writtenOn', nameOfDay(envelope.writtenOn, lang)),
  ]

  function bookingsText(): string | undefined {
    const texts = stored.bookings.flatMap(booking => {
      const slot = slots.find(one => one.id === booking.slotId)
      return slot
        ? [
            `${slot.dates.map(date => dayAndTime(date, lang)).join('; ')} (${t(`values.place.${slot.place}`)})`,
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
  | 'callTimes'
  | 'ifSomeoneElseAnswers'
  | 'alias'
  | 'language'
  | 'message'
  | 'bookings'
  | 'receivedOn'
  | 'writtenOn'

/** The rows as plain text, to paste into the case system. */
export function asText(rows: readonly Row[]): string {
  return rows.map(row => `${row.label}: ${row.value}`).join('\n') + '\n'
}
