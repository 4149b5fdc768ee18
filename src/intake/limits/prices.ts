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
 */
export function createPrices(now: () => number): Prices {
  const ownProofs = new Pressure({ calm: 4, halfLifeMs: 600_000 }, now)
  const allProofs = new Pressure({ calm: 100, halfLifeMs: 120_000 }, now)
  const ownBookings = new Pressure({ calm: 3, halfLifeMs: HOUR_MS }, now)
  const allBookings = new Pressure({ calm: 12, halfLifeMs: HOUR_MS }, now)

  const highest = (pressure: Pressure, networks: readonly Network[]): number =>
    Math.max(...networks.map(({ name, callers }) => pressure.level(name, callers)))
  const addTo = (pressure: Pressure, networks: readonly Network[]): void => {
    for (const { name } of networks) pressure.add(name)
  }

  return {
    level(act, networks) {
      const proofs = highest(ownProofs, networks) + allProofs.level('')
      return act === 'call' ? proofs : proofs + highest(ownBookings, networks) + allBookings.level('')
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
