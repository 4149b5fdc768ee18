/** What can go wrong when sealing or opening. The codes are for programs; words for people stand in `locales/`. */
export type SealingFault =
  /** Not exactly two different hybrid recipients, or a mailbox recipient that is not hybrid. */
  | 'recipients'
  /** Not a hybrid identity (`AGE-SECRET-KEY-PQ-1…`). */
  | 'identity'
  /** The text does not fit the sealed length. */
  | 'too-long'
  /** What should be sealed, or was found under an unbroken seal, is not of the agreed form. */
  | 'form'
  /** Not a file of ours at all: wrong length. */
  | 'foreign'
  /** An age file that was changed or cut on its way. */
  | 'damaged'
  /** A sound request, but stored under another request's id. */
  | 'other-request'
  /** A message cannot be numbered: its row is at its end. */
  | 'full'
  /** The text is not a member's key file. */
  | 'key-file'

/** Thrown by everything in this folder. Nothing secret is in its message. */
export class SealingError extends Error {
  override readonly name = 'SealingError'
  readonly fault: SealingFault
  constructor(fault: SealingFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}
