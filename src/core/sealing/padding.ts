import { SEALED_BYTES } from '../contract/encoding.ts'
import { SealingError } from './errors.ts'

/** The length of unpadded base64 of a number of bytes (RFC 4648 §4, §3.2). */
const base64Length = (bytes: number): number => Math.ceil((bytes * 4) / 3)

// C2SP age, "Header": the version line, one stanza per recipient, the MAC line; every line ends with one line feed.
const VERSION_LINE = 'age-encryption.org/v1\n'.length
const MAC_LINE = '--- '.length + base64Length(32) + 1
// mlkem768x25519: one argument, the encapsulated key of 1,120 bytes; the body is the file key (16) with its tag (16).
const STANZA = '-> mlkem768x25519 '.length + base64Length(1120) + 1 + base64Length(32) + 1
// C2SP age, "Payload": a nonce of 16 bytes, then chunks of 64 KiB each with a tag of 16; ours is always one chunk.
const PAYLOAD = 16 + 16

/** How many bytes sealing adds to a plaintext of at most 64 KiB, for a number of hybrid recipients. */
export function overhead(recipientCount: number): number {
  return VERSION_LINE + STANZA * recipientCount + MAC_LINE + PAYLOAD
}

/** How many bytes of plaintext the sealed length holds for a number of recipients. */
export function room(recipientCount: number): number {
  return SEALED_BYTES - overhead(recipientCount)
}

/**
 * The JSON text followed by spaces (still JSON: RFC 8259 §2), so long that the sealed file has exactly 10,240 bytes.
 *
 * @throws SealingError `too-long` when it does not fit.
 */
export function pad(json: string, recipientCount: number): Uint8Array {
  const text = new TextEncoder().encode(json)
  const size = room(recipientCount)
  if (text.length > size) throw new SealingError('too-long', `${text.length} bytes do not fit ${size}`)
  const padded = new Uint8Array(size).fill(0x20)
  padded.set(text)
  return padded
}
