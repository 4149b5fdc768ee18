import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { figure } from '../core/facts/index.ts'
import type { StaffSlot } from '../core/contract/index.ts'
import { clock, daysAfter, nameOfDay } from '../core/calendar/times.ts'
import { Button, EmptyState, Fold, Heading, Notice } from '../ui/index.ts'
import { useCopy } from './copy.ts'
import { useHasDraft } from './drafts.ts'
import { RequestDetail } from './request-detail.tsx'
import { hasLimit, isFinished, isReadable, waitsSince, type OpenedRequest } from './requests.ts'
import type { Session } from './session.ts'
import { titleOf } from './title.ts'
import { today } from './today.ts'

/** Days from asking for treatment to its start (fact `guarantee-14-days`); whether a message here counts is open. */
const GUARANTEE_DAYS = figure('guarantee-14-days').max ?? 14

/** The list by urgency, and one request at a time. */
export function Requests(props: {
  readonly session: Session
  readonly requests: readonly OpenedRequest[]
  readonly slots: readonly StaffSlot[]
  /** The request to show; null shows the list. */
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
  /** When the list was fetched, ms since 1970. */
  readonly fetchedAt: number
  readonly busy: boolean
  readonly again: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { requests, again, onOpen } = props
  const open = requests.filter(isReadable).find(one => one.stored.id === props.openId)
  useListFocus(open === undefined)
  if (open) {
    return (
      <RequestDetail
        {...props}
        opened={open}
        all={requests}
        onBack={() => {
          onOpen(null)
          again()
        }}
        onChanged={again}
      />
    )
  }
  const waiting = requests.filter(one => !isFinished(one))
  const finished = requests.filter(isFinished)
  return (
    <>
      <div class="inbox-bar">
        <Heading focusable>{t('list.title')}</Heading>
        <p class="act">
          <span>{t('list.fetched', { time: clock(new Date(props.fetchedAt).toISOString(), lang) })}</span>
          <Button kind="quiet" busy={props.busy} busyLabel={t('list.fetching')} onClick={again}>
            {t('list.refresh')}
          </Button>
        </p>
      </div>
      {props.openId !== null && (
        <Notice tone="care" live>
          <p>{t('list.gone')}</p>
        </Notice>
      )}
      {waiting.length === 0 ? (
        <EmptyState title={t('list.emptyTitle')} drawing="letter">
          <p>{t('list.empty')}</p>
        </EmptyState>
      ) : (
        <RequestList requests={waiting} onOpen={onOpen} />
      )}
      {finished.length > 0 && (
        <Fold summary={t('list.closed', { count: finished.length })}>
          <RequestList requests={finished} onOpen={onOpen} />
        </Fold>
      )}
    </>
  )
}

/** Coming back from a request, the focus is on the list again. */
function useListFocus(isList: boolean): void {
  const beforeRef = useRef(isList)
  useEffect(() => {
    if (isList && !beforeRef.current) document.querySelector<HTMLElement>('main h1')?.focus()
    beforeRef.current = isList
  }, [isList])
}

function RequestList(props: {
  readonly requests: readonly OpenedRequest[]
  readonly onOpen: (id: string) => void
}): JSX.Element {
  const { t } = useCopy()
  return (
    <ul class="request-list">
      {props.requests.map(opened => (
        <li key={opened.stored.id} class="request-card" data-crisis={opened.crises.length > 0 || undefined}>
          <div>
            <h2>{titleOf(opened, t)}</h2>
            <Tags opened={opened} />
            {!opened.envelope && <p>{t('list.unreadableText')}</p>}
          </div>
          {opened.envelope && (
            <Button
              kind="quiet"
              onClick={() => {
                props.onOpen(opened.stored.id)
              }}
            >
              {t('list.open')}
              <span class="visually-hidden"> {titleOf(opened, t)}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Tags({ opened }: { readonly opened: OpenedRequest }): JSX.Element {
  const { t, lang } = useCopy()
  const since = waitsSince(opened)
  const days = since === null ? 0 : daysBetween(since, today())
  const begun = useHasDraft(opened.stored.id)
  return (
    <ul class="tags">
      {opened.crises.length > 0 && (
        <li class="tag" data-tone="urgent">
          {t('list.crisis')}
        </li>
      )}
      {opened.unanswered > 0 && (
        <li class="tag" data-tone="new">
          {t('list.newMessage', { count: opened.unanswered })}
        </li>
      )}
      <li class="tag" data-tone={opened.stored.state === 'new' ? 'new' : undefined}>
        {t(`state.${opened.stored.state}`)}
      </li>
      {begun && <li class="tag">{t('list.begun')}</li>}
      {opened.stored.bookings.length > 0 && <li class="tag">{t('list.hasTime')}</li>}
      {days > 0 && <li>{t('list.waited', { count: days })}</li>}
      <li>{t('list.received', { day: nameOfDay(opened.stored.receivedOn, lang) })}</li>
      {hasLimit(opened) && !isFinished(opened) && (
        <li>
          {t('list.limit', {
            days: GUARANTEE_DAYS,
            day: nameOfDay(daysAfter(opened.stored.receivedOn, GUARANTEE_DAYS), lang),
          })}
        </li>
      )}
    </ul>
  )
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
