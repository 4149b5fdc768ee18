import { createHash } from 'node:crypto'

/** SHA-256 (base64url) of what was sent: tells a retry from another thing under the same id, without keeping it. */
export function contentHash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
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
