import type { AccessStore } from './roles/access-store.ts'
import type { CitizenStore } from './roles/citizen-store.ts'
import type { StaffStore } from './roles/staff-store.ts'
import type { UpkeepStore } from './roles/upkeep-store.ts'

/**
 * What the intake keeps, and cannot read. Four roles, two databases, one contract suite.
 * Every promise resolves only after the data is durable. Limits (seats, two `youth-talk`s a mailbox) are kept by
 * the database in one transaction, so that concurrent tries cannot pass them.
 */
export type Store = CitizenStore & StaffStore & AccessStore & UpkeepStore
