import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { mutantsIn, type Tried } from './mutants.ts'

/** So many changes a process tries out: the modules of each stay in memory until it ends. */
const AT_ONCE = 80
/** Milliseconds without a word, after which a change has made something that does not end. */
const PATIENCE = 180_000

/** Tries every change to a folder of the core out, against the tests of that folder. */
export async function tryCore(folder: string): Promise<readonly Tried[]> {
  const mutants = mutantsIn(folder)
  const tried: Tried[] = []
  while (tried.length < mutants.length) {
    const before = tried.length
    const end = await some(folder, before, outcome => {
      const mutant = mutants[tried.length]
      if (mutant) tried.push({ mutant, outcome })
    })
    const stuck = mutants[tried.length]
    if (end === 'endless' && stuck) tried.push({ mutant: stuck, outcome: 'noticed' })
    if (tried.length === before) throw new Error(`${folder}: nothing was tried out from ${before} on`)
  }
  return tried
}

function some(
  folder: string,
  from: number,
  onOutcome: (outcome: Tried['outcome']) => void,
): Promise<'done' | 'endless'> {
  return new Promise((resolve, reject) => {
    const args = [
      '--import',
      'tsx',
      join(import.meta.dirname, 'try-core.ts'),
      folder,
      `${from}`,
      `${AT_ONCE}`,
    ]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let isReady = false
    let isEndless = false
    const kill = (): void => {
      isEndless = isReady
      child.kill('SIGKILL')
    }
    let timer = setTimeout(kill, 2 * PATIENCE)
    createInterface({ input: child.stdout }).on('line', line => {
      clearTimeout(timer)
      timer = setTimeout(kill, PATIENCE)
      const said = JSON.parse(line) as { ready: true } | { outcome: Tried['outcome'] }
      if ('outcome' in said) onOutcome(said.outcome)
      else isReady = true
    })
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(timer)
      if (code === 0) resolve('done')
      else if (isEndless) resolve('endless')
      else reject(new Error(`${folder}: ended with ${code ?? 'a signal'}`))
    })
  })
}
