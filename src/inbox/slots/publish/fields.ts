import type { PublishFields } from './publish.ts'

const blank: PublishFields = {
  kind: undefined,
  date: '',
  time: '',
  more: [],
  minutes: '45',
  inARow: '1',
  pause: '15',
  weeks: '1',
  place: 'house',
  seats: '8',
  room: '',
  counsellor: '',
}

/** The fields as they were left. @param kept what the drafts hold of the form */
export const fieldsIn = (kept: string | undefined): PublishFields =>
  kept === undefined ? blank : (JSON.parse(kept) as PublishFields)

/** Whether a time was begun and not published. @param kept what the drafts hold of the form */
export function isBegun(kept: string | undefined): boolean {
  const { date, time } = fieldsIn(kept)
  return date !== '' || time !== ''
}
