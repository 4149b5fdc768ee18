import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { SlotKind, StaffSlot } from '../../core/contract/index.ts'
import type { Session } from '../session/session.ts'
import type { OpenedRequest } from './requests.ts'

/** What lies on the desk, and the ways to fetch it again and to move about. */
export type Desk = {
  readonly session: Session
  readonly requests: readonly OpenedRequest[]
  readonly slots: readonly StaffSlot[]
  readonly tally: Readonly<Record<SlotKind, number>>
  /** When it was fetched, ms since 1970. */
  readonly fetchedAt: number
  /** Whether it is being fetched because somebody asked for it. */
  readonly busy: boolean
  readonly again: () => void
  /** Shows a request; null shows the list. */
  readonly onOpen: (requestId: string | null) => void
}

export const DeskContext = createContext<Desk | null>(null)

/** @throws Error outside of a desk */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside of DeskContext')
  return desk
}
