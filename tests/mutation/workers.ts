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
/** Milliseconds without an answer, after which a change has made something that does not end. */
const PATIENCE = 120_000

/** A process that tries changes out, one at a time. A new one takes its place when it has ended. */
class Worker {
  #child: ChildProcess | null = null
  #count = 0

  readonly #script: string
  readonly #folder: string

  constructor(script: string, folder: string) {
    this.#script = script
    this.#folder = folder
  }

  /** @returns null when the process ended, or was ended because it gave no answer */
  async ask(task: Task): Promise<Answer | null> {
    if (this.#count++ % AT_ONCE === 0) this.end()
    const child = (this.#child ??= fork(join(import.meta.dirname, this.#script), [this.#folder], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }))
    return new Promise(resolve => {
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      const settle = (answer: Answer | null): void => {
        clearTimeout(timer)
        child.removeAllListeners()
        if (answer === null) this.#child = null
        resolve(answer)
      }
      child.once('message', answer => {
        settle(answer as Answer)
      })
      child.once('exit', () => {
        settle(null)
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
          // What ends the process twice, or never ends, would fail the tests as well.
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
