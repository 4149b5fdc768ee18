/** What can be done beside a page: by name, with plain data in and out. */
type Crafts = Readonly<Record<string, (given: never) => unknown>>
/** Does one of them. @throws whatever it throws */
export type Perform<C extends Crafts> = <K extends keyof C & string>(
  craft: K,
  input: Parameters<C[K]>[0],
) => Promise<Awaited<ReturnType<C[K]>>>

export type Task = { readonly turn: number; readonly craft: string; readonly input: unknown }
/** `ready`: the program runs. `begun`: it works on what it was given. Without `made` the turn has failed. */
export type Report = 'ready' | 'begun' | { readonly turn: number; readonly made?: unknown }

/** Milliseconds in which a worker must have begun, and be done; after that the page does it by itself. */
const BEGUN = 10_000
const DONE = 60_000
/** Workers that broke or could not be fetched before the page asks for no more; one that never answers is enough. */
const MOST_BROKEN = 5

/** The page ended the worker before it was done: nobody waits any more. */
export class Ended extends Error {
  override readonly name = 'Ended'
}

type Waiting = {
  readonly made: (value: unknown) => void
  readonly failed: (why: Error) => void
  /** The same on the page's own thread. */
  readonly here: () => void
}

/**
 * Does beside a page, in one worker that is made when it is near and kept until `end`, what the page would stand still for.
 * Where the browser has none, or it cannot be fetched, says nothing, breaks or fails, the page does it: the outcome is the same.
 *
 * @param start gives the worker; throws where there is none
 * @param here what the page does it with: `fetch` asks for its script in advance
 */
export function besidePage<C extends Crafts>(
  start: () => Worker,
  here: { readonly fetch: () => void; readonly perform: Perform<C> },
): { readonly prepare: () => void; readonly perform: Perform<C>; readonly end: () => void } {
  let worker: Worker | null = null
  let broken = 0
  let turns = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting = new Map<number, Waiting>()

  const drop = (): Waiting[] => {
    clearTimeout(timer)
    try {
      worker?.terminate()
    } catch {
      // Refused, as in the rows of the refusals' test: the page ends it.
    }
    worker = null
    const left = [...waiting.values()]
    waiting.clear()
    return left
  }
  const breakOff = (counts: number): void => {
    broken += counts
    here.fetch()
    for (const one of drop()) one.here()
  }
  const hear = (data: Report): void => {
    clearTimeout(timer)
    if (typeof data === 'object') {
      const one = waiting.get(data.turn)
      waiting.delete(data.turn)
      if ('made' in data) one?.made(data.made)
      else one?.here()
    }
    if (waiting.size > 0) timer = setTimeout(breakOff, data === 'ready' ? BEGUN : DONE, MOST_BROKEN)
  }
  const prepare = (): Worker | null => {
    if (worker || broken >= MOST_BROKEN) return worker
    try {
      const made = (worker = start())
      made.addEventListener('message', ({ data }: MessageEvent<Report>) => {
        if (worker === made) hear(data)
      })
      made.addEventListener('error', () => {
        if (worker === made) breakOff(1)
      })
    } catch {
      // Refused, or unknown to this browser: the page does it by itself.
      broken = MOST_BROKEN
      drop()
      here.fetch()
    }
    return worker
  }
  return {
    prepare,
    perform(craft, input) {
      const beside = prepare()
      if (!beside) return here.perform(craft, input)
      return new Promise((made, failed) => {
        const turn = ++turns
        waiting.set(turn, {
          // Sound: the worker answers a task with what that task gives.
          made: made as (value: unknown) => void,
          failed,
          here: () => {
            here.perform(craft, input).then(made, failed)
          },
        })
        if (waiting.size === 1) timer = setTimeout(breakOff, BEGUN, MOST_BROKEN)
        try {
          beside.postMessage({ turn, craft, input } satisfies Task)
        } catch {
          breakOff(1) // what cannot be spoken to is none
        }
      })
    },
    end() {
      for (const one of drop()) one.failed(new Ended('ended'))
    },
  }
}
