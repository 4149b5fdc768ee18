import * as z from 'zod/mini'
import { base64url } from '../../core/contract/index.ts'
import { fromBase64url, toBase64url } from '../../core/sealing/index.ts'
import type { Kept } from './kept.ts'

/** Where this tab keeps, sealed to each member, what they were in the middle of: F5 takes the page's memory away. */
const PLACE = 'inbox-kept'
const written = z.record(
  base64url,
  z.strictObject({ iv: base64url, sealed: base64url, holdsWords: z.boolean() }),
)
type Written = z.infer<typeof written>

/** What a member was in the middle of, and whether words are in it that could be lost. */
export type Left = { readonly kept: Kept; readonly holdsWords: boolean }

/**
 * Keeps it in this tab, in the place of what was kept of the same member before.
 * @param member the public key, base64url
 */
export function keepHere(member: string, { kept: { iv, sealed }, holdsWords }: Left): void {
  const text = { iv: toBase64url(iv), sealed: toBase64url(new Uint8Array(sealed)), holdsWords }
  write({ ...read(), [member]: text })
}

/** What this tab has kept when the page was loaded again, by F5 or by Back, by its member; nothing on a first visit. */
export function keptHere(): Map<string, Left> {
  if (!isBack()) write({})
  const all = Object.entries(read())
  return new Map(
    all.map(([member, { iv, sealed, holdsWords }]) => [
      member,
      {
        kept: {
          iv: Uint8Array.from(fromBase64url(iv)),
          sealed: Uint8Array.from(fromBase64url(sealed)).buffer,
        },
        holdsWords,
      },
    ]),
  )
}

/** Forgets what is kept of a member. */
export function forgetHere(member: string): void {
  write(Object.fromEntries(Object.entries(read()).filter(([one]) => one !== member)))
}

function read(): Written {
  try {
    return written.parse(JSON.parse(sessionStorage.getItem(PLACE) ?? '{}'))
  } catch {
    return {} // nothing kept, or not by us
  }
}

function write(all: Written): void {
  try {
    if (Object.keys(all).length === 0) sessionStorage.removeItem(PLACE)
    else sessionStorage.setItem(PLACE, JSON.stringify(all))
  } catch {
    // No storage: then F5 loses what is half-written, and the browser asks before.
  }
}

function isBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'reload' || entry?.type === 'back_forward'
}
