import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SlotKind, StaffSlot } from '../core/contract/index.ts'
import { daysAfter, nameOfDay } from '../core/calendar/times.ts'
import { Actions, Button, Fold, Heading, Notice } from '../ui/index.ts'
import { cancelBookings, unreadableBookings } from './cancel.ts'
import { useCopy } from './copy.ts'
import { Feed } from './feed.tsx'
import { PublishForm } from './publish-form.tsx'
import type { OpenedRequest } from './requests.ts'
import type { Session } from './session.ts'
import { SlotRow } from './slot-row.tsx'
import { today } from './today.ts'
import { useSending } from './use-sending.ts'

export type SlotsProps = {
  readonly session: Session
  readonly slots: readonly StaffSlot[]
  readonly requests: readonly OpenedRequest[]
  readonly tally: Readonly<Record<SlotKind, number>>
  readonly again: () => void
  readonly onOpen: (requestId: string) => void
  readonly onSignedOut: () => void
}

/** The bookings as day and week, publishing, the tally, and the calendar feed. */
export function Slots(props: SlotsProps): JSX.Element {
  const { t } = useCopy()
  const { slots, again, onSignedOut, tally } = props
  return (
    <>
      <Heading focusable>{t('slots.title')}</Heading>
      <Unreadable {...props} />
      <Bookings {...props} />
      <Fold summary={t('slots.publish')} open={slots.length === 0}>
        <PublishForm onPublished={again} onSignedOut={onSignedOut} />
      </Fold>
      <Fold summary={t('tally.title')}>
        <dl class="tally">
          {(['youth-talk', 'adult-talk', 'relatives-course'] as const).map(kind => (
            <div key={kind}>
              <dt>{t(`slots.kinds.${kind}`)}</dt>
              <dd>{tally[kind]}</dd>
            </div>
          ))}
        </dl>
        <p>{t('tally.about')}</p>
      </Fold>
      <Feed token={props.session.calendarToken} />
    </>
  )
}

function Bookings(props: SlotsProps): JSX.Element {
  const { t, lang } = useCopy()
  const [view, setView] = useState<'day' | 'week'>('week')
  const entries = props.slots.flatMap(slot => slot.dates.map(date => ({ slot, date, day: dayOf(date) })))
  // Opens where there is something: on a Friday evening that is next week.
  const [anchor, setAnchor] = useState(() => {
    const coming = entries.map(entry => entry.day).filter(day => day >= today())
    return coming.sort()[0] ?? today()
  })
  const first = view === 'week' ? mondayOf(anchor) : anchor
  const days = Array.from({ length: view === 'week' ? 7 : 1 }, (_, n) => daysAfter(first, n))
  const step = view === 'week' ? 7 : 1
  const next = entries
    .map(entry => entry.day)
    .filter(day => day > (days.at(-1) ?? first))
    .sort()[0]
  const shown = days.filter(day => view === 'day' || entries.some(entry => entry.day === day))

  return (
    <>
      <div class="inbox-bar">
        <Actions>
          {(['day', 'week'] as const).map(name => (
            <button
              key={name}
              type="button"
              class="toggle"
              aria-pressed={view === name}
              onClick={() => {
                setView(name)
              }}
            >
              {t(`slots.view.${name}`)}
            </button>
          ))}
        </Actions>
        <Actions>
          <Button
            kind="quiet"
            onClick={() => {
              setAnchor(daysAfter(first, -step))
            }}
          >
            {t(`slots.before.${view}`)}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              setAnchor(daysAfter(first, step))
            }}
          >
            {t(`slots.after.${view}`)}
          </Button>
        </Actions>
      </div>
      <div role="status">
        <Heading level={2}>
          {view === 'week'
            ? t('slots.week', { from: nameOfDay(first, lang), to: nameOfDay(daysAfter(first, 6), lang) })
            : nameOfDay(first, lang)}
        </Heading>
      </div>
      {shown.map(day => {
        const own = entries
          .filter(entry => entry.day === day)
          .sort((a, b) => a.date.startsAt.localeCompare(b.date.startsAt))
        return (
          <section key={day} class="slot-day">
            {view === 'week' && <Heading level={3}>{nameOfDay(day, lang)}</Heading>}
            {own.length > 0 && (
              <ul class="plain-list">
                {own.map(({ slot, date }) => (
                  <SlotRow
                    key={`${slot.id}-${date.startsAt}`}
                    {...props}
                    slot={slot}
                    date={date}
                    onChanged={props.again}
                  />
                ))}
              </ul>
            )}
          </section>
        )
      })}
      {!entries.some(entry => days.includes(entry.day)) && (
        <p>
          {t(`slots.noneIn.${view}`)}{' '}
          {next !== undefined && (
            <button
              type="button"
              class="link"
              onClick={() => {
                setAnchor(next)
              }}
            >
              {t('slots.toNext', { day: nameOfDay(next, lang) })}
            </button>
          )}
        </p>
      )}
    </>
  )
}

function Unreadable(props: SlotsProps): JSX.Element | null {
  const { t } = useCopy()
  const ids = unreadableBookings(props.slots, props.requests)
  const sending = useSending<readonly string[]>(props.onSignedOut)
  if (ids.length === 0) return null
  const cancel = async (): Promise<void> => {
    if (await sending.run(ids.join(' '), () => Promise.resolve(ids), cancelBookings)) props.again()
  }
  return (
    <Notice tone="care" title={t('unreadable.title', { count: ids.length })}>
      <p>{t('unreadable.text')}</p>
      {sending.failed && <p role="status">{t('detail.failed')}</p>}
      <p>
        <Button
          kind="danger"
          busy={sending.busy}
          busyLabel={t('cancel.busy')}
          onClick={() => {
            cancel().catch(reportError)
          }}
        >
          {t('unreadable.button', { count: ids.length })}
        </Button>
      </p>
    </Notice>
  )
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
/** The day in Denmark on which a date begins, `YYYY-MM-DD`. */
const dayOf = ({ startsAt }: { startsAt: string }): string => days.format(Date.parse(startsAt))

/** The Monday of a day's week (ISO 8601). */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
  return daysAfter(day, -weekday)
}
