import type { Drafts } from './drafts.ts'

/** Where a member was. */
export type Place = { readonly tab: 'requests' | 'slots'; readonly openId: string | null }

/** What one member was in the middle of; it is there again when the same member signs in again. */
export type DeskMemory = { readonly member: string | null; readonly drafts: Drafts; place: Place }

/** @param member whose it is; null before anybody has signed in */
export function newMemory(member: string | null): DeskMemory {
  return { member, drafts: new Map(), place: { tab: 'requests', openId: null } }
}
