import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { staffSlotsAnswer } from '../core/contract/index.ts'
import { Button, Notice, Skeleton } from '../ui/index.ts'
import { call } from './api.ts'
import { useCopy } from './copy.ts'
import type { DeskMemory, Place } from './desk-memory.ts'
import { DraftsContext } from './drafts.ts'
import { fetchRequests } from './requests.ts'
import { Requests } from './requests-page.tsx'
import type { Session } from './session.ts'
import { Slots } from './slots-page.tsx'
import { useLoaded } from './use-loaded.ts'

/** What a signed-in member works with: requests and times, fetched and opened together. */
export function Desk(props: {
  readonly session: Session
  readonly memory: DeskMemory
  readonly onSignOut: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, memory, onSignedOut } = props
  const [place, setPlace] = useState(memory.place)
  const go = (next: Place): void => {
    memory.place = next
    setPlace(next)
  }
  const { loaded, busy, again } = useLoaded(async () => {
    const [requests, times] = await Promise.all([
      fetchRequests(session),
      call('GET', '/api/staff/slots', staffSlotsAnswer),
    ])
    return { requests, ...times }
  }, onSignedOut)
  useFocus(loaded.kind)
  const shared = { session, busy, again, onSignedOut }

  return (
    <DraftsContext.Provider value={memory.drafts}>
      <div class="inbox-bar inbox-top">
        <nav class="tabs">
          {(['requests', 'slots'] as const).map(tab => (
            <button
              key={tab}
              type="button"
              class="toggle"
              aria-current={place.tab === tab ? 'page' : undefined}
              onClick={() => {
                go({ tab, openId: null })
                again()
              }}
            >
              {t(`tabs.${tab}`)}
            </button>
          ))}
        </nav>
        <p class="signed-in">
          <span>{t('signedInAs', { name: session.name })}</span>
          <button type="button" class="link" onClick={props.onSignOut}>
            {t('signOut')}
          </button>
        </p>
      </div>
      {loaded.kind === 'loading' && <Skeleton label={t('list.loading')} />}
      {loaded.kind === 'failed' && <Unreachable text={t('problems.unreachable')} busy={busy} again={again} />}
      {loaded.kind === 'there' && (
        <>
          {loaded.stale && <Unreachable text={t('problems.stale')} busy={busy} again={again} />}
          {place.tab === 'requests' ? (
            <Requests
              {...loaded.value}
              {...shared}
              fetchedAt={loaded.at}
              openId={place.openId}
              onOpen={openId => {
                go({ tab: 'requests', openId })
              }}
            />
          ) : (
            <Slots
              {...loaded.value}
              {...shared}
              onOpen={openId => {
                go({ tab: 'requests', openId })
              }}
            />
          )}
        </>
      )}
    </DraftsContext.Provider>
  )
}

/** Stays in sight while somebody writes further down: what is shown may be old, and nothing written is lost. */
function Unreachable(props: {
  readonly text: string
  readonly busy: boolean
  readonly again: () => void
}): JSX.Element {
  const { t } = useCopy()
  useEffect(
    () => () => {
      // Its button goes with it; the focus shall not fall to the top of the document.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      })
    },
    [],
  )
  return (
    <div class="unreachable">
      <Notice tone="care" live>
        <p>{props.text}</p>
      </Notice>
      <Button kind="quiet" busy={props.busy} busyLabel={t('list.fetching')} onClick={props.again}>
        {t('list.again')}
      </Button>
    </div>
  )
}

/** Signed in, the focus is on what there is to read, not nowhere. */
function useFocus(kind: string): void {
  useEffect(() => {
    if (kind === 'there') document.querySelector<HTMLElement>('main h1')?.focus()
  }, [kind])
}
