/** How long the intake keeps things (`RETENTION_*_DAYS`). */
export type Retention = {
  /** Days for which a `handed-over` or `closed` request is kept at least. */
  readonly closedDays: number
  /** Days after which a request marked as junk is erased, whatever comes into its mailbox. */
  readonly junkDays: number
  /**
   * Days after its last use or booking after which a mailbox is erased with its request, if that is `answered`,
   * `handed-over` or `closed`; the later of both wins.
   */
  readonly mailboxDays: number
  /** Days for which the SHA-256 of a withdrawn id is kept, so that a late retry answers 410. */
  readonly erasedDays: number
  /** Days after which staff are warned that a request is still unanswered. It is never erased silently. */
  readonly unansweredDays: number
}
