import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Mutant, Outcome, Tried } from './mutants.ts'
import { Order } from './order.ts'
import { progressOf } from './progress.ts'

/** What a process is told to try: a change, or none, and the tests to put to it in their order, or all. */
export type Task = {
  readonly tests: readonly string[] | null
  readonly mutant: Pick<Mutant, 'file' | 'source'> | null
}
/** What came of it, the file of tests that noticed it, and else the milliseconds that each took. */
export type Answer = {
  readonly outcome: Outcome
  readonly by?: string
  readonly took?: Readonly<Record<string, number>>
}

/** So many processes: two cores is what a small machine has. `MUTATION_WORKERS` says otherwise. */
const workers = Number(process.env['MUTATION_WORKERS'] ?? 2)
/** So many changes a process tries out: the modules of each stay in memory until it ends. */
const AT_ONCE = 150
/**
 * Milliseconds without an answer after which something does not end: for the code as it is, and the least for a change. A
 * change has many times what the code as it is needed, for where the machine has become busy since.
 */
const PATIENCE = { unchanged: 900_000, change: 60_000, times: 8 }

/** A process that tries changes out, one at a time. A new one takes its place when it has ended. */
class Worker {
  #child: ChildProcess | null = null
  #count = 0
  patience = PATIENCE.unchanged

  readonly #script: string
  readonly #folder: string

  constructor(script: string, folder: string) {
    this.#script = script
    this.#folder = folder
  }

  /** @returns null when the process ended by itself; what does not end is broken, as its tests would be */
  async ask(task: Task): Promise<Answer | null> {
    if (this.#count++ % AT_ONCE === 0) this.end()
    const child = (this.#child ??= fork(join(import.meta.dirname, this.#script), [this.#folder], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }))
    return new Promise(resolve => {
      let isEndless = false
      const timer = setTimeout(() => {
        isEndless = true
        child.kill('SIGKILL')
      }, this.patience)
      const settle = (answer: Answer | null): void => {
        clearTimeout(timer)
        child.removeAllListeners()
        resolve(answer)
      }
      child.once('message', answer => {
        settle(answer as Answer)
      })
      child.once('exit', () => {
        this.#child = null
        settle(isEndless ? { outcome: 'broken' } : null)
      })
      child.send(task)
    })
  }

  end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}

/**
 * Tries changes to a folder out, against the tests of that folder.
 *
 * @param script what runs in each process
 */
export async function tryAll(
  script: 'try-core.ts' | 'try-outbox.ts',
  folder: string,
  mutants: readonly Mutant[],
): Promise<readonly Tried[]> {
  const all = Array.from({ length: Math.min(workers, mutants.length) }, () => new Worker(script, folder))
  try {
    const [first] = all
    const unchanged = await first?.ask({ tests: null, mutant: null })
    // The code as it is must pass here, or "noticed" would mean nothing.
    if (!unchanged?.took) throw new Error(`${folder}: the unchanged code does not pass: ${unchanged?.by}`)
    const order = new Order(unchanged.took)
    const whole = Object.values(unchanged.took).reduce((sum, ms) => sum + ms, 0)
    for (const worker of all) worker.patience = Math.max(PATIENCE.change, PATIENCE.times * whole)
    // And what cannot run must be noticed, for its own fault alone, or the changes do not reach the tests.
    const { file = '' } = mutants[0] ?? {}
    const broken = await first?.ask({ tests: order.for(file), mutant: { file, source: 'throw 0' } })
    const again = await first?.ask({ tests: order.for(file), mutant: null })
    if (broken?.by === undefined || again?.by !== undefined)
      throw new Error(`${folder}: what is changed does not reach the tests, or stays`)
    const outcomes: Outcome[] = []
    const progress = progressOf(folder, mutants.length)
    let next = 0
    await Promise.all(
      all.map(async worker => {
        while (next < mutants.length) {
          const number = next++
          const mutant = mutants[number]
          if (!mutant) break
          const { file, source } = mutant
          const task: Task = { tests: order.for(file), mutant: { file, source } }
          // What ends the process twice would end the tests as well.
          const answer = (await worker.ask(task)) ?? (await worker.ask(task))
          if (!answer) process.stderr.write(`… ${file}:${mutant.line}: no answer to ${mutant.becomes}\n`)
          const outcome = (outcomes[number] = answer?.outcome ?? 'broken')
          if (answer?.by !== undefined) order.noticed(file, answer.by)
          progress({ mutant, outcome })
        }
      }),
    )
    return mutants.map((mutant, number) => ({ mutant, outcome: outcomes[number] ?? 'not noticed' }))
  } finally {
    for (const worker of all) worker.end()
  }
}
