import type { ComponentChildren, JSX } from 'preact'
import type { Shelf } from '../model/book.ts'
import {
  DeskContext,
  FetchedContext,
  MeContext,
  OnTeamContext,
  OpeningContext,
  UnopenedContext,
  type Desk,
  type Unopened,
} from '../model/desk.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { MailAway } from './mail-away.tsx'
import { Unreachable } from './unreachable.tsx'
import type { Loaded } from './use-loaded.ts'
import type { Onto } from './use-same.ts'

/** A page with what lies on the desk for it; over it, what is known of that: that it may be old, or is still being opened. */
export function OnDesk(props: {
  readonly desk: Desk
  readonly loaded: Extract<Loaded<Onto>, { kind: 'there' }>
  readonly busy: boolean
  readonly unopened: Unopened
  readonly onTeam: ReadonlySet<string> | null
  readonly children: ComponentChildren
}): JSX.Element {
  const { t } = useCopy()
  const { desk, loaded, busy, unopened, onTeam } = props
  const { value, at, stale } = loaded
  return (
    <DeskContext.Provider value={desk}>
      <MeContext.Provider value={desk.session.name}>
        <OnTeamContext.Provider value={onTeam}>
          <OpeningContext.Provider value={value.left > 0 && stale === null}>
            <FetchedContext.Provider value={{ at, busy }}>
              <UnopenedContext.Provider value={unopened}>
                {stale && (
                  <Unreachable
                    text={`${sentenceFor(stale, t)} ${t('problems.stale')}`}
                    busy={busy}
                    again={desk.again}
                  />
                )}
                <MailAway />
                {value.left > 0 && !isSaidBelow(value) && (
                  <p role="status" data-opening="">
                    {t('list.opening', { count: value.left })}
                  </p>
                )}
                {props.children}
              </UnopenedContext.Provider>
            </FetchedContext.Provider>
          </OpeningContext.Provider>
        </OnTeamContext.Provider>
      </MeContext.Provider>
    </DeskContext.Provider>
  )
}

/** Where somebody looks for what is done with, it is said there how many are on their way. */
const isSaidBelow = ({ done, isDoneWanted }: Shelf): boolean => isDoneWanted && done.finished + done.junk > 0
