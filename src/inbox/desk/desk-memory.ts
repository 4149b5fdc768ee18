import type { Drafts } from '../shared/drafts.ts'

/** Where a member was. */
export type DeskPlace = {
  readonly tab: 'requests' | 'slots' | 'figures' | 'team'
  readonly openId: string | null
}

/** What one member was in the middle of; it is there again when the same member signs in again. */
export type DeskMemory = {
  readonly drafts: Drafts
  /** Places by the number that stands in their history entry. */
  readonly places: Map<number, DeskPlace>
  place: DeskPlace
  /** The number of the list or the times that lie one step back, while a request is open on top of them. */
  under: number | null
}

export const atList: DeskPlace = { tab: 'requests', openId: null }

/** The memory of a desk at which nobody has done anything yet. */
export function newMemory(): DeskMemory {
  return { drafts: new Map(), places: new Map(), place: atList, under: null }
}

/** All of it as one text, to be sealed while the desk is locked. */
export function writeMemory({ drafts, places, place, under }: DeskMemory): string {
  return JSON.stringify({ drafts: [...drafts], places: [...places], place, under })
}

/** What `writeMemory` wrote. */
export function readMemory(text: string): DeskMemory {
  // Sound: it was sealed by this page, and nobody else has its key.
  const { drafts, places, place, under } = JSON.parse(text) as {
    drafts: [string, string][]
    places: [number, DeskPlace][]
    place: DeskPlace
    under: number | null
  }
  return { drafts: new Map(drafts), places: new Map(places), place, under }
}
