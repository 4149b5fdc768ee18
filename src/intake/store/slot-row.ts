import type { Slot } from '../../core/contract/index.ts'
import type { Db } from './database.ts'
import type { SlotRow } from './schema.ts'

/** A slot by its id, as it is stored; undefined when there is none. */
export function slotRow(db: Db, id: string): Promise<SlotRow | undefined> {
  return db.selectFrom('slots').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The dates as they were published: checked by the schema before they were stored. */
export function toDates(json: string): Slot['dates'] {
  return JSON.parse(json) as Slot['dates']
}

/** A time as a citizen sees it. */
export function toSlot(row: SlotRow): Slot {
  return {
    id: row.id,
    kind: row.kind,
    dates: toDates(row.dates),
    place: row.place,
    seatsLeft: row.seats - row.seats_taken,
  }
}
