import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { staffSlotsAnswer } from '../core/contract/index.ts'
import { Button, Notice, Skeleton } from '../ui/index.ts'
import { call } from './api.ts'
import { useCopy } from './copy.ts'
import { fetchRequests } from './requests.ts'
import { Requests } from './requests-page.tsx'
import type { Session } from './session.ts'
import { Slots } from './slots-page.tsx'
import { useLoaded } from './use-loaded.ts'

/** What a signed-in member works with: requests and times, fetched and opened together. */
export function Desk(props: {
  readonly session: Session
  readonly onSignOut: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, onSignedOut } = props
  const [tab, setTab] = useState<'requests' | 'slots'>('requests')
  const [openId, setOpenId] = useState<string | null>(null)
  const { loaded, again } = useLoaded(async () => {
    const [requests, times] = await Promise.all([
      fetchRequests(session),
      call('GET', '/api/staff/slots', staffSlotsAnswer),
    ])
    return { requests, ...times }
  }, onSignedOut)

  return (
    <>
      <div class="inbox-bar inbox-top">
        <nav class="tabs">
          {(['requests', 'slots'] as const).map(name => (
            <button
              key={name}
              type="button"
              class="toggle"
              aria-current={tab === name ? 'page' : undefined}
              onClick={() => {
                setTab(name)
                setOpenId(null)
                again()
              }}
            >
              {t(`tabs.${name}`)}
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
      {loaded.kind === 'failed' && (
        <>
          <Notice tone="care" live>
            <p>{t('problems.unreachable')}</p>
          </Notice>
          <Button onClick={again}>{t('list.refresh')}</Button>
        </>
      )}
      {loaded.kind === 'there' && tab === 'requests' && (
        <Requests
          {...loaded.value}
          session={session}
          openId={openId}
          onOpen={setOpenId}
          again={again}
          onSignedOut={onSignedOut}
        />
      )}
      {loaded.kind === 'there' && tab === 'slots' && (
        <Slots
          {...loaded.value}
          session={session}
          again={again}
          onOpen={id => {
            setTab('requests')
            setOpenId(id)
          }}
          onSignedOut={onSignedOut}
        />
      )}
    </>
  )
}
