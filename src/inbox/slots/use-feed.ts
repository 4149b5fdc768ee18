import { useState } from 'preact/hooks'
import { otherCalls } from '../../core/contract/calls.ts'
import { calendarHash, calendarToken, calendarTurn } from '../../core/sealing/calendar-token.ts'
import { first } from '../model/build-info.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import type { Failure } from '../shared/failure.ts'
import { useTrying } from '../shared/use-trying.ts'

/** Where the feed with this token is. */
export const addressOf = (token: string): string =>
  `${location.origin}${otherCalls.calendarFeed.path.replace(':file', `${token}.ics`)}`

/**
 * The member's calendar feed: which of their addresses it is at stands at the intake, as a hash; the token is made here. A team
 * of before there was a list has the first address, and cannot renew it.
 */
export function useFeed({ key, member }: Pick<Session, 'key' | 'member'>): {
  /** Null while it is not known, or the feed is at none of the member's addresses. */
  readonly token: string | null
  readonly failed: Failure | null
  readonly canRenew: boolean
  readonly look: () => Promise<void>
  /** @returns whether the feed is at another address now */
  readonly renew: () => Promise<boolean>
} {
  const [turn, setTurn] = useState<number | null>(first === null ? 0 : null)
  const [looked, setLooked] = useState(false)
  const { failed, trying } = useTrying()

  const look = async (): Promise<void> => {
    if (first === null) return
    await trying(async () => {
      const { calendars } = await call('team', {})
      const own = calendars.find(({ signing }) => signing === member)
      setTurn(own === undefined ? null : calendarTurn(key, own.calendar))
      setLooked(true)
    })
  }
  const renew = (): Promise<boolean> =>
    trying(async () => {
      const next = turn === null ? 0 : turn + 1
      await call('renewCalendar', { body: { calendar: calendarHash(key, next) } })
      setTurn(next)
    })
  const token = turn === null ? null : calendarToken(key, turn)
  return { token, failed, canRenew: looked, look, renew }
}
