// Changes the code one small thing at a time and asks whether the tests notice.
// npx tsx tests/mutation/rules.ts [folder …]         (without a folder part of `npm run test:all`: those with a floor)
import { tryCore } from './core.ts'
import { tryEligibility } from './eligibility.ts'
import { whyEquivalent } from './equivalent.ts'
import type { Tried } from './mutants.ts'
import { tryOutbox } from './outbox.ts'

const folders: Readonly<Record<string, () => Promise<readonly Tried[]>>> = {
  'core/eligibility': tryEligibility,
  'core/sealing': () => tryCore('core/sealing'),
  'core/request': () => tryCore('core/request'),
  'app/outbox': tryOutbox,
}

/**
 * The share of a folder's changes that must be noticed, in percent, without those that `equivalent.ts` gives a reason for.
 * It may rise and not fall.
 */
const floors: Readonly<Record<string, number>> = {
  'core/eligibility': 100,
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const asked = process.argv.slice(2)
for (const folder of asked.length > 0 ? asked : Object.keys(floors)) {
  const tried = await folders[folder]?.()
  if (!tried) throw new Error(`${folder} is none of ${Object.keys(folders).join(', ')}`)
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
    `${folder}: of ${tried.length} changes ${count.noticed} are refused by the tests, ${count.broken} do not run at all, ` +
      `${count.equivalent} do nothing, ${count['not noticed']} are not noticed (${share.toFixed(1)} % noticed)`,
  )
  const floor = floors[folder] ?? 100
  if (share < floor) {
    print(`${folder}: ${floor} % must be noticed`)
    process.exitCode = 1
  }
}
