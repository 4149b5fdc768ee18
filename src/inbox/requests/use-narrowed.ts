import { useContext, useMemo } from 'preact/hooks'
import { OnTeamContext, useDesk } from '../model/desk.ts'
import type { Narrowed } from '../model/filters.ts'

/** What the list is narrowed to: the same while nothing of it changes. */
export function useNarrowed(filter: string, query: string): Narrowed {
  const { session } = useDesk()
  const onTeam = useContext(OnTeamContext)
  return useMemo(() => ({ filter, query, me: session.name, onTeam }), [filter, query, session.name, onTeam])
}
