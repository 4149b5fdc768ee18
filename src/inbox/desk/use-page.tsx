import type { JSX } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { FiguresPage } from '../figures/figures-page.tsx'
import { Requests } from '../requests/requests-page.tsx'
import type { Session } from '../session/session.ts'
import { Slots } from '../slots/slots-page.tsx'
import { TeamPage } from '../team/team-page.tsx'
import type { useTeam } from '../team/use-team.ts'
import type { DeskPlace } from './desk-memory.ts'

/**
 * The page of the place where the member is. The same as before is not drawn again: only what reads the desk is, when the desk has
 * changed.
 * @param team the team, and the way to look again
 */
export function usePage(
  { tab, openId }: DeskPlace,
  session: Session,
  { looked, look }: ReturnType<typeof useTeam>,
  onOlder: (session: Session) => void,
): JSX.Element {
  const olderRef = useRef(onOlder)
  olderRef.current = onOlder
  return useMemo(() => {
    if (tab === 'requests') return <Requests openId={openId} />
    if (tab === 'slots') return openId === null ? <Slots /> : <Requests openId={openId} times={<Slots />} />
    if (tab === 'figures') return <FiguresPage />
    const open = (opened: Session): void => {
      olderRef.current(opened)
    }
    return <TeamPage session={session} looked={looked} look={look} onOlder={open} />
  }, [tab, openId, session, looked, look])
}
