import { createContext } from 'preact'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { TeamLooked } from '../model/team.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { believeTemplates, openAnswer, type Fetched, type Verdict } from './believe.ts'

/** The templates as they are to be used. */
export type Templates = Verdict & {
  /** What a change is made from; null while it is not known. */
  readonly version: number | null
  /** Why they could not be fetched; the page's own are used meanwhile. */
  readonly failed: Failure | null
  readonly look: () => Promise<void>
}

const NOTHING: Verdict = { texts: {}, doubt: null, offered: {} }

export const TemplatesContext = createContext<Templates>({
  ...NOTHING,
  version: null,
  failed: null,
  look: () => Promise.resolve(),
})

/** The team's templates for replies, fetched when the desk opens and on `look`, and believed as the list of members says. */
export function useTemplates(session: Session, looked: TeamLooked, onSignedOut: () => void): Templates {
  const [fetched, setFetched] = useState<Fetched | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const look = useCallback(async (): Promise<void> => {
    try {
      const answer = await call('templates', {})
      setFetched(
        await openAnswer(
          answer,
          session.teams.map(team => team.identity),
        ),
      )
      setFailed(null)
    } catch (error) {
      const why = failureOf(error)
      if (why === 'not-signed-in') onSignedOut()
      setFailed(why)
    }
  }, [session, onSignedOut])
  // Once a desk: who calls back is new at each drawing.
  const [begin] = useState(() => look)
  useEffect(() => {
    begin().catch(reportError)
  }, [begin])
  // While the list is being fetched nobody is doubted.
  const team = looked.kind === 'there' && looked.believed.ok ? looked.believed.kept.team : null
  const unlisted = looked.kind === 'failed' ? looked.why : null
  const isKnown = looked.kind !== 'loading' && looked.kind !== 'failed'
  return useMemo(
    () => ({
      ...(fetched && isKnown ? believeTemplates(fetched, team) : NOTHING),
      // Not known either while nobody knows whom to believe: a change made from nothing would erase what is stored.
      version: isKnown && fetched ? fetched.version : null,
      failed: failed ?? unlisted,
      look,
    }),
    [fetched, isKnown, team, failed, unlisted, look],
  )
}
