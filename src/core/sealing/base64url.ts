import { base64urlnopad } from '@scure/base'

/** Bytes as base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes)
}

/**
 * The bytes of a base64url text. Strict: no padding, no other letters, no stray bits at the end (RFC 4648 §3.5).
 *
 * @throws Error when the text is not base64url in its one canonical form.
 */
export function fromBase64url(text: string): Uint8Array {
  return base64urlnopad.decode(text)
}
