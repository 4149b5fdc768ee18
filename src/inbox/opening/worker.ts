import { solve } from '../../client/proof/solve.ts'
import { crisisWarmUps } from '../../core/request/index.ts'
import type { TeamKey } from '../../core/sealing/index.ts'
import type { OpenedRequest } from '../model/requests.ts'
import { makeCall } from '../shared/calling.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { unwrapAll } from './unwrap.ts'
import { openLacking, openOne, type Answer, type Part, type Wanted } from './lacking.ts'

// Fetches and opens beside the page. It keeps the team's keys and nothing of what it opened; the page ends it when the
// desk locks, and with it all that it holds.

/**
 * While somebody signs in, what is wrapped to them. Then the team's keys, once; then what is to be done, each with a
 * number.
 */
export type Task =
  | { readonly unwrap: readonly string[]; readonly identity: string }
  | { readonly teams: readonly TeamKey[] }
  | { readonly turn: number; readonly wanted: Wanted }
  | { readonly turn: number; readonly one: string }
/** `ready`: the program runs. `begun`: it has the team's keys. `unwrapped`: `null` for what does not open. */
export type Report =
  | 'ready'
  | 'begun'
  | { readonly unwrapped: readonly (TeamKey | null)[] }
  | { readonly turn: number; readonly part: Part }
  | { readonly turn: number; readonly done: Answer | OpenedRequest }
  | { readonly turn: number; readonly failed: Failure }

/** While somebody signs in, one after the other; from then on opening gets the patterns ready that it needs. */
function warmUp([first, ...others]: typeof crisisWarmUps): void {
  if (!first) return
  setTimeout(() => {
    if (teams.length > 0) return
    first()
    warmUp(others)
  })
}
warmUp(crisisWarmUps)

/** Already beside the page: a proof of work is solved where it is asked for. */
const call = makeCall(solve)
let teams: readonly TeamKey[] = []

const report = (what: Report): void => {
  postMessage(what)
}

async function run(task: Extract<Task, { readonly turn: number }>): Promise<void> {
  const { turn } = task
  try {
    const done =
      'one' in task
        ? await openOne(call, teams, task.one)
        : await openLacking(call, teams, task.wanted, part => {
            report({ turn, part })
          })
    report({ turn, done })
  } catch (error) {
    report({ turn, failed: failureOf(error) })
  }
}

/** What breaks here is not answered: the page waits for a while, and unwraps by itself. */
async function unwrap(wrapped: readonly string[], identity: string): Promise<void> {
  report({ unwrapped: await unwrapAll(wrapped, { identity }) })
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  if ('unwrap' in data) void unwrap(data.unwrap, data.identity)
  else if ('teams' in data) {
    teams = data.teams
    report('begun')
  } else void run(data)
})
report('ready')
