import { bytesToNumberLE } from '@noble/curves/utils.js'

/** C2SP age, mlkem768x25519: an ML-KEM-768 encapsulation key (1,184 bytes), then an X25519 point (32). */
const KEM_BYTES = 1184
const POINT_BYTES = 32
/** The last 32 bytes of the encapsulation key are its seed; before it stand three rows of 256 numbers of 12 bits. */
const KEM_SEED = 32
const Q = 3329

/**
 * Whether a hybrid recipient's bytes are a key that can be sealed to. Its maker may be hostile: a key that throws when it
 * is used would make its thread one that nobody can answer.
 */
export function isUsableHybridKey(bytes: Uint8Array): boolean {
  if (bytes.length !== KEM_BYTES + POINT_BYTES) return false
  return isKemKey(bytes.subarray(0, KEM_BYTES)) && !hasSmallOrder(bytes.subarray(KEM_BYTES))
}

/** FIPS 203 §7.2, modulus check: every number is below q. */
function isKemKey(key: Uint8Array): boolean {
  for (let at = 0; at < KEM_BYTES - KEM_SEED; at += 3) {
    const [a = 0, b = 0, c = 0] = key.subarray(at, at + 3)
    if ((a | ((b & 15) << 8)) >= Q || ((b >> 4) | (c << 4)) >= Q) return false
  }
  return true
}

const P = 2n ** 255n - 19n

/** The u-coordinates of Curve25519 and its twist whose product with any key is zero (RFC 7748 §6.1). */
const SMALL_ORDER: readonly bigint[] = [
  0n,
  1n,
  P - 1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]

function hasSmallOrder(point: Uint8Array): boolean {
  // RFC 7748 §5: the highest bit is ignored, and numbers of p and more are taken modulo p.
  const u = (bytesToNumberLE(point) & (2n ** 255n - 1n)) % P
  return SMALL_ORDER.includes(u)
}
