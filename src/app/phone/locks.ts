import { inTime, orElse } from './refused.ts'

// The only door to the Web Locks API.

/** Milliseconds after which a lock that nobody grants is done without. */
const PATIENCE = 10_000

const manager = (): LockManager | undefined =>
  orElse(() => (navigator as { locks?: LockManager }).locks, undefined)

/** Does `act` while no other window or worker does one of the same name; where there are no locks, at once. */
export function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  const locks = manager()
  if (!locks) return act()
  return new Promise((resolve, reject) => {
    let begun = false
    const begin = async (): Promise<void> => {
      if (begun) return
      begun = true
      clearTimeout(timer)
      await act().then(resolve, reject)
    }
    const without = (): void => void begin()
    const timer = setTimeout(without, PATIENCE)
    Promise.resolve()
      .then(() => locks.request(name, begin))
      .catch(without)
  })
}

/** Holds a shared lock, which other windows can count, until the returned function is called or the page ends. */
export function hold(name: string): () => void {
  let letGo = (): void => undefined
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  orElse(() => manager()?.request(name, { mode: 'shared' }, () => held), undefined)?.catch(() => {
    // Refused: then no other window knows of it, as in a browser without locks.
  })
  return () => {
    letGo()
  }
}

/** How many locks of a name are held in all windows; 0 where that cannot be known. */
export async function countHeld(name: string): Promise<number> {
  try {
    const { held = [] } = await inTime(async () => (await manager()?.query()) ?? {}, 2_000)
    return held.filter(lock => lock.name === name).length
  } catch {
    return 0 // not to be known: as in a browser without locks
  }
}
