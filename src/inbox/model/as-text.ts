import { dayInYear } from '../../core/calendar/times.ts'
import type { Language } from '../../core/facts/types.ts'
import { genuine, type ThreadMessage } from '../../core/sealing/index.ts'
import type { Row } from './as-rows.ts'
import { shownPhone } from './number.ts'
import type { Session } from '../session/session.ts'
import { today } from '../shared/today.ts'
import { referenceOf } from './links.ts'
import { writerOf } from './title.ts'
import type { T } from '../shared/copy.ts'
import type { Readable } from './requests.ts'
import { confirmedIn } from './urgency.ts'

/** The order in which a caseworker types it: who, how to reach them, what is asked for, days. */
const ORDER: readonly string[] = [
  'name',
  'identity',
  'alias',
  'phone',
  'callTimes',
  'ifSomeoneElseAnswers',
  'language',
  'audience',
  'connection',
  'concern',
  'wish',
  'substance',
  'receivedOn',
  'writtenOn',
  'bookings',
]

/** A request and its whole thread as plain text, to paste into the case system. What is not genuine stays out, and what somebody has
 * written cannot be taken for anything else: each of its lines is marked, and a name or number has one line. */
export function asText(
  opened: Readable,
  rows: readonly Row[],
  session: Session,
  t: T,
  lang: Language,
): string {
  const { request, writtenOn } = opened.envelope
  const confirmed = confirmedIn(opened)
  const rank = (row: Row): number => ORDER.indexOf(row.key)
  const about = [...rows].sort((a, b) => rank(a) - rank(b)).map(row => oneLine(`${row.label}: ${row.value}`))
  if (confirmed !== null) about.push(t('thread.confirms', { day: dayInYear(confirmed, lang) }))
  const end = [
    t(`state.${opened.stored.state}`),
    t('detail.reference', { reference: referenceOf(opened) }),
    t('detail.copiedOn', { day: dayInYear(today(), lang) }),
  ]
  const said = (who: string, day: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${who} · ${dayInYear(day, lang)}\n${lines.join('\n')}`]
  const parts = [
    about.join('\n'),
    ...said(t('thread.citizen'), writtenOn, quoted(request.message)),
    ...genuine(opened.thread).flatMap(message =>
      said(writerOf(message, session, t), message.writtenOn, [
        ...linesOf(message, t, lang).map(oneLine),
        ...quoted(message.text),
      ]),
    ),
  ]
  parts.push(end.join('\n'))
  // The joiners that keep a time on one line are for the screen only.
  return parts.join('\n\n').replaceAll('\u2060', '') + '\n'
}

/** All that a reader may take for the end of a line (Unicode Standard, 5.8). */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g

const oneLine = (text: string): string => text.replaceAll(LINE_END, ' ')

/** What somebody wrote, as a mail quotes it. */
const quoted = (text: string | undefined): string[] =>
  text ? text.split(LINE_END).map(line => `> ${line}`.trimEnd()) : []

/** What a message says besides its text. */
export function linesOf(
  { confirms, cancels, name, phone, by }: ThreadMessage,
  t: T,
  lang: Language,
): string[] {
  return [
    ...(confirms ? [t('thread.confirms', { day: dayInYear(confirms, lang) })] : []),
    ...(cancels ? [t('thread.cancels')] : []),
    ...(name ? [t('thread.name', { name })] : []),
    ...(phone ? [t('thread.phone', { phone: shownPhone(phone) })] : []),
    ...(by ? [t('thread.by', { name: by })] : []),
  ]
}
