/** How long the intake keeps things when nothing else is configured, in days (the privacy page tells the same figures). */
export const retention = {
  /** A request that has been handed over or closed. */
  closedDays: 30,
  /** A request that staff marked as junk. */
  junkDays: 14,
  /** A mailbox after its last use or booking. */
  mailboxDays: 90,
  /** The SHA-256 of a withdrawn request's id, so that a late retry learns that it is gone. */
  erasedIdDays: 90,
  /** Locked bytes of what was erased, in backups, PostgreSQL's log and replicas: `docs/operations.md` asks for it. */
  backupDays: 14,
} as const
