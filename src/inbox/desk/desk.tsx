import type { JSX } from 'preact'
import { useCallback, useEffect } from 'preact/hooks'
import { Skeleton } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { SignedOutContext } from '../shared/signed-out.ts'
import { TakingBackContext } from '../shared/taking-back.ts'
import { begunAt } from './begun.ts'
import type { DeskMemory } from './desk-memory.ts'
import { DraftsContext } from '../shared/drafts.ts'
import { OnDesk } from './on-desk.tsx'
import { Behind } from '../session/behind.tsx'
import type { Session } from '../session/session.ts'
import { Unbelieved } from '../team/unbelieved.tsx'
import { useOnTeam, useTeam } from '../team/use-team.ts'
import { TemplatesContext, useTemplates } from '../templates/use-templates.ts'
import { useFresh } from './use-fresh.ts'
import { useOnMove } from './use-on-move.ts'
import { SignOut } from './sign-out.tsx'
import { Tabs } from './tabs.tsx'
import { TakenBar } from './taken-bar.tsx'
import { Unreachable } from './unreachable.tsx'
import { useOnto } from './use-onto.ts'
import { usePage } from './use-page.tsx'
import { usePlace } from './use-place.ts'
import { useTakingBack } from './use-taking-back.ts'
import { useTitle } from './use-title.ts'
import { useSame, useUnopenedOf } from './use-same.ts'

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
  const { session, memory, onSignedOut } = props
  const [place, go] = usePlace(memory)
  const team = useTeam(onSignedOut)
  const templates = useTemplates(session, team.looked, onSignedOut)
  const { loaded, busy, again, quietly, openDone } = useOnto(session, memory, place.openId, onSignedOut)
  const onto = loaded.kind === 'there' ? loaded.value : null
  useFocus(loaded.kind)
  useFresh(quietly)
  useTitle(onto?.requests ?? [])
  useOnMove(place, again, quietly)
  const onOpen = useCallback(
    (openId: string | null) => {
      // A request lies on top of where it was opened from.
      go({ tab: memory.place.tab, openId })
    },
    [go, memory],
  )
  const desk = useSame(session, onto, again, onOpen)
  const unopened = useUnopenedOf(onto, openDone)
  const onTeam = useOnTeam(team.looked)
  const takingBack = useTakingBack(place)
  const page = usePage(place, session, team, props.onOlder)
  return (
    <SignedOutContext.Provider value={onSignedOut}>
      <TemplatesContext.Provider value={templates}>
        <DraftsContext.Provider value={memory.drafts}>
          <TakingBackContext.Provider value={takingBack}>
            <div class="inbox-bar inbox-top">
              <Tabs
                tab={place.tab}
                onTab={tab => {
                  go({ tab, openId: null })
                  if (tab === 'team') {
                    team.look().catch(reportError)
                    templates.look().catch(reportError)
                  }
                }}
              />
              <SignOut
                name={session.name}
                drafts={memory.drafts}
                begun={() => (onto === null ? [] : begunAt(memory.drafts, onto, go, t, lang))}
                onSignOut={props.onSignOut}
                onLock={props.onLock}
              />
              <TakenBar />
            </div>
            <Unbelieved looked={team.looked} />
            <Behind session={session} />
            {loaded.kind === 'loading' && <Skeleton label={t('list.loading')} />}
            {loaded.kind === 'failed' && (
              <Unreachable text={sentenceFor(loaded.why, t)} busy={busy} again={again} />
            )}
            {loaded.kind === 'there' && desk && (
              <OnDesk desk={desk} loaded={loaded} busy={busy} unopened={unopened} onTeam={onTeam}>
                {page}
              </OnDesk>
            )}
          </TakingBackContext.Provider>
        </DraftsContext.Provider>
      </TemplatesContext.Provider>
    </SignedOutContext.Provider>
  )
}

/** Signed in, the focus is on what there is to read, not nowhere. */
function useFocus(kind: string): void {
  useEffect(() => {
    if (kind === 'there') document.querySelector<HTMLElement>('main h1')?.focus()
  }, [kind])
}
