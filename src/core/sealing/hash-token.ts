import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64url, toBase64url } from './base64url.ts'

/**
 * SHA-256, base64url, of the bytes that a token stands for (not of its text): what is kept of the token of a mailbox, a
 * calendar feed or an invitation.
 *
 * @throws Error when the token is not base64url in its one canonical form.
 */
export const hashToken = (token: string): string => toBase64url(sha256(fromBase64url(token)))
