import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

const DAY_MS = 86_400_000

/** A network a caller belongs to, and how many callers' use it may have: a wider one has more of them in it. */
export type Network = { readonly name: string; readonly callers: number }

/** An IPv6 line has a /64 at least, often a /56, a house or a rented machine a /48 (RFC 6177). */
const WIDTHS = [
  { bits: 64, callers: 1 },
  { bits: 56, callers: 4 },
  { bits: 48, callers: 16 },
] as const

/**
 * Makes the names under which a caller's use is counted: HMACs of its networks under a random key that only this
 * process has and that changes each day. The address itself is kept nowhere, and no list of it can be made afterwards.
 *
 * @param now ms since 1970.
 */
export function createClientNames(now: () => number): (address: string) => Network[] {
  let day = Math.floor(now() / DAY_MS)
  let key = randomBytes(32)
  return address => {
    const present = Math.floor(now() / DAY_MS)
    if (present !== day) [day, key] = [present, randomBytes(32)]
    return networks(address).map(({ name, callers }) => ({
      name: createHmac('sha256', key).update(name).digest('base64url'),
      callers,
    }))
  }
}

/**
 * The networks one caller has, the narrowest first: a whole IPv4 address, or the first 64, 56 and 48 bits of an IPv6
 * one, of which a single line or phone has 2^64. Some proxies write the port beside it, which is another one for each
 * connection.
 */
export function networks(address: string): Network[] {
  const plain = withoutPort(address).replace(/%.*$/, '').toLowerCase()
  if (!isIPv6(plain)) return [{ name: plain, callers: 1 }]
  const groups = groupsOf(plain)
  // ::ffff:0:0/96 holds all of IPv4 (RFC 4291 §2.5.5.2).
  if (groups.slice(0, 6).join(':') === '0000:0000:0000:0000:0000:ffff') {
    const bytes = groups.slice(6).flatMap(group => [group.slice(0, 2), group.slice(2)])
    return [{ name: bytes.map(byte => Number.parseInt(byte, 16)).join('.'), callers: 1 }]
  }
  const first = groups.slice(0, 4).join('')
  return WIDTHS.map(({ bits, callers }) => ({ name: `${first.slice(0, bits / 4)}/${bits}`, callers }))
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
