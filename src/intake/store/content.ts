import { createHash } from 'node:crypto'
import type { StoredMessage } from '../../core/contract/index.ts'
import type { MessageRow } from './schema.ts'

/** SHA-256 (base64url) of what was sent: tells a retry from another thing under the same id, without keeping it. */
export function contentHash(parts: readonly unknown[], bytes = 32): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest()
  return hash.subarray(0, bytes).toString('base64url')
}

/** SHA-256 (base64url) of an id: all that is left of a request that is erased. */
export function idHash(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}

/** Sealed text (base64url) as the bytes that are stored: a quarter smaller, and what the `age` tool opens. */
export function toBytes(sealed: string): Uint8Array {
  return Buffer.from(sealed, 'base64url')
}

/** Stored bytes as the base64url that travels. */
export function toSealed(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
}

/** A stored message as both sides get it. */
export function toMessage(row: Pick<MessageRow, 'id' | 'sealed' | 'on_day' | 'by_staff'>): StoredMessage {
  const { id, sealed, on_day, by_staff } = row
  return { id, sealed: toSealed(sealed), on: on_day, from: by_staff === 1 ? 'staff' : 'citizen' }
}
