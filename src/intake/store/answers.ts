import type { Booking, Day, Slot, SlotKind, StoredMessage } from '../../core/contract/index.ts'
import type { TeamAnswer } from '../../core/contract/team.ts'

export type AcceptedRequest = { readonly receivedOn: Day; readonly slot: Slot | null }

export type StoredMailbox = {
  readonly messages: readonly StoredMessage[]
  readonly bookings: readonly Booking[]
  readonly bookingsLeft: Readonly<Record<SlotKind, number>>
  readonly closesOn: Day
}

/** All that is kept of the team: nothing of it is believed before it is checked. */
export type StoredTeam = Omit<TeamAnswer, 'demo' | 'invites'>

/** Who gets mail: the name that the operator's list gives them, and whether they lead. */
export type MailReader = { readonly who: string; readonly leader: boolean }

/** A mail to send: why, and all that it may say. */
export type Notice = {
  /** Something came; nobody has looked at it by the next day; nor by the day after that. */
  readonly stage: 'first' | 'again' | 'leader'
  /** How many requests wait for an answer. */
  readonly waiting: number
  /** A week after the day since which the one that has waited longest waits. */
  readonly limit: Day
  /** Which mail it is: to be given back when it is sent. */
  readonly serial: number
}

export type StaffSession = { readonly member: string; readonly expires: number }

export type Swept = {
  readonly requests: number
  readonly links: number
  readonly unanswered: number
  /**
   * The day of the last sweep, when it lies so far back that the clock may be wrong: then nothing was erased, until
   * somebody confirms today's date (`confirmDay`); null = all is well.
   */
  readonly heldSince: Day | null
}

/** What a message or note meets; `same`: this id with this content was taken before and gets the same answer. */
export type Taken = { kind: 'accepted' | 'same'; on: Day } | { kind: 'conflict' }
