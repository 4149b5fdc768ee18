import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

const DAY_MS = 86_400_000

/**
 * Makes the name under which a caller's use is counted: an HMAC of the address under a random key that only this
 * process has and that changes each day. The address itself is kept nowhere, and no list of it can be made afterwards.
 *
 * @param now ms since 1970.
 */
export function createClientNames(now: () => number): (address: string) => string {
  let day = Math.floor(now() / DAY_MS)
  let key = randomBytes(32)
  return address => {
    const present = Math.floor(now() / DAY_MS)
    if (present !== day) [day, key] = [present, randomBytes(32)]
    return createHmac('sha256', key).update(network(address)).digest('base64url')
  }
}

/**
 * The network one caller has: a whole IPv4 address, or the first 64 bits of an IPv6 one, of which a single line or
 * phone has 2^64 (RFC 6177).
 */
export function network(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return groups.map(group => group.padStart(4, '0')).join(':') + '::/64'
}
