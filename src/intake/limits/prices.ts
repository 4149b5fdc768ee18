import type { Network } from './client.ts'
import { Pressure } from './limits.ts'
import type { ProofAct } from './proofs.ts'

const HOUR_MS = 3_600_000

export type Prices = {
  /** Doublings of the calm price that this caller is asked for now. */
  level(act: ProofAct, networks: readonly Network[]): number
  /** A proof got somebody in. */
  proved(networks: readonly Network[]): void
  /** A time was booked. */
  booked(networks: readonly Network[]): void
}

/**
 * What a proof costs now. All proofs get dearer with what this network, or all, lately got in by them; bookings also
 * with the times that were booked, by the hour: times are few, and all of them together must cost what nobody pays.
 *
 * No single act doubles a price twice: a proof that was solved for the price told is refused only when several others
 * got in meanwhile. Hence whole doublings are counted in the sum of the four pressures: counted in each, two of them
 * could take a step at once. An act adds most to a pressure that has just reached its calm: together
 * log2(5/4 · 101/100 · 4/3 · 13/12) = 0.87.
 */
export function createPrices(now: () => number): Prices {
  const ownProofs = new Pressure({ calm: 4, halfLifeMs: 600_000 }, now)
  const allProofs = new Pressure({ calm: 100, halfLifeMs: 120_000 }, now)
  const ownBookings = new Pressure({ calm: 3, halfLifeMs: HOUR_MS }, now)
  const allBookings = new Pressure({ calm: 12, halfLifeMs: HOUR_MS }, now)

  const highest = (pressure: Pressure, networks: readonly Network[]): number =>
    Math.max(...networks.map(({ name, callers }) => pressure.doublings(name, callers)))
  const addTo = (pressure: Pressure, networks: readonly Network[]): void => {
    for (const { name } of networks) pressure.add(name)
  }

  return {
    level(act, networks) {
      const proofs = highest(ownProofs, networks) + allProofs.doublings('')
      if (act === 'call') return Math.floor(proofs)
      return Math.floor(proofs + highest(ownBookings, networks) + allBookings.doublings(''))
    },
    proved(networks) {
      addTo(ownProofs, networks)
      allProofs.add('')
    },
    booked(networks) {
      addTo(ownBookings, networks)
      allBookings.add('')
    },
  }
}
