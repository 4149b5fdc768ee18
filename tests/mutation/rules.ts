// Changes the code one small thing at a time and asks whether the tests notice.
// npx tsx tests/mutation/rules.ts [folder or file …]   (without one part of `npm run test:all`: those with a floor)
import { tryEligibility } from './eligibility.ts'
import { judge } from './judge.ts'
import { mutantsIn, type Tried } from './mutants.ts'
import { tryAll } from './workers.ts'

/** How a folder is tried out; what is given is the folder or one file of it. */
const folders: Readonly<Record<string, (path: string) => Promise<readonly Tried[]>>> = {
  'core/eligibility': tryEligibility,
  'core/sealing': path => tryAll('try-core.ts', 'core/sealing', mutantsIn(path)),
  'core/request': path => tryAll('try-core.ts', 'core/request', mutantsIn(path)),
  'app/outbox': path => tryAll('try-outbox.ts', 'app/outbox', mutantsIn(path)),
}

/**
 * The share of a folder's changes that must be noticed, in percent, without those that `equivalent.ts` gives a reason for.
 * It may rise and not fall.
 */
const floors: Readonly<Record<string, number>> = {
  'core/eligibility': 100,
  'core/request': 100,
  'app/outbox': 100,
  'core/sealing': 100,
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const asked = process.argv.slice(2)
for (const path of asked.length > 0 ? asked : Object.keys(floors)) {
  const folder = Object.keys(folders).find(one => path === one || path.startsWith(`${one}/`))
  const tried = folder === undefined ? undefined : await folders[folder]?.(path)
  if (folder === undefined || !tried)
    throw new Error(`${path} is in none of ${Object.keys(folders).join(', ')}`)
  const { lines, isGood } = judge(path, tried, floors[path] ?? floors[folder] ?? 100)
  for (const line of lines) print(line)
  if (!isGood) process.exitCode = 1
}
