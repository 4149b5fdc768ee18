import type { ComponentChildren, JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { vi } from 'vitest'
import type { StaffSlot } from '../../src/core/contract/index.ts'
import { today } from '../../src/inbox/shared/today.ts'
import type { Session } from '../../src/inbox/session/session.ts'
import { aSession } from './made-up.ts'
import type { OpenedRequest } from '../../src/inbox/model/requests.ts'

const { CopyContext, tIn } = await import('../../src/inbox/shared/copy.ts')
const { DeskContext, FetchedContext, MeContext, OnTeamContext, OpeningContext, UnopenedContext } =
  await import('../../src/inbox/model/desk.ts')
const { DraftsContext } = await import('../../src/inbox/shared/drafts.ts')
const { TakingBackContext } = await import('../../src/inbox/shared/taking-back.ts')
const { useTakingBack } = await import('../../src/inbox/desk/use-taking-back.ts')
const { TakenBar } = await import('../../src/inbox/desk/taken-bar.tsx')

/** What the desk is asked to do. */
export const calls = { onOpen: vi.fn(), again: vi.fn() }

/** A desk with these requests and times on it, in Danish unless another language is named. */
export function AtDesk(props: {
  readonly requests?: readonly OpenedRequest[]
  readonly slots?: readonly StaffSlot[]
  readonly session?: Session
  /** How many are still being opened. */
  readonly left?: number
  /** The names on the list of members; not known when left out. */
  readonly onTeam?: readonly string[]
  /** Where the member is: something else each time they go. */
  readonly place?: string
  readonly lang?: 'da' | 'en'
  readonly children: ComponentChildren
}): JSX.Element {
  const { requests = [], slots = [], session = aSession(), left = 0, onTeam, lang = 'da', children } = props
  const tally = { 'youth-talk': 0, 'adult-talk': 0, 'relatives-course': 0 }
  const [fetched] = useState({ at: 0, busy: false })
  const unopened = useMemo(
    () => ({ left, done: { finished: 0, junk: 0 }, openDone: () => undefined }),
    [left],
  )
  const copied = useMemo(() => ({ lang, t: tIn(lang) }), [lang])
  const takingBack = useTakingBack(props.place)
  const [own] = useState(() => new Map<string, string>())
  return (
    <CopyContext.Provider value={copied}>
      <DeskContext.Provider value={{ ...calls, requests, slots, session, tally, today: today() }}>
        <FetchedContext.Provider value={fetched}>
          <UnopenedContext.Provider value={unopened}>
            <MeContext.Provider value={session.name}>
              <OpeningContext.Provider value={left > 0}>
                <OnTeamContext.Provider value={onTeam ? new Set(onTeam) : null}>
                  <DraftsContext.Provider value={own}>
                    <TakingBackContext.Provider value={takingBack}>
                      <TakenBar />
                      {children}
                    </TakingBackContext.Provider>
                  </DraftsContext.Provider>
                </OnTeamContext.Provider>
              </OpeningContext.Provider>
            </MeContext.Provider>
          </UnopenedContext.Provider>
        </FetchedContext.Provider>
      </DeskContext.Provider>
    </CopyContext.Provider>
  )
}
