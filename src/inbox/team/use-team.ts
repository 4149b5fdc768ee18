import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { first } from '../model/build-info.ts'
import type { TeamLooked } from '../model/team.ts'
import { failureOf } from '../shared/failure.ts'
import { fetchTeam } from './believed.ts'

/** The list of members, fetched and checked when the desk opens, and on `look`. */
export function useTeam(onSignedOut: () => void): {
  readonly looked: TeamLooked
  readonly look: () => Promise<void>
} {
  const [looked, setLooked] = useState<TeamLooked>({ kind: first === null ? 'none' : 'loading' })
  const look = useCallback(async (): Promise<void> => {
    if (first === null) return
    try {
      setLooked({ kind: 'there', believed: await fetchTeam(first) })
    } catch (error) {
      const why = failureOf(error)
      if (why === 'not-signed-in') onSignedOut()
      else setLooked({ kind: 'failed', why })
    }
  }, [onSignedOut])
  // Once a desk: who calls back is new at each drawing.
  const [begin] = useState(() => look)
  useEffect(() => {
    begin().catch(reportError)
  }, [begin])
  return { looked, look }
}

/** The names on the list, the very same as long as the list is; null while there is none that is believed. */
export function useOnTeam(looked: TeamLooked): ReadonlySet<string> | null {
  return useMemo(
    () =>
      looked.kind === 'there' && looked.believed.ok
        ? new Set(looked.believed.kept.team.members.map(({ name }) => name))
        : null,
    [looked],
  )
}
