/**
 * The browser will not do what was asked: it threw, rejected, did not answer, or does not have it at all. A DOMException,
 * as browsers throw for it themselves.
 */
export class Refused extends DOMException {
  override readonly cause: unknown
  constructor(message: string, cause?: unknown) {
    super(message, 'NotAllowedError')
    this.cause = cause
  }
}

/** No answer in time: whether the browser has what was asked for is not known, and it may be asked again. */
export class NoAnswer extends Refused {}

/** Milliseconds until a phone that did not answer is asked again, the first time and at most (decision 0049). */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** Milliseconds to wait before a phone that did not answer is asked again: doubled with each time it was asked for nothing. */
export const pauseBefore = (time: number): number => Math.min(FIRST_PAUSE * 2 ** (time - 1), LONGEST_PAUSE)

/** What a part of the browser answers at once; `otherwise` where it throws or is missing. */
export function orElse<T>(ask: () => T, otherwise: T): T {
  try {
    return ask()
  } catch {
    return otherwise // a refusal is an answer here: the caller does without
  }
}

/**
 * What a part of the browser answers within `patience` milliseconds.
 *
 * @throws Refused for whatever goes wrong; NoAnswer when there is none in time.
 */
export function inTime<T>(ask: () => T | PromiseLike<T>, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer('no answer in time'))
    }, patience)
    new Promise<T>(begin => {
      begin(ask())
    })
      .then(resolve, (cause: unknown) => {
        reject(cause instanceof Refused ? cause : new Refused('refused', cause))
      })
      .finally(() => {
        clearTimeout(timer)
      })
  })
}
