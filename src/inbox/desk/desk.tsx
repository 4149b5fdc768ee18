import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks'
import { Button, Notice, Skeleton } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { SignedOutContext } from '../shared/signed-out.ts'
import { TakingBackContext } from '../shared/taking-back.ts'
import { begunAt } from './begun.ts'
import type { DeskMemory } from './desk-memory.ts'
import { DraftsContext } from '../shared/drafts.ts'
import { countNew } from '../model/groups.ts'
import { FiguresPage } from '../figures/figures-page.tsx'
import {
  DeskContext,
  FetchedContext,
  MeContext,
  OnTeamContext,
  OpeningContext,
  UnopenedContext,
} from '../model/desk.ts'
import { fetchRequests, newBook, type Shelf } from '../model/book.ts'
import type { OpenedRequest } from '../model/requests.ts'
import { fetchTimes, type Times } from '../model/times.ts'
import { closeOpener } from '../opening/opener.ts'
import { Requests } from '../requests/requests-page.tsx'
import { begunFor, forgetLost } from './lost-words.ts'
import { MailAway } from './mail-away.tsx'
import type { Session } from '../session/session.ts'
import { Slots } from '../slots/slots-page.tsx'
import { TeamPage } from '../team/team-page.tsx'
import { Unbelieved } from '../team/unbelieved.tsx'
import { useOnTeam, useTeam } from '../team/use-team.ts'
import { TemplatesContext, useTemplates } from '../templates/use-templates.ts'
import { useFresh } from './use-fresh.ts'
import { useOnMove } from './use-on-move.ts'
import { SignOut } from './sign-out.tsx'
import { TakenBar } from './taken-bar.tsx'
import { useLoaded } from './use-loaded.ts'
import { usePlace } from './use-place.ts'
import { useTakingBack } from './use-taking-back.ts'
import { useSame, useUnopenedOf, type Onto } from './use-same.ts'

