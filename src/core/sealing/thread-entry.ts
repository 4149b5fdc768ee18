import type { Side, ThreadMessage } from './message.ts'

type Stored = { readonly id: string; readonly on: string }

/** A stored message after opening. Only a genuine one has words: those of a forged one are nobody's. */
export type ThreadEntry = Stored &
  (
    | {
        readonly status: 'genuine'
        readonly message: ThreadMessage
        /** Another genuine message of the same side has the same number: written at once, on two devices or by two of the staff. */
        readonly twin: boolean
      }
    /** A genuine message stored a second time; `of` is the id of the first. */
    | { readonly status: 'replayed'; readonly of: string }
    /**
     * It says it belongs to this thread, and its proof is wrong: the MAC of a citizen's message, the signature of one of
     * staff. Or it came by the other side's route, or long after the key that signed it was given up.
     */
    | { readonly status: 'forged' }
    /** It names a signing key of the team that is newer than this page: only a newer page can tell whether it is genuine. */
    | { readonly status: 'newer' }
    /** It names another thread. */
    | { readonly status: 'other-thread' }
    /**
     * `not-for-us`: sealed to none of the keys; `damaged`: changed or cut; `form`: not a message we know; `number`: genuine,
     * and numbered far beyond what is here, so that it would make a gap without end.
     */
    | { readonly status: 'unreadable'; readonly why: 'not-for-us' | 'damaged' | 'form' | 'number' }
  )
export type GenuineEntry = Extract<ThreadEntry, { status: 'genuine' }>

/** A message that was written, because a genuine one points to it, and is not here. */
export type Gap = { readonly from: Side; readonly seq: number }

export type OpenedThread = {
  /** Genuine ones in the order they were written, as far as that can be known; then the rest as they were stored. */
  readonly messages: readonly ThreadEntry[]
  readonly gaps: readonly Gap[]
}
