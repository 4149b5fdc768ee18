/** A part of a page that comes after its first question, in a script of its own. */
export type Later<T> = {
  /** Asks for it, once for all who ask. What could not be had is asked for again the next time. */
  readonly fetch: () => Promise<T>
  /** Null as long as it is not there. */
  readonly here: () => T | null
}

/** Something that is fetched once, when it is first asked for; a fetch that failed is made again by the next one who asks. */
export function later<T>(load: () => Promise<T>): Later<T> {
  let here: T | null = null
  let coming: Promise<T> | null = null
  return {
    fetch: () =>
      (coming ??= load().then(
        found => (here = found),
        (error: unknown) => {
          coming = null
          throw error
        },
      )),
    here: () => here,
  }
}
