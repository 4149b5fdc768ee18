import type { JSX } from 'preact'
import type { GenuineEntry, ThreadEntry } from '../../core/sealing/index.ts'
import { dayInYear, lookAgainDay, nameOfDay } from '../../core/calendar/times.ts'
import { readPhone } from '../../core/request/index.ts'
import { Heading, Notice, Thread, ThreadItem, ThreadText } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import type { Mailbox } from './mailbox.ts'

/** The whole thread: who wrote, on which day, and plainly what is not genuine or missing. */
export function MessageList({ mailbox }: { readonly mailbox: Mailbox }): JSX.Element {
  const { t, lang, today } = useCopy()
  const { thread, unsent } = mailbox
  const shown = thread.messages.filter(entry => entry.status !== 'replayed')
  const missing = (from: 'staff' | 'citizen'): number => thread.gaps.filter(gap => gap.from === from).length
  return (
    <section class="part flow">
      <Heading level={2}>{t('replies:thread.messages')}</Heading>
      {thread.gaps.length > 0 && (
        <Notice tone="care" icon="letter" title={t('replies:thread.gapTitle')} level={3}>
          {missing('staff') > 0 && <p>{t('replies:thread.gapStaff', { count: missing('staff') })}</p>}
          {missing('citizen') > 0 && <p>{t('replies:thread.gapCitizen', { count: missing('citizen') })}</p>}
        </Notice>
      )}
      {shown.length > 0 && (
        <Thread>
          {shown.map(entry =>
            entry.status === 'genuine' ? (
              <Genuine key={entry.id} entry={entry} unsent={unsent.has(entry.id)} />
            ) : (
              <Doubtful key={entry.id} entry={entry} />
            ),
          )}
        </Thread>
      )}
      {!shown.some(entry => entry.status === 'genuine' && entry.message.from === 'staff') && (
        <p>
          {mailbox.answer.bookings.length > 0 && shown.length === 0
            ? t('replies:thread.none')
            : t('replies:thread.noneWaited', { day: nameOfDay(lookAgainDay(today), lang) })}
        </p>
      )}
      <p>{t('replies:thread.first')}</p>
    </section>
  )
}

function Genuine({ entry, unsent }: { readonly entry: GenuineEntry; readonly unsent: boolean }): JSX.Element {
  const { t, lang } = useCopy()
  const { from, text, writtenOn, confirms, cancels, name, phone, by } = entry.message
  const own = from === 'citizen'
  // A member's name stands there only when that member has wished it; it is signed with the rest.
  const staff = by ? t('replies:thread.member', { name: by }) : t('replies:thread.place')
  return (
    <ThreadItem
      who={own ? t('replies:thread.you') : staff}
      when={nameOfDay(writtenOn, lang)}
      own={own}
      tag={unsent ? t('replies:thread.unsent') : undefined}
    >
      {confirms && (
        <Notice tone="done">
          <p>
            <strong>{t('replies:thread.confirms', { day: dayInYear(confirms, lang) })}</strong>
          </p>
        </Notice>
      )}
      {cancels && (
        <Notice tone="care" icon="clock">
          <p>
            <strong>{t('replies:thread.cancels')}</strong>
          </p>
        </Notice>
      )}
      {text && <ThreadText>{text}</ThreadText>}
      {name && <p>{t('replies:thread.gaveName', { name })}</p>}
      {phone && <p>{t('replies:thread.gavePhone', { phone: readPhone(phone)?.shown ?? phone })}</p>}
    </ThreadItem>
  )
}

/** Its words are nobody's, so they are not shown. */
function Doubtful({
  entry,
}: {
  readonly entry: Exclude<ThreadEntry, GenuineEntry | { status: 'replayed' }>
}): JSX.Element {
  const { t, lang } = useCopy()
  const isForged = entry.status === 'forged' || entry.status === 'other-thread'
  return (
    <ThreadItem who={t('replies:thread.unknownWriter')} when={nameOfDay(entry.on, lang)} doubtful>
      {isForged && (
        <p>
          <strong>{t('replies:thread.forgedTitle')}</strong>
        </p>
      )}
      <p>{t(`replies:thread.${isForged ? 'forged' : entry.status}`)}</p>
    </ThreadItem>
  )
}
