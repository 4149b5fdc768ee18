import { openAuthor, type ThreadMessage } from '../../core/sealing/index.ts'
import type { Session } from '../session/session.ts'
import type { T } from '../shared/copy.ts'
import { referenceOf } from './links.ts'
import { numberOf } from './number.ts'
import type { OpenedRequest } from './requests.ts'

/** What it is, and whose, as far as they have said. */
export function titleOf(opened: OpenedRequest, t: T): string {
  const { envelope } = opened
  if (!envelope) return t('list.unreadable')
  const { request } = envelope
  return `${t(`values.audience.${request.audience}`)}: ${t(`values.wish.${request.wish}`)} (${whoOf(opened, t)})`
}

const WORD_JOINER = '\u2060'

/** The title for the screen, where no line breaks in "15-17". */
export const shownTitle = (opened: OpenedRequest, t: T): string =>
  titleOf(opened, t).replace(/(\d)-(?=\d)/g, `$1${WORD_JOINER}-${WORD_JOINER}`)

/** The name they gave, the made-up name with what tells it from another's, the number, or that there is nothing. */
export function whoOf(opened: Pick<OpenedRequest, 'envelope' | 'given' | 'mark'>, t: T): string {
  const { envelope, given, mark } = opened
  if (!envelope) return t('list.unreadable')
  const { request } = envelope
  const name = given.name ?? request.name
  const alias = request.alias && [request.alias, mark].filter(part => part !== undefined).join(' · ')
  if (name !== undefined) return alias === undefined ? name : `${name} · ${alias}`
  return alias ?? numberOf(opened) ?? t(`values.identity.${request.identity}`)
}

/** Whom it concerns, away from its page: where nothing names them, the reference does. */
export function namedOf(opened: OpenedRequest, t: T): string {
  const who = whoOf(opened, t)
  const isNameless = who === t('values.identity.anonymous') || !opened.envelope
  return isNameless ? `${who}, ${referenceOf(opened)}` : who
}

/** Who wrote a message: the citizen, or which colleague. The citizen does not see the colleague's name. */
export function writerOf(message: ThreadMessage, { teams }: Pick<Session, 'teams'>, t: T): string {
  if (message.from === 'citizen') return t('thread.citizen')
  const name = openAuthor(message, teams)
  return name === null ? t('thread.us') : t('thread.colleague', { name })
}
