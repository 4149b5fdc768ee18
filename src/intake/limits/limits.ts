/** A token bucket: `burst` at once, then `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number }

/** Beyond this many callers the longest unseen is forgotten: memory stays bounded under a flood of addresses. */
const MOST_KEPT = 50_000
/** Each use looks at this many of the longest unseen, and forgets those of whom nothing need be known any more. */
const LOOKED_AT = 2
/** What is left of a count when it no longer tells anybody apart from a stranger. */
const NEXT_TO_NOTHING = 1 / 8

/** What is kept of each name, in the order of last use: a flood of addresses takes memory for as long as it must. */
class Recent<T extends { readonly at: number }> {
  readonly #isOver: (kept: T) => boolean
  readonly #kept = new Map<string, T>()

  /** @param isOver whether a name is as one that never came */
  constructor(isOver: (kept: T) => boolean) {
    this.#isOver = isOver
  }

  get size(): number {
    return this.#kept.size
  }

  get(name: string): T | undefined {
    return this.#kept.get(name)
  }

  keep(name: string, value: T): void {
    this.#kept.delete(name) // so that the order of the map is the order of last use
    this.#kept.set(name, value)
    let looked = 0
    for (const [oldest, kept] of this.#kept) {
      if (looked++ >= LOOKED_AT || !(this.#kept.size > MOST_KEPT || this.#isOver(kept))) return
      this.#kept.delete(oldest)
    }
  }
}

/** Token buckets, one a caller, in memory only. `now` in ms since 1970. */
export class Buckets {
  readonly #rate: Rate
  readonly #now: () => number
  readonly #kept: Recent<{ readonly tokens: number; readonly at: number }>

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
    this.#kept = new Recent(bucket => this.#has(bucket) >= rate.burst)
  }

  /** How many callers it keeps something of. */
  get size(): number {
    return this.#kept.size
  }

  /** Takes `tokens` (one by default). @returns 0, or after how many whole seconds to come again. */
  take(name: string, tokens = 1): number {
    const { burst, perSecond } = this.#rate
    const before = this.#kept.get(name)
    const has = before ? this.#has(before) : burst
    const enough = has >= tokens
    this.#kept.keep(name, { tokens: enough ? has - tokens : has, at: this.#now() })
    return enough ? 0 : Math.max(1, Math.ceil((tokens - has) / perSecond))
  }

  #has({ tokens, at }: { readonly tokens: number; readonly at: number }): number {
    const { burst, perSecond } = this.#rate
    return Math.min(burst, tokens + (Math.max(0, this.#now() - at) / 1000) * perSecond)
  }
}

/** How much has lately got in: a count per name that halves every `halfLifeMs`. `calm` of it is ordinary use. */
export class Pressure {
  readonly #calm: number
  readonly #halfLifeMs: number
  readonly #now: () => number
  readonly #kept: Recent<{ readonly count: number; readonly at: number }>

  constructor({ calm, halfLifeMs }: { calm: number; halfLifeMs: number }, now: () => number) {
    this.#calm = calm
    this.#halfLifeMs = halfLifeMs
    this.#now = now
    this.#kept = new Recent(kept => this.#left(kept) < NEXT_TO_NOTHING)
  }

  /** How many names it keeps a count of. */
  get size(): number {
    return this.#kept.size
  }

  add(name: string): void {
    this.#kept.keep(name, { count: this.#count(name) + 1, at: this.#now() })
  }

  /** 0 in ordinary use by `callers`, 1 at the double of it, 2 at the fourfold, and what lies between. */
  doublings(name: string, callers = 1): number {
    return Math.log2(Math.max(1, this.#count(name) / (this.#calm * callers)))
  }

  #count(name: string): number {
    const kept = this.#kept.get(name)
    return kept ? this.#left(kept) : 0
  }

  #left({ count, at }: { readonly count: number; readonly at: number }): number {
    return count * 2 ** (-Math.max(0, this.#now() - at) / this.#halfLifeMs)
  }
}
