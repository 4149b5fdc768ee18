import { solve } from '../../client/proof/solve.ts'
import { crisisWarmUps } from '../../core/request/index.ts'
import type { TeamKey } from '../../core/sealing/index.ts'
import type { OpenedRequest } from '../model/requests.ts'
import { makeCall } from '../shared/calling.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { perform, type Craft } from './crafts.ts'
import { openLacking, openOne, type Answer, type Part, type Wanted } from './lacking.ts'
import { unpacked } from './packed.ts'
import { slicing } from './slicing.ts'

// Fetches and opens beside the page. It keeps the team's keys and nothing of what it opened; the page ends it when the
// desk locks, and with it all that it holds.

/**
 * What the page would stand still for, as soon as somebody signs in; the team's keys, once; then what is to be fetched and
 * opened. Each has a number.
 */
export type Task =
  | { readonly turn: number; readonly craft: Craft; readonly input: unknown }
  | { readonly teams: readonly TeamKey[] }
  | { readonly turn: number; readonly wanted: PackedWanted }
  | { readonly turn: number; readonly one: string }
/** As `Wanted`, with `have` as `packed` makes it. */
export type PackedWanted = Omit<Wanted, 'have'> & { readonly have: string }
/** `ready`: the program runs. `begun`: it has the team's keys. `crafted`: the turn; without `made` where it failed. */
export type Report =
  | 'ready'
  | 'begun'
  | { readonly crafted: number; readonly made: unknown }
  | { readonly crafted: number }
  | { readonly turn: number; readonly part: Part }
  | { readonly turn: number; readonly done: Answer | OpenedRequest }
  | { readonly turn: number; readonly failed: Failure }

/** Already beside the page: a proof of work is solved where it is asked for. */
const call = makeCall(solve)
let teams: readonly TeamKey[] = []

const report = (what: Report): void => {
  postMessage(what)
}

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

async function run(
  task: Extract<Task, { readonly wanted: PackedWanted } | { readonly one: string }>,
): Promise<void> {
  const { turn } = task
  try {
    const done =
      'one' in task
        ? await openOne(call, teams, task.one)
        : await openLacking(
            call,
            teams,
            { ...task.wanted, have: unpacked(task.wanted.have) },
            part => {
              report({ turn, part })
            },
            // What is asked for meanwhile has its turn.
            slicing(),
          )
    report({ turn, done })
  } catch (error) {
    report({ turn, failed: failureOf(error) })
  }
}

/** What fails here is done again by the page, which then knows why. */
async function work({ turn, craft, input }: Extract<Task, { readonly craft: Craft }>): Promise<void> {
  try {
    // Sound: the page sends a craft with its own input.
    report({ crafted: turn, made: await perform(craft, input as never) })
  } catch {
    report({ crafted: turn })
  }
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  if ('craft' in data) void work(data)
  else if ('teams' in data) {
    teams = data.teams
    report('begun')
  } else void run(data)
})
report('ready')
