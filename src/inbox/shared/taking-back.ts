import { createContext } from 'preact'
import type { Failure } from './failure.ts'

/** Milliseconds in which closing, handing over and junk can be taken back with one click. */
export const UNDO = 10_000

/** An act that can be taken back. */
export type Undoable = {
  /** The request it was done to, on whose page the form `by` tells of it; null where it was done in the list. */
  readonly at: { readonly id: string; readonly by: string } | null
  /** What was done, and to whom. */
  readonly said: string
  /** Prepares taking it back; what it gives does that, as often as it has to be tried, and gives what to say then. */
  readonly prepare: () => Promise<() => Promise<string>>
}

/** The act that was done last at this desk, wherever the member has gone since. */
export type TakingBack = {
  readonly last: Undoable | null
  /** Whether the member has gone elsewhere since, so that where it was done tells of it no more. */
  readonly isElsewhere: boolean
  /** Whether it can be taken back: for `UNDO`, and not while it is. */
  readonly can: boolean
  readonly busy: boolean
  readonly failed: Failure | null
  /** What is said now that it was taken back; empty when it was not. */
  readonly back: string
  readonly did: (act: Undoable) => void
  /** Something else was done with a request: what was done to it before is no more to be taken back. */
  readonly forget: (id: string) => void
  /** @returns what to say of it; null when it did not arrive */
  readonly takeBack: () => Promise<string | null>
}

export const TakingBackContext = createContext<TakingBack>({
  last: null,
  isElsewhere: false,
  can: false,
  busy: false,
  failed: null,
  back: '',
  did: () => undefined,
  forget: () => undefined,
  takeBack: () => Promise.resolve(null),
})
