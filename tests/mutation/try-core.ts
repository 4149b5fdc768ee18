// Tries changes to a folder of the core out, from the one with a given number on, and prints a line for each: started by core.ts.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { begin, loaded, NeedsVitest } from './in-process.ts'
import { mutantsIn, type Outcome } from './mutants.ts'

const [folder = '', from = '0', count = '1'] = process.argv.slice(2)
const root = join(import.meta.dirname, '../..')
/** Inside the house, so that `#municipality` and packages are found. */
const copies = join(root, '.cache/mutants-of', folder)

/** All beside one entry of a folder, as links to what they are. */
function linkBeside(path: string, copy: string, but: string): void {
  mkdirSync(join(copy, path), { recursive: true })
  for (const name of readdirSync(join(root, path)))
    if (name !== but) symlinkSync(join(root, path, name), join(copy, path, name))
}

const here = `'${join(import.meta.dirname, 'in-process.ts')}'`

/** A copy of the folder and its tests, in which one file is changed; the tests take vitest from this process. */
function copyWith(name: string, file: string, source: string): string {
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
  writeFileSync(join(copy, 'src', file), source)
  return copy
}

const strays: unknown[] = []
process.on('unhandledRejection', reason => {
  strays.push(reason)
})

let lastFault: unknown

/** Why a test of a file fails; null when all agree. A file that does not load is broken. */
async function faultIn(path: string): Promise<Exclude<Outcome, 'not noticed'> | null> {
  begin()
  strays.length = 0
  try {
    await import(pathToFileURL(path).href)
  } catch (error) {
    // Whatever it throws, the tests would fail by it.
    lastFault = error
    return 'broken'
  }
  for (const { run } of loaded()) {
    try {
      await run()
    } catch (error) {
      lastFault = error
      if (!(error instanceof NeedsVitest)) return 'noticed'
    }
    if (strays.length > 0) return 'noticed'
  }
  return null
}

/** Tests that take seconds, or read a file by its place, with the files whose changes are put to them; all others are asked about every file. */
const slow: Readonly<Record<string, readonly string[]>> = {
  'age-vectors.test.ts': [],
  'crisis.test.ts': ['crisis.ts'],
  'envelope.test.ts': ['envelope.ts', 'open.ts', 'padding.ts', 'errors.ts', 'hybrid-key.ts'],
  'hostile.test.ts': [],
  'hostile-staff.test.ts': [],
  'locked-key.test.ts': ['locked-key.ts', 'passphrase.ts'],
  'page.test.ts': [],
  'phone.test.ts': ['phone.ts'],
  'return-code.test.ts': ['return-code.ts'],
  'seal.test.ts': ['seal.ts', 'padding.ts', 'open.ts', 'recipients.ts', 'hybrid-key.ts'],
  'team.test.ts': ['team.ts', 'team-entry.ts', 'team-signing.ts', 'keys-file.ts', 'ed25519.ts'],
  'thread.test.ts': ['thread.ts', 'rows.ts', 'message.ts', 'write-message.ts', 'place.ts', 'author.ts'],
}
const testsOf = readdirSync(join(root, 'tests', folder)).filter(name => name.endsWith('.test.ts'))

/** The tests that a change to a file is put to: those of the same name first, the slow ones last. */
function testsFor(path: string): string[] {
  const file = path.replace(/.*\//, '')
  const own = file.replace(/\.ts$/, '.test.ts')
  const rank = (name: string): number => (name === own ? 0 : name in slow ? 2 : 1)
  return testsOf.filter(name => slow[name]?.includes(file) ?? true).toSorted((a, b) => rank(a) - rank(b))
}

const mutants = mutantsIn(folder)
const [first] = mutants
if (!first) throw new Error(`nothing to change in ${folder}`)
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

rmSync(copies, { recursive: true, force: true })
const unchanged = copyWith('unchanged', first.file, readFileSync(join(root, 'src', first.file), 'utf8'))
for (const name of testsOf.filter(one => slow[one]?.length !== 0)) {
  const fault = await faultIn(join(unchanged, 'tests', folder, name))
  // The code as it is must pass here, or "noticed" would mean nothing.
  if (fault !== null)
    throw new Error(`${name}: the unchanged code comes out as ${fault}`, { cause: lastFault })
}
print({ ready: true })

const until = Math.min(mutants.length, Number(from) + Number(count))
for (const [number, mutant] of mutants.entries()) {
  if (number < Number(from) || number >= until) continue
  const copy = copyWith(String(number), mutant.file, mutant.source)
  let outcome: Outcome = 'not noticed'
  for (const name of testsFor(mutant.file)) {
    outcome = (await faultIn(join(copy, 'tests', folder, name))) ?? 'not noticed'
    if (outcome !== 'not noticed') break
  }
  rmSync(copy, { recursive: true })
  print({ number, outcome })
}
rmSync(dirname(unchanged), { recursive: true })
process.exit(0) // what a change has left running must not keep it from ending
