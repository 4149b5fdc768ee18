import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ChangesAnswer, SlotKind, StaffSlot } from '../../core/contract/index.ts'
import type { Day } from '../../core/calendar/days.ts'
import type { Session } from '../session/session.ts'
import type { OpenedRequest } from './requests.ts'

/** What lies on the desk, and the ways to fetch it again and to move about: the same as long as nothing has changed. */
export type Desk = {
  readonly session: Session
  readonly requests: readonly OpenedRequest[]
  readonly slots: readonly StaffSlot[]
  readonly tally: Readonly<Record<SlotKind, number>>
  /** Today, so that limits and waiting are counted again when a day has gone. */
  readonly today: Day
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

/** How fresh it is: apart from the desk, since it changes with each look for something new. */
export type Fetched = {
  /** When it was fetched, ms since 1970. */
  readonly at: number
  /** Whether it is being fetched because somebody asked for it. */
  readonly busy: boolean
}

export const FetchedContext = createContext<Fetched>({ at: 0, busy: false })

/** When the desk last fetched, and whether it does so now. */
export const useFetched = (): Fetched => useContext(FetchedContext)

/** What is not open: the same while a look for something new finds nothing, so that nothing else is drawn again for it. */
export type Unopened = {
  /** How many are not open yet. */
  readonly left: number
  /** How many staff are done with, and nobody has looked for: they are not opened. */
  readonly done: ChangesAnswer['done']
  /** Somebody looks for those. */
  readonly openDone: () => void
}

export const UnopenedContext = createContext<Unopened>({
  left: 0,
  done: { finished: 0, junk: 0 },
  openDone: () => undefined,
})

/** How many are not open, and why. */
export const useUnopened = (): Unopened => useContext(UnopenedContext)

/**
 * Whether requests are being opened just now: false as well where the network was lost meanwhile. Apart from the rest, so
 * that no list is drawn again for a look that finds nothing new.
 */
export const OpeningContext = createContext(false)

/** The name of the member who is signed in: apart from the desk, so that no row is drawn again for what others have. */
export const MeContext = createContext('')

/** The names of those who are on the team; null while that is not known, or the list is not believed. */
export const OnTeamContext = createContext<ReadonlySet<string> | null>(null)
