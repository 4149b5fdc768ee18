import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Booking } from '../../core/contract/index.ts'
import { dayAndTime, nameOfDay } from '../../core/calendar/times.ts'
import { Actions, BackLink, Button, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { Bookings } from './bookings.tsx'
import { MessageList } from './message-list.tsx'
import type { Mailbox } from './mailbox.ts'
import type { MailboxState } from './mailbox-state.ts'
import { WriteForm } from './write-form.tsx'

/** What was just done: a time that was got, or a key of the copy. It is put into words in the language spoken then. */
export type Said = Booking | 'replies:name.done' | 'replies:write.waiting'

/** How many messages of the house there are, and whether the last word is theirs. */
function answersOf({ thread }: Mailbox): { readonly count: number; readonly last: boolean } {
  const from = thread.messages.flatMap(entry => (entry.status === 'genuine' ? [entry.message.from] : []))
  return { count: from.filter(one => one === 'staff').length, last: from.at(-1) === 'staff' }
}

/** A name given in the thread. The first message cannot be read here: who gave one there is asked again. */
const hasGivenName = ({ thread }: Mailbox): boolean =>
  thread.messages.some(
    entry =>
      entry.status === 'genuine' && entry.message.from === 'citizen' && entry.message.name !== undefined,
  )

/** The open mailbox: messages, writing back, times, and what else can be done. */
export function ThreadScreen(props: {
  readonly mailbox: Mailbox
  readonly state: MailboxState
  readonly said: Said | null
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
  readonly onBook: () => void
  readonly onMove: (booking: Booking) => void
  readonly onName: () => void
  readonly onWithdraw: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { mailbox, state } = props
  // Who has a time mostly comes for it; nothing may be awaited at all.
  // Settled when the screen opens: what was just given back must not move the page, nor lose the word about it.
  const [booked] = useState(mailbox.answer.bookings.length > 0)
  const answers = answersOf(mailbox)
  const [before] = useState(answers)
  // A new answer is what one looks for, before times and buttons. Own words that are sent here move nothing.
  const timesFirst = booked && !before.last && answers.count === before.count
  const bookings = (
    <Bookings mailbox={mailbox} onBook={props.onBook} onMove={props.onMove} onChanged={state.refresh} />
  )
  return (
    <>
      <BackLink onClick={props.onClose}>{t('replies:thread.close')}</BackLink>
      <Heading focusable>
        {answers.count > 0
          ? t('replies:thread.titleCount', { count: answers.count })
          : t('replies:thread.title')}
      </Heading>
      <ThreadNotices mailbox={mailbox} said={props.said} isStale={state.stale} />
      {timesFirst && bookings}
      <MessageList mailbox={mailbox} />
      <LookAgain state={state} />
      <WriteForm mailbox={mailbox} text={props.text} onText={props.onText} onSent={state.refresh} />
      {!timesFirst && bookings}
      <Heading level={2}>{t('replies:thread.more')}</Heading>
      <Actions>
        {!hasGivenName(mailbox) && (
          <Button kind="quiet" onClick={props.onName}>
            {t('replies:thread.giveName')}
          </Button>
        )}
        <Button kind="quiet" icon="erase" onClick={props.onWithdraw}>
          {t('replies:thread.withdraw')}
        </Button>
      </Actions>
      {/* What waits for an answer is not erased. */}
      {answers.count > 0 && (
        <p>{t('replies:thread.closes', { day: nameOfDay(mailbox.answer.closesOn, lang) })}</p>
      )}
    </>
  )
}

/** What was just done here, and why the thread may not be all there is. */
function ThreadNotices(props: {
  readonly mailbox: Mailbox
  readonly said: Said | null
  readonly isStale: boolean
}): JSX.Element {
  const { t, lang } = useCopy()
  const { said } = props
  return (
    <div role="status" class="flow">
      {said && (
        <Notice tone="done">
          <p>
            <strong>
              {typeof said === 'string'
                ? t(said)
                : t('replies:book.done', {
                    time: said.dates.map(date => dayAndTime(date, lang)).join('; '),
                  })}
            </strong>
          </p>
        </Notice>
      )}
      {props.isStale && (
        <Notice tone="care" icon="clock">
          <p>{t('replies:thread.stale')}</p>
        </Notice>
      )}
      {!props.mailbox.isWhole && (
        <Notice tone="care" icon="clock">
          <p>{t('replies:thread.notWhole', { again: t('replies:thread.again') })}</p>
        </Notice>
      )}
    </div>
  )
}

/** Looks for new messages, and says so when it could. */
function LookAgain({ state }: { readonly state: MailboxState }): JSX.Element {
  const { t } = useCopy()
  const [checked, setChecked] = useState(false)
  const look = async (): Promise<void> => {
    setChecked(false)
    setChecked(await state.refresh())
  }
  return (
    <>
      <p>
        <Button
          kind="quiet"
          busy={state.busy}
          busyLabel={t('replies:thread.checking')}
          onClick={() => {
            look().catch(reportError)
          }}
        >
          {t('replies:thread.again')}
        </Button>
      </p>
      <p role="status">{checked ? t('replies:thread.checked') : ''}</p>
    </>
  )
}
