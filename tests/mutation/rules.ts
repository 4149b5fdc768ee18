// Changes the code one small thing at a time and asks whether the tests notice.
// npx tsx tests/mutation/rules.ts [folder or file …]   (without one part of `npm run test:all`: those with a floor)
import { tryEligibility } from './eligibility.ts'
import { whyEquivalent } from './equivalent.ts'
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
 * It may rise and not fall. What a folder has no floor for yet may have one for a file.
 */
const floors: Readonly<Record<string, number>> = {
  'core/eligibility': 100,
  'core/request': 100,
  'app/outbox': 100,
  'core/sealing/return-code.ts': 100,
  'core/sealing/envelope.ts': 100,
  'core/sealing/seal.ts': 100,
  'core/sealing/open.ts': 100,
  'core/sealing/padding.ts': 100,
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const asked = process.argv.slice(2)
for (const path of asked.length > 0 ? asked : Object.keys(floors)) {
  const folder = Object.keys(folders).find(one => path === one || path.startsWith(`${one}/`))
  const tried = folder === undefined ? undefined : await folders[folder]?.(path)
  if (folder === undefined || !tried)
    throw new Error(`${path} is in none of ${Object.keys(folders).join(', ')}`)
  const count = { noticed: 0, broken: 0, 'not noticed': 0, equivalent: 0 }
  for (const { mutant, outcome } of tried) {
    const why = whyEquivalent(mutant)
    const { file, line, was, becomes } = mutant
    const change = `${file}:${line}: ${was} -> ${becomes}`
    if (outcome === 'not noticed')
      print(why === undefined ? `not noticed: ${change}` : `does nothing: ${change}: ${why}`)
    // A reason that no longer holds hides what comes later at the same place.
    else if (why !== undefined) {
      print(`noticed, though it should do nothing: ${change}: ${why}`)
      process.exitCode = 1
    }
    count[outcome === 'not noticed' && why !== undefined ? 'equivalent' : outcome] += 1
  }
  const share = (1 - count['not noticed'] / (tried.length - count.equivalent)) * 100
  print(
    `${path}: of ${tried.length} changes ${count.noticed} are refused by the tests, ${count.broken} do not run at all, ` +
      `${count.equivalent} do nothing, ${count['not noticed']} are not noticed (${share.toFixed(1)} % noticed)`,
  )
  const floor = floors[path] ?? floors[folder] ?? 100
  if (share < floor) {
    print(`${path}: ${floor} % must be noticed`)
    process.exitCode = 1
  }
}
