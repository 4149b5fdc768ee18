import type { Drafts } from '../shared/drafts.ts'

/** Where a member was. */
export type Place = { readonly tab: 'requests' | 'slots'; readonly openId: string | null }

/** What one member was in the middle of; it is there again when the same member signs in again. */
export type DeskMemory = {
  readonly member: string | null
  readonly drafts: Drafts
  /** Places by the number that stands in their history entry. */
  readonly places: Map<number, Place>
  place: Place
  /** The number of the list or the times that lie one step back, while a request is open on top of them. */
  under: number | null
}

export const atList: Place = { tab: 'requests', openId: null }

/** @param member whose it is; null before anybody has signed in */
export function newMemory(member: string | null): DeskMemory {
  return { member, drafts: new Map(), places: new Map(), place: atList, under: null }
}
