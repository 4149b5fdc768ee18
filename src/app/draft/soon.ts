/** Something to be done a little later, once for all the times it is asked for meanwhile. */
export type Soon = {
  /** @param after milliseconds, in place of the usual pause */
  readonly ask: (after?: number) => void
  /** At once, if it has been asked for. */
  readonly now: () => void
  readonly cancel: () => void
}

/** @param pause milliseconds from the first time it is asked for. */
export function soon(act: () => void, pause: number): Soon {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const run = (): void => {
    cancel()
    act()
  }
  return {
    ask: (after = pause) => {
      timer ??= setTimeout(run, after)
    },
    now: () => {
      if (timer !== undefined) run()
    },
    cancel,
  }
}
