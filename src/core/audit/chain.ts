import { sha256 } from '@noble/hashes/sha2.js'
import type { AuditEntry } from '../contract/audit.ts'
import { toBase64url } from '../sealing/base64url.ts'

/** What the first line counts as the hash before it. */
export const NO_LINES = 'foerste-snak audit v1'

/**
 * SHA-256 (base64url) over the hash of the line before and all of this one, as JSON in this order. `about` stands in it only
 * where there is one, so that lines of before it was written down keep their hash.
 */
export function hashOf(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, hour, who, member, act, reference, state, about } = entry
  const line = [before, seq, hour, who, member, act, reference, state, ...(about === null ? [] : [about])]
  const text = JSON.stringify(line)
  return toBase64url(sha256(new TextEncoder().encode(text)))
}

/** `head`: the last hash, to be compared with one that was noted elsewhere; `broken`: the first line that does not fit. */
export type ChainVerdict =
  | { readonly ok: true; readonly lines: number; readonly head: string }
  | { readonly ok: false; readonly broken: number }

/**
 * Whether lines, given from the first on, are as they were written: none changed, left out, put in or swapped. That the
 * last ones were cut off shows only against a `head` that was noted before.
 */
export function checkChain(entries: readonly AuditEntry[]): ChainVerdict {
  let head = NO_LINES
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1 || entry.hash !== hashOf(head, entry)) return { ok: false, broken: index + 1 }
    head = entry.hash
  }
  return { ok: true, lines: entries.length, head }
}
