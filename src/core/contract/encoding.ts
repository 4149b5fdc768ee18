import * as z from 'zod/mini'

// A last letter carries 2 or 4 bits more than the bytes need. They must be zero (RFC 4648 §3.5): else one value has
// many texts, and what a schema has let through is refused where it is decoded.
const LAST_OF_TWO = '[AQgw]'
const LAST_OF_THREE = '[AEIMQUYcgkosw048]'

// Four letters written out: over the 13,654 of a sealed text a fifth of the time that `{4}` takes.
const FOUR = '[\\w-][\\w-][\\w-][\\w-]'

/** Bytes as base64url without padding (RFC 4648 §5), in the one canonical form. */
export const base64url = z
  .string()
  .check(z.regex(new RegExp(`^(?:${FOUR})*(?:[\\w-]${LAST_OF_TWO}|[\\w-]{2}${LAST_OF_THREE})?$`)))

/** 16 bytes as canonical base64url. */
export const base64url16 = z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{21}${LAST_OF_TWO}$`)))

/** 32 bytes as canonical base64url: tokens, SHA-256 sums, keys. */
export const base64url32 = z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{42}${LAST_OF_THREE}$`)))

/** 64 bytes as canonical base64url: Ed25519 signatures (RFC 8032). */
export const base64url64 = z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{85}${LAST_OF_TWO}$`)))

/** A UUID made on the phone or by the intake (RFC 9562), written in lower case. */
export const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

/**
 * A day in the municipality's time zone, `YYYY-MM-DD`, that is in the calendar (ISO 8601) and in the years 2000-2199.
 * Of citizens nothing finer is kept.
 */
export const day = z
  .string()
  .check(z.regex(/^2[01]\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), z.refine(isInCalendar, 'no-such-day'))
export type { Day } from '../calendar/days.ts'

function isInCalendar(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date
}

/** A sealed request or message has this length in bytes, whatever it holds (docs/encryption.md). */
export const SEALED_BYTES = 10_240

/** The base64url text of something sealed: 10,240 bytes, so that its length tells nothing of what was written. */
export const sealed = base64url.check(
  z.refine(text => text.length === Math.ceil((SEALED_BYTES * 4) / 3), 'sealed-length'),
)
