// Changes the code one small thing at a time and asks whether the tests notice.
// npx tsx tests/mutation/rules.ts [folder …]         (without a folder part of `npm run test:all`)
import { tryCore } from './core.ts'
import { tryEligibility } from './eligibility.ts'
import type { Tried } from './mutants.ts'
import { tryOutbox } from './outbox.ts'

const folders: Readonly<Record<string, () => Promise<readonly Tried[]>>> = {
  'core/eligibility': tryEligibility,
  'core/sealing': () => tryCore('core/sealing'),
  'core/request': () => tryCore('core/request'),
  'app/outbox': tryOutbox,
}

/** The others are asked for by name: what their tests do not notice is not all looked at yet. */
const always = ['core/eligibility']

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const asked = process.argv.slice(2)
for (const folder of asked.length > 0 ? asked : always) {
  const tried = await folders[folder]?.()
  if (!tried) throw new Error(`${folder} is none of ${Object.keys(folders).join(', ')}`)
  const count = { noticed: 0, broken: 0, 'not noticed': 0 }
  for (const { mutant, outcome } of tried) {
    count[outcome] += 1
    const { file, line, was, becomes } = mutant
    if (outcome === 'not noticed') print(`not noticed: ${file}:${line}: ${was} -> ${becomes}`)
  }
  const share = (1 - count['not noticed'] / tried.length) * 100
  print(
    `${folder}: of ${tried.length} changes ${count.noticed} are refused by the tests, ${count.broken} do not run at all, ` +
      `${count['not noticed']} are not noticed (${share.toFixed(1)} % noticed)`,
  )
  if (count['not noticed'] > 0) process.exitCode = 1
}
