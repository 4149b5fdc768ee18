import type { Note, NoteEvent } from '../../core/sealing/index.ts'

/** Who said that a note was a mistake; undefined while it stands. */
export const calledWrongBy = (note: Note, notes: readonly Note[]): string | undefined =>
  notes.find(({ event, text }) => event === 'wrong' && text === note.mac)?.by

/** The notes that stand: what was noted by mistake counts for nothing, and neither does the word about it. */
export function standing(notes: readonly Note[]): readonly Note[] {
  if (!notes.some(({ event }) => event === 'wrong')) return notes
  return notes.filter(note => note.event !== 'wrong' && calledWrongBy(note, notes) === undefined)
}

const CALLS: readonly NoteEvent[] = ['no-answer', 'hung-up', 'talked']

/** A call, or a talk that nobody booked here, may have been noted by mistake. Of a booked talk the opposite corrects the count. */
export const canBeWrong = ({ event, upTo }: Note): boolean =>
  CALLS.includes(event) || ((event === 'came' || event === 'no-show') && upTo === 0)
