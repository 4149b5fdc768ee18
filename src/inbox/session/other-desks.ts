/** The lock that every window holds in which a desk stands open (Web Locks API). */
const NAME = 'desk'

/** Notes that a desk stands open in this window. Returns how to take the note back. */
export function noteDesk(): () => void {
  let close = (): void => undefined
  const closed = new Promise<void>(done => {
    close = done
  })
  locks()
    ?.request(NAME, { mode: 'shared' }, () => closed)
    .catch(reportError)
  return close
}

/**
 * Whether a desk stands open in another window of this browser: they share a session. Asked while this one's is noted.
 * False where the browser does not say.
 */
export async function isDeskElsewhere(): Promise<boolean> {
  const { held = [] } = (await locks()?.query()) ?? {}
  return held.filter(({ name }) => name === NAME).length > 1
}

/** Not every browser has them, whatever its types say. */
const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks
