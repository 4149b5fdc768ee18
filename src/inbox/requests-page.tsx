import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { staffSlotsAnswer } from '../core/contract/index.ts'
import { nameOfDay } from '../core/calendar/times.ts'
import { Button, EmptyState, Fold, Heading, Notice, Skeleton } from '../ui/index.ts'
import { call } from './api.ts'
import { useCopy } from './copy.ts'
import { RequestDetail } from './request-detail.tsx'
import { fetchRequests, isFinished, type OpenedRequest } from './requests.ts'
import type { Session } from './session.ts'
import { useLoaded } from './use-loaded.ts'

/** The list by urgency, and one request at a time. */
export function Requests(props: {
  readonly session: Session
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, onSignedOut } = props
  const [openId, setOpenId] = useState<string | null>(null)
  const { loaded, again } = useLoaded(
    async () => ({
      requests: await fetchRequests(session),
      slots: (await call('GET', '/api/staff/slots', staffSlotsAnswer)).slots,
    }),
    onSignedOut,
  )
  if (loaded.kind === 'loading') return <Skeleton label={t('list.loading')} />
  if (loaded.kind === 'failed') {
    return (
      <>
        <Notice tone="care" live>
          <p>{t('problems.unreachable')}</p>
        </Notice>
        <Button onClick={again}>{t('list.refresh')}</Button>
      </>
    )
  }
  const { requests, slots } = loaded.value
  const open = requests.find(one => one.stored.id === openId)
  if (open) {
    return (
      <RequestDetail
        opened={open}
        slots={slots}
        session={session}
        onBack={() => {
          setOpenId(null)
          again()
        }}
        onChanged={again}
        onSignedOut={onSignedOut}
      />
    )
  }
  const waiting = requests.filter(one => !isFinished(one))
  const finished = requests.filter(isFinished)
  return (
    <>
      <Heading focusable>{t('list.title')}</Heading>
      <Button kind="quiet" onClick={again}>
        {t('list.refresh')}
      </Button>
      {waiting.length === 0 ? (
        <EmptyState title={t('list.emptyTitle')} drawing="letter">
          <p>{t('list.empty')}</p>
        </EmptyState>
      ) : (
        <RequestList requests={waiting} onOpen={setOpenId} />
      )}
      {finished.length > 0 && (
        <Fold summary={t('list.closed', { count: finished.length })}>
          <RequestList requests={finished} onOpen={setOpenId} />
        </Fold>
      )}
    </>
  )
}

function RequestList(props: {
  readonly requests: readonly OpenedRequest[]
  readonly onOpen: (id: string) => void
}): JSX.Element {
  const { t, lang } = useCopy()
  return (
    <ul class="request-list">
      {props.requests.map(opened => (
        <li key={opened.stored.id} class="request-card">
          <h2>{titleOf(opened, t)}</h2>
          <ul class="tags">
            <li>{t(`state.${opened.stored.state}`)}</li>
            {opened.crises.length > 0 && (
              <li>
                <strong>{t('list.crisis')}</strong>
              </li>
            )}
            {opened.stored.bookings.length > 0 && <li>{t('list.hasTime')}</li>}
            <li>{t('list.received', { day: nameOfDay(opened.stored.receivedOn, lang) })}</li>
          </ul>
          {opened.envelope ? (
            <Button
              kind="quiet"
              onClick={() => {
                props.onOpen(opened.stored.id)
              }}
            >
              {t('list.open')}
              <span class="visually-hidden"> {titleOf(opened, t)}</span>
            </Button>
          ) : (
            <p>{t('list.unreadableText')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What it is, and who as far as it was told. */
export function titleOf({ envelope }: OpenedRequest, t: ReturnType<typeof useCopy>['t']): string {
  if (!envelope) return t('list.unreadable')
  const { request } = envelope
  const who = request.name ?? request.alias ?? t(`values.identity.${request.identity}`)
  return `${t(`values.audience.${request.audience}`)}: ${t(`values.wish.${request.wish}`)} (${who})`
}
