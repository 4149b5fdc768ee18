import type { ReturnCode } from '../../core/sealing/return-code.ts'
import type { Mailbox, Opening } from './mailbox.ts'

/** Why there is no open mailbox. */
export type NotOpened = Exclude<Opening['kind'], 'open'>

export type MailboxState = {
  readonly mailbox: Mailbox | null
  readonly busy: boolean
  /** The last look could not be taken: what is shown is older. */
  readonly stale: boolean
  readonly open: (code: ReturnCode) => Promise<NotOpened | null>
  /** Fetches what opens while the code is typed. */
  readonly prepare: () => void
  /** Looks again; resolves to false when nobody answered. */
  readonly refresh: () => Promise<boolean>
  readonly close: () => void
}
