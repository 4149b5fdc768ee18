import type { Schema } from '../store/schema.ts'

/** A table of a backup with its key; rows are read and written in the order of the key, which tells nothing. */
export type BackedUp = { readonly table: keyof Schema; readonly key: string }

/** What a backup holds, each table after those it refers to. */
export const BACKED_UP: readonly BackedUp[] = [
  { table: 'mailboxes', key: 'hash' },
  { table: 'requests', key: 'id' },
  { table: 'messages', key: 'id' },
  { table: 'notes', key: 'id' },
  { table: 'slots', key: 'id' },
  { table: 'bookings', key: 'id' },
  { table: 'erased', key: 'hash' },
  { table: 'tally', key: 'kind' },
  { table: 'notices', key: 'who' },
  { table: 'weeks', key: 'monday' },
  { table: 'audit', key: 'seq' },
  { table: 'audit_head', key: 'name' },
  { table: 'team_entries', key: 'n' },
  { table: 'team_wrapped', key: 'id' },
  { table: 'team_calendars', key: 'signing' },
  { table: 'templates', key: 'name' },
]

/** What a backup leaves out: it is worthless after a restore, or made again. */
export const LEFT_OUT: readonly (keyof Schema)[] = ['nonces', 'proofs', 'sessions', 'upkeep', 'invites']

/** The hashes of erased ids alone: a backup so small that it can be made every few minutes. */
export const ERASED_ONLY: readonly BackedUp[] = BACKED_UP.filter(({ table }) => table === 'erased')
