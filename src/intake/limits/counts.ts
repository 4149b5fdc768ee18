import type { Network } from './client.ts'
import { Buckets, type Rate } from './limits.ts'

/** What is counted apart, so that guessing at mailboxes does not use up the right to ask for help. */
export type Lane = 'requests' | 'messages' | 'bookings' | 'mailbox' | 'sign-in' | 'other'

/** Ordinary use by one network (a home, or a whole school or hostel behind one address), and by one member of staff. */
const defaultRates: { readonly [L in Lane | 'everything' | 'member']: Rate } = {
  everything: { burst: 300, perSecond: 10 },
  requests: { burst: 10, perSecond: 1 / 30 },
  messages: { burst: 20, perSecond: 1 / 15 },
  bookings: { burst: 20, perSecond: 1 / 15 },
  mailbox: { burst: 60, perSecond: 1 / 2 },
  'sign-in': { burst: 30, perSecond: 1 / 2 },
  other: { burst: 300, perSecond: 10 },
  member: { burst: 600, perSecond: 20 },
}
/** What all networks together may write before each caller must prove work: far over a municipality's day. */
const defaultTogether: Rate = { burst: 120, perSecond: 2 }
/** Sign-ins by all together before each must prove work: a whole house in the morning, three times over. */
const defaultSignIns: Rate = { burst: 60, perSecond: 1 }

export type Rates = typeof defaultRates

/** A reading of an unknown mailbox costs this many more than a known one. */
const WRONG_TOKEN_COSTS = 4

export type Counts = {
  /** Counts a call of these networks. @returns 0, or after how many seconds to come again without a proof. */
  take(lane: Lane, networks: readonly Network[]): number
  /** Counts a call of a member. @returns 0, or after how many seconds to come again. */
  takeMember(member: string): number
  /** Counts a token that opened nothing. */
  wrongToken(networks: readonly Network[]): void
}

/** Counts calls by network and lane, by all together, and by member. @param options.now ms since 1970 */
export function createCounts(options: {
  readonly now: () => number
  readonly rates?: Partial<Rates>
  readonly together?: Rate
  readonly signIns?: Rate
}): Counts {
  const { now } = options
  const rates = { ...defaultRates, ...options.rates }
  const everything = new Buckets(rates.everything, now)
  const members = new Buckets(rates.member, now)
  const lanes = {
    requests: new Buckets(rates.requests, now),
    messages: new Buckets(rates.messages, now),
    bookings: new Buckets(rates.bookings, now),
    mailbox: new Buckets(rates.mailbox, now),
    'sign-in': new Buckets(rates['sign-in'], now),
    other: new Buckets(rates.other, now),
  }
  const writes = new Buckets(options.together ?? defaultTogether, now)
  const signIns = new Buckets(options.signIns ?? defaultSignIns, now)
  const together: { readonly [L in Lane]?: Buckets } = {
    requests: writes,
    messages: writes,
    bookings: writes,
    'sign-in': signIns,
  }

  return {
    take(lane, networks) {
      let wait = takeAll(everything, networks)
      if (wait === 0) wait = takeAll(lanes[lane], networks)
      // What one caller may not anyway is not taken from what all have together.
      if (wait === 0) wait = together[lane]?.take('') ?? 0
      return wait
    },
    takeMember: member => members.take(member),
    wrongToken(networks) {
      takeAll(lanes.mailbox, networks, WRONG_TOKEN_COSTS)
    },
  }
}

/** Takes from every network a caller belongs to. @returns 0, or the longest wait of them. */
function takeAll(buckets: Buckets, networks: readonly Network[], tokens = 1): number {
  return Math.max(...networks.map(({ name, callers }) => buckets.take(name, tokens / callers)))
}
