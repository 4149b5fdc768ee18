import { genuine, type Note } from '../../core/sealing/index.ts'
import { standing } from './mistakes.ts'
import type { OpenedRequest } from './requests.ts'

const DEEDS = ['no-answer', 'hung-up', 'talked', 'came', 'no-show'] as const
export type Deed = Note & { readonly event: (typeof DEEDS)[number] }

const isDeed = (note: Note): note is Deed => (DEEDS as readonly string[]).includes(note.event)

/** The last call, or whether they came: what stands in no thread, and who looks at the list has to know. */
export const lastDone = ({ notes }: Pick<OpenedRequest, 'notes'>): Deed | null =>
  standing(notes).findLast(isDeed) ?? null

/** Staff called the time off, and since then nothing was written and no other was booked. */
export function isCalledOff({ stored, thread }: OpenedRequest): boolean {
  const last = genuine(thread).at(-1)
  return stored.bookings.length === 0 && last?.from === 'staff' && last.cancels !== undefined
}
