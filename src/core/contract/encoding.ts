import * as z from 'zod/mini'

/** Bytes as base64url without padding (RFC 4648 §5). */
export const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/))

/** 32 bytes as base64url: tokens, SHA-256 sums, keys. */
export const base64url32 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))

/** A UUID made on the phone or by the intake (RFC 9562), written in lower case. */
export const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

/** A day in the municipality's time zone, `YYYY-MM-DD`. Of citizens nothing finer is kept. */
export const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
export type Day = z.infer<typeof day>

/** A sealed message is exactly one of two lengths in bytes, whatever it holds (docs/encryption.md). */
export const SEALED_BYTES = [8192, 16384] as const

/**
 * The base64url text of a sealed message: 8,192 or 16,384 bytes and nothing between,
 * so that its length tells nothing of what was written.
 */
export const sealed = base64url.check(
  z.refine(text => SEALED_BYTES.some(bytes => text.length === Math.ceil((bytes * 4) / 3)), 'sealed-length'),
)