/** What a signed-in member works with: requests and times, fetched and opened together. */
export function Desk(props: {
  readonly session: Session
  readonly memory: DeskMemory
  readonly onSignOut: () => void
  readonly onLock: () => void
  readonly onSignedOut: () => void
  /** With the recovery key: the desk is opened again, and older requests with it. */
  readonly onOlder: (session: Session) => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { session, memory, onSignedOut, onOlder } = props
  const [place, go] = usePlace(memory)
  const { looked, look } = useTeam(onSignedOut)
  const templates = useTemplates(session, looked, onSignedOut)
  const olderRef = useRef(onOlder)
  olderRef.current = onOlder
  const book = useRef(newBook())
  const timesRef = useRef<Times | null>(null)
  const { loaded, busy, again, quietly } = useLoaded<Onto>(async (onPart, byItself) => {
    const times = fetchTimes(timesRef.current).then(known => (timesRef.current = known))
    // It is awaited below; until then its failure must not count as one that nobody sees.
    times.catch(() => undefined)
    const begun = begunFor(memory.drafts)
    const also = place.openId === null ? begun : [place.openId, ...begun]
    const onProgress = (progress: Shelf): void => {
      times
        .then(known => {
          onPart({ ...progress, times: known })
        })
        .catch(() => undefined)
    }
    const shelf = await fetchRequests(session, book.current, also, onProgress, byItself)
    const onto = { ...shelf, times: await times }
    forgetLost(memory.drafts, begun, { requests: onto.requests, slots: onto.times.slots })
    return onto
  }, onSignedOut)
  useEffect(
    () => () => {
      closeOpener(session)
    },
    [session],
  )
  useFocus(loaded.kind)
  useFresh(quietly)
  useTitle(loaded.kind === 'there' ? loaded.value.requests : [])
  useOnMove(place, again, quietly)
  const onOpen = useCallback(
    (openId: string | null) => {
      // A request lies on top of where it was opened from.
      go({ tab: memory.place.tab, openId })
    },
    [go, memory],
  )
  const openDone = useCallback(() => {
    if (book.current.isDoneWanted) return
    book.current.isDoneWanted = true
    again()
  }, [again])
  const desk = useSame(session, loaded.kind === 'there' ? loaded.value : null, again, onOpen)
  const unopened = useUnopenedOf(loaded.kind === 'there' ? loaded.value : null, openDone)
  const onTeam = useOnTeam(looked)
  const { tab, openId } = place
  const takingBack = useTakingBack(place)
  // The same as before is not drawn again: only what reads the desk is, when the desk has changed.
  const page = useMemo(() => {
    if (tab === 'requests') return <Requests openId={openId} />
    if (tab === 'slots') return openId === null ? <Slots /> : <Requests openId={openId} times={<Slots />} />
    if (tab === 'figures') return <FiguresPage />
    const open = (opened: Session): void => {
      olderRef.current(opened)
    }
    return <TeamPage session={session} looked={looked} look={look} onOlder={open} />
  }, [tab, openId, session, looked, look])

  return (
    <SignedOutContext.Provider value={onSignedOut}>
      <TemplatesContext.Provider value={templates}>
        <DraftsContext.Provider value={memory.drafts}>
          <TakingBackContext.Provider value={takingBack}>
            <div class="inbox-bar inbox-top">
              <nav class="tabs">
                {(['requests', 'slots', 'figures', 'team'] as const).map(one => (
                  <button
                    key={one}
                    type="button"
                    class="toggle"
                    aria-current={tab === one ? 'page' : undefined}
                    onClick={() => {
                      go({ tab: one, openId: null })
                      if (one === 'team') {
                        look().catch(reportError)
                        templates.look().catch(reportError)
                      }
                    }}
                  >
                    {t(`tabs.${one}`)}
                  </button>
                ))}
              </nav>
              <SignOut
                name={session.name}
                drafts={memory.drafts}
                begun={() =>
                  loaded.kind === 'there' ? begunAt(memory.drafts, loaded.value, go, t, lang) : []
                }
                onSignOut={props.onSignOut}
                onLock={props.onLock}
              />
              <TakenBar />
            </div>
            <Unbelieved looked={looked} />
            {loaded.kind === 'loading' && <Skeleton label={t('list.loading')} />}
            {loaded.kind === 'failed' && (
              <Unreachable text={sentenceFor(loaded.why, t)} busy={busy} again={again} />
            )}
            {loaded.kind === 'there' && desk && (
              <DeskContext.Provider value={desk}>
                <MeContext.Provider value={session.name}>
                  <OnTeamContext.Provider value={onTeam}>
                    <OpeningContext.Provider value={loaded.value.left > 0 && loaded.stale === null}>
                      <FetchedContext.Provider value={{ at: loaded.at, busy }}>
                        <UnopenedContext.Provider value={unopened}>
                          {loaded.stale && (
                            <Unreachable
                              text={`${sentenceFor(loaded.stale, t)} ${t('problems.stale')}`}
                              busy={busy}
                              again={again}
                            />
                          )}
                          <MailAway />
                          {loaded.value.left > 0 && !isSaidBelow(loaded.value) && (
                            <p role="status" data-opening="">
                              {t('list.opening', { count: loaded.value.left })}
                            </p>
                          )}
                          {page}
                        </UnopenedContext.Provider>
                      </FetchedContext.Provider>
                    </OpeningContext.Provider>
                  </OnTeamContext.Provider>
                </MeContext.Provider>
              </DeskContext.Provider>
            )}
          </TakingBackContext.Provider>
        </DraftsContext.Provider>
      </TemplatesContext.Provider>
    </SignedOutContext.Provider>
  )
}

/** Where somebody looks for what is done with, it is said there how many are on their way. */
const isSaidBelow = ({ done, isDoneWanted }: Shelf): boolean => isDoneWanted && done.finished + done.junk > 0

/** Stays in sight while somebody writes further down: what is shown may be old, and nothing written is lost. */
function Unreachable(props: {
  readonly text: string
  readonly busy: boolean
  readonly again: () => void
}): JSX.Element {
  const { t } = useCopy()
  useEffect(
    () => () => {
      // Its button goes with it; the focus must not fall to the top of the document.
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
function useTitle(requests: readonly OpenedRequest[]): void {
  const { t } = useCopy()
  const count = useMemo(() => countNew(requests), [requests])
  useEffect(() => {
    document.title = count > 0 ? t('titleNew', { n: count }) : t('title')
    return () => {
      document.title = t('title')
    }
  }, [count, t])
}
