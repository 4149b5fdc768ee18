/** A token bucket: `burst` at once, then `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number }

/** Beyond this many callers the longest unseen is forgotten: memory stays bounded under a flood of addresses. */
const MOST_KEPT = 50_000

/** Token buckets, one a caller, in memory only. `now` in ms since 1970. */
export class Buckets {
  readonly #rate: Rate
  readonly #now: () => number
  readonly #kept = new Map<string, { tokens: number; at: number }>()

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  /** Takes `tokens` (one by default). @returns 0, or after how many whole seconds to come again. */
  take(name: string, tokens = 1): number {
    const { burst, perSecond } = this.#rate
    const now = this.#now()
    const before = this.#kept.get(name)
    const gained = before ? (Math.max(0, now - before.at) / 1000) * perSecond : 0
    const has = before ? Math.min(burst, before.tokens + gained) : burst
    const enough = has >= tokens
    this.#keep(name, { tokens: enough ? has - tokens : has, at: now })
    return enough ? 0 : Math.max(1, Math.ceil((tokens - has) / perSecond))
  }

  #keep(name: string, bucket: { tokens: number; at: number }): void {
    this.#kept.delete(name) // so that the order of the map is the order of last use
    this.#kept.set(name, bucket)
    if (this.#kept.size <= MOST_KEPT) return
    const oldest = this.#kept.keys().next()
    if (!oldest.done) this.#kept.delete(oldest.value)
  }
}

/**
 * How much has lately got in: a count per name that halves every `halfLifeMs`. `calm` of it is ordinary use; each
 * doubling beyond is one level.
 */
export class Pressure {
  readonly #calm: number
  readonly #halfLifeMs: number
  readonly #now: () => number
  readonly #kept = new Map<string, { count: number; at: number }>()

  constructor({ calm, halfLifeMs }: { calm: number; halfLifeMs: number }, now: () => number) {
    this.#calm = calm
    this.#halfLifeMs = halfLifeMs
    this.#now = now
  }

  add(name: string): void {
    const count = this.#count(name) + 1
    this.#kept.delete(name)
    this.#kept.set(name, { count, at: this.#now() })
    if (this.#kept.size <= MOST_KEPT) return
    const oldest = this.#kept.keys().next()
    if (!oldest.done) this.#kept.delete(oldest.value)
  }

  /** 0 in ordinary use by so many callers, 1 at the double of it, 2 at the fourfold … */
  level(name: string, callers = 1): number {
    return Math.max(0, Math.floor(Math.log2(Math.max(1, this.#count(name) / (this.#calm * callers)))))
  }

  #count(name: string): number {
    const kept = this.#kept.get(name)
    return kept ? kept.count * 2 ** (-Math.max(0, this.#now() - kept.at) / this.#halfLifeMs) : 0
  }
}
