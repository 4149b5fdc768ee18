import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type * as z from 'zod/mini'
import type { staffSlotsAnswer } from '../../core/contract/index.ts'
import { Button, Notice, Skeleton } from '../../ui/index.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { SignedOutContext } from '../shared/signed-out.ts'
import type { DeskMemory } from './desk-memory.ts'
import { DraftsContext } from '../shared/drafts.ts'
import { countNew } from '../model/groups.ts'
import { DeskContext } from '../model/desk.ts'
import { fetchRequests, newBook, type Progress } from '../model/book.ts'
import { Requests } from '../requests/requests-page.tsx'
import { MailAway } from './mail-away.tsx'
import type { Session } from '../session/session.ts'
import { Slots } from '../slots/slots-page.tsx'
import { TeamPage } from '../team/team-page.tsx'
import { Unbelieved } from '../team/unbelieved.tsx'
import { useTeam } from '../team/use-team.ts'
import { useFresh } from './use-fresh.ts'
import { useLoaded } from './use-loaded.ts'
import { usePlace } from './use-place.ts'

type Onto = Progress & z.infer<typeof staffSlotsAnswer>

/** What a signed-in member works with: requests and times, fetched and opened together. */
export function Desk(props: {
  readonly session: Session
  readonly memory: DeskMemory
  readonly onSignOut: () => void
  readonly onSignedOut: () => void
  /** With the recovery key: the desk is opened anew, and older requests with it. */
  readonly onOlder: (session: Session) => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, memory, onSignedOut } = props
  const [place, go] = usePlace(memory)
  const { looked, look } = useTeam(onSignedOut)
  const book = useRef(newBook())
  const { loaded, busy, again, quietly } = useLoaded<Onto>(async onPart => {
    const times = call('staffSlots', {})
    // It is awaited below; until then its failure must not count as one that nobody sees.
    times.catch(() => undefined)
    const requests = await fetchRequests(session, book.current, progress => {
      times
        .then(known => {
          onPart({ ...progress, ...known })
        })
        .catch(() => undefined)
    })
    return { requests, left: 0, ...(await times) }
  }, onSignedOut)
  useFocus(loaded.kind)
  useFresh(quietly)
  useTitle(loaded.kind === 'there' ? countNew(loaded.value.requests) : 0)
  useOnReturn(place.openId === null, again)

  return (
    <SignedOutContext.Provider value={onSignedOut}>
      <DraftsContext.Provider value={memory.drafts}>
        <div class="inbox-bar inbox-top">
          <nav class="tabs">
            {(['requests', 'slots', 'team'] as const).map(tab => (
              <button
                key={tab}
                type="button"
                class="toggle"
                aria-current={place.tab === tab ? 'page' : undefined}
                onClick={() => {
                  go({ tab, openId: null })
                  again()
                  if (tab === 'team') look().catch(reportError)
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
        <Unbelieved looked={looked} />
        {loaded.kind === 'loading' && <Skeleton label={t('list.loading')} />}
        {loaded.kind === 'failed' && (
          <Unreachable text={sentenceFor(loaded.why, t)} busy={busy} again={again} />
        )}
        {loaded.kind === 'there' && (
          <DeskContext.Provider
            value={{
              ...loaded.value,
              session,
              busy,
              again,
              fetchedAt: loaded.at,
              onOpen: openId => {
                go({ tab: 'requests', openId })
              },
            }}
          >
            {loaded.stale && (
              <Unreachable
                text={`${sentenceFor(loaded.stale, t)} ${t('problems.stale')}`}
                busy={busy}
                again={again}
              />
            )}
            <MailAway />
            {loaded.value.left > 0 && <p role="status">{t('list.opening', { count: loaded.value.left })}</p>}
            {place.tab === 'requests' && <Requests openId={place.openId} />}
            {place.tab === 'slots' && <Slots />}
            {place.tab === 'team' && (
              <TeamPage session={session} looked={looked} look={look} onOlder={props.onOlder} />
            )}
          </DeskContext.Provider>
        )}
      </DraftsContext.Provider>
    </SignedOutContext.Provider>
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

/** How many are new, where a member sees it while doing something else. A number says nothing of anybody. */
function useTitle(count: number): void {
  const { t } = useCopy()
  useEffect(() => {
    document.title = count > 0 ? t('titleNew', { n: count }) : t('title')
    return () => {
      document.title = t('title')
    }
  }, [count, t])
}

/** Who comes back to the list wants to see how it is now. */
function useOnReturn(isList: boolean, again: () => void): void {
  const beforeRef = useRef(isList)
  useEffect(() => {
    if (isList && !beforeRef.current) again()
    beforeRef.current = isList
  }, [isList, again])
}
