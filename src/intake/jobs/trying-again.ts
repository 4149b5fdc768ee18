/** Stops it; resolves when the try that is under way is over. */
export type Again = { stop(): Promise<void> }

/**
 * Tries each of some again every so often, one after another, until it succeeds.
 *
 * @param work gives whether it succeeded; it tells by itself why not, and never rejects
 */
export function tryAgain<T>(
  all: readonly T[],
  everyMs: number,
  work: (one: T, isStopped: () => boolean) => Promise<boolean>,
): Again {
  let left = all
  let isOver = false
  let trying: Promise<void> | null = null
  const isStopped = (): boolean => isOver

  async function tryAll(): Promise<void> {
    for (const one of left) {
      if (isOver) return
      if (await work(one, isStopped)) left = left.filter(other => other !== one)
    }
    if (left.length === 0) clearInterval(timer)
  }

  const timer = setInterval(() => {
    trying ??= tryAll().finally(() => {
      trying = null
    })
  }, everyMs)
  timer.unref()
  if (left.length === 0) clearInterval(timer)
  return {
    async stop() {
      isOver = true
      clearInterval(timer)
      await trying
    },
  }
}
