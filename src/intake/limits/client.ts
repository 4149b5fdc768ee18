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
 * phone has 2^64 (RFC 6177). Some proxies write the port beside it, which is another one for each connection.
 */
export function network(address: string): string {
  const plain = withoutPort(address).replace(/%.*$/, '').toLowerCase()
  if (!isIPv6(plain)) return plain
  const groups = groupsOf(plain)
  // ::ffff:0:0/96 holds all of IPv4 (RFC 4291 §2.5.5.2).
  if (groups.slice(0, 6).join(':') === '0000:0000:0000:0000:0000:ffff') {
    return groups
      .slice(6)
      .flatMap(group => [group.slice(0, 2), group.slice(2)])
      .map(byte => Number.parseInt(byte, 16))
      .join('.')
  }
  return groups.slice(0, 4).join(':') + '::/64'
}

/** `192.0.2.1:443` and `[2001:db8::1]:443` without brackets and port. */
function withoutPort(address: string): string {
  const inBrackets = /^\[(.*)\](:\d+)?$/.exec(address)?.[1]
  return inBrackets ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

/** The eight groups of an IPv6 address, four digits each. */
function groupsOf(address: string): string[] {
  const [left = [], right] = address.split('::').map(half => half.split(':').flatMap(toGroups))
  const zeros = right === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0000')
  return [...left, ...zeros, ...(right ?? [])]
}

/** The last 32 bits may be written as an IPv4 address. */
function toGroups(part: string): string[] {
  if (part === '') return []
  if (!part.includes('.')) return [part.padStart(4, '0')]
  const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number)
  return [a * 256 + b, c * 256 + d].map(group => group.toString(16).padStart(4, '0'))
}
