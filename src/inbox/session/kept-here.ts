import * as z from 'zod/mini'
import { base64url } from '../../core/contract/index.ts'
import { fromBase64url, toBase64url } from '../../core/sealing/index.ts'
import type { Kept } from './kept.ts'

/** Where this tab keeps, sealed to the member, what they were in the middle of: F5 takes the page's memory away. */
const PLACE = 'inbox-kept'
const written = z.strictObject({ iv: base64url, sealed: base64url })

/** Keeps it in this tab, in the place of what was kept before. */
export function keepHere({ iv, sealed }: Kept): void {
  try {
    const text = { iv: toBase64url(iv), sealed: toBase64url(new Uint8Array(sealed)) }
    sessionStorage.setItem(PLACE, JSON.stringify(text))
  } catch {
    // No storage: then F5 loses what is half-written, and the browser asks before.
  }
}

/** What this tab has kept when the page was loaded again, by F5 or by Back; null on a first visit. */
export function keptHere(): Kept | null {
  if (!isBack()) {
    forgetHere()
    return null
  }
  try {
    const { iv, sealed } = written.parse(JSON.parse(sessionStorage.getItem(PLACE) ?? 'null'))
    return { iv: Uint8Array.from(fromBase64url(iv)), sealed: Uint8Array.from(fromBase64url(sealed)).buffer }
  } catch {
    return null // nothing kept, or not by us
  }
}

/** Forgets it. */
export function forgetHere(): void {
  try {
    sessionStorage.removeItem(PLACE)
  } catch {
    // No storage: nothing is there.
  }
}

function isBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'reload' || entry?.type === 'back_forward'
}
