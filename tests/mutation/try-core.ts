// Tries changes to a folder of the core out, one for each message: started by workers.ts.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { begin, loaded, NeedsVitest } from './in-process.ts'
import type { Outcome } from './mutants.ts'
import type { Answer, Task } from './workers.ts'

const [folder = ''] = process.argv.slice(2)
const root = join(import.meta.dirname, '../..')
/** Inside the house, so that `#municipality` and packages are found. */
const copies = join(root, '.cache/mutants-of', folder, String(process.pid))

/** All beside one entry of a folder, as links to what they are. */
function linkBeside(path: string, copy: string, but: string): void {
  mkdirSync(join(copy, path), { recursive: true })
  for (const name of readdirSync(join(root, path)))
    if (name !== but) symlinkSync(join(root, path, name), join(copy, path, name))
}

const here = `'${join(import.meta.dirname, 'in-process.ts')}'`

/** A copy of the folder and its tests, in which one file is changed; the tests take vitest from this process. */
function copyWith(name: string, mutant: Task['mutant']): string {
  const copy = join(copies, name)
  mkdirSync(copy, { recursive: true })
  symlinkSync(join(root, 'locales'), join(copy, 'locales'))
  for (const kind of ['src', 'tests']) {
    linkBeside(kind, copy, 'core')
    linkBeside(`${kind}/core`, copy, folder.split('/')[1] ?? '')
    cpSync(join(root, kind, folder), join(copy, kind, folder), { recursive: true })
  }
  const tests = join(copy, 'tests', folder)
  for (const test of readdirSync(tests).filter(one => one.endsWith('.ts'))) {
    const text = readFileSync(join(tests, test), 'utf8')
    writeFileSync(join(tests, test), text.replace("'vitest'", here))
  }
  if (mutant) writeFileSync(join(copy, 'src', mutant.file), mutant.source)
  return copy
}

const strays: unknown[] = []
process.on('unhandledRejection', reason => {
  strays.push(reason)
})
process.on('uncaughtException', error => {
  strays.push(error)
})

/** Whether the tests of a file agree. A file that does not load is broken. */
async function outcomeOf(path: string): Promise<{ readonly outcome: Outcome; readonly fault?: unknown }> {
  begin()
  strays.length = 0
  let tests
  try {
    await import(pathToFileURL(path).href)
    tests = await loaded()
  } catch (fault) {
    // Whatever it throws, the tests would fail by it.
    return { outcome: 'broken', fault }
  }
  for (const { run } of tests) {
    try {
      await run()
    } catch (fault) {
      if (!(fault instanceof NeedsVitest)) return { outcome: 'noticed', fault }
    }
    if (strays.length > 0) return { outcome: 'noticed', fault: strays[0] }
  }
  return { outcome: 'not noticed' }
}

/** Tests that need no page around them: only vitest makes one. */
const withoutPage = (): string[] =>
  readdirSync(join(root, 'tests', folder)).filter(
    name =>
      name.endsWith('.test.ts') &&
      !readFileSync(join(root, 'tests', folder, name), 'utf8').startsWith('// In a document'),
  )

let number = 0

async function tryOut({ tests, mutant }: Task): Promise<Answer> {
  const copy = copyWith(String(number++), mutant)
  const took: Record<string, number> = {}
  try {
    for (const by of tests ?? withoutPage()) {
      const start = performance.now()
      const { outcome, fault } = await outcomeOf(join(copy, 'tests', folder, by))
      if (outcome !== 'not noticed' && !mutant) process.stderr.write(`${by}: ${String(fault)}\n`)
      if (outcome !== 'not noticed') return { outcome, by }
      took[by] = performance.now() - start
    }
    return { outcome: 'not noticed', took }
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
}

process.on('message', task => {
  void tryOut(task as Task).then(answer => process.send?.(answer))
})
// Nobody asks any more: what a change has left running must not keep it.
process.on('disconnect', () => process.exit())
