// Changes the rules one small thing at a time and asks whether the tests notice.
// npx tsx tests/mutation/rules.ts         (part of `npm run test:all`)
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { situation, withDefaults, type assess as Assess } from '../../src/core/eligibility/index.ts'
import type { figureOf as FigureOf } from '../../src/core/eligibility/limits.ts'
import type * as Rules from '../../src/core/eligibility/rules/index.ts'
import { examples, factsThatDiffer, faultsOf } from '../core/eligibility/examples/index.ts'
import { mutantsOf, type Mutant } from './mutants.ts'
import { equivalent } from './equivalent.ts'

const root = join(import.meta.dirname, '../..')
const original = join(root, 'src/core/eligibility')
/** Inside the house, so that `#municipality` is found; as deep as `src/core`, so that relative paths hold. */
const copies = join(root, '.cache/mutants')

type Case = {
  readonly inputs: unknown
  readonly expected: Readonly<Record<'offers' | 'rights' | 'deadlines' | 'cautions', readonly string[]>>
}
const casesFile = join(root, 'tests/core/eligibility/cases.json')
const cases = JSON.parse(readFileSync(casesFile, 'utf8')) as readonly Case[]

type Changed = {
  readonly assess: typeof Assess
  readonly rules: typeof Rules
  readonly figureOf: typeof FigureOf
}

/** The same questions as the tests ask: cases.test.ts, rules.test.ts and "Figures" of limits.test.ts. */
function isNoticed({ assess, rules, figureOf }: Changed): boolean {
  if (examples.some(example => faultsOf(example, assess).length > 0)) return true
  if (factsThatDiffer([...rules.everyone, ...rules.ownUse, ...rules.closeToAnother]).length > 0) return true
  if (!throwsAt(() => figureOf('complaint-drugs-4-weeks', 'min'))) return true
  return cases.some(({ inputs, expected }) => {
    const result = assess(withDefaults(situation.parse(inputs)), '2026-11-22')
    return (['offers', 'rights', 'deadlines', 'cautions'] as const).some(
      list => result[list].join() !== expected[list].join(),
    )
  })
}

function throwsAt(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch {
    // That it throws is what is asked here.
    return true
  }
}

async function notices(mutant: Mutant, number: number): Promise<boolean> {
  const copy = join(copies, String(number))
  cpSync(original, copy, { recursive: true })
  writeFileSync(join(copy, mutant.file), mutant.source)
  const load = (name: string): Promise<unknown> => import(pathToFileURL(join(copy, name)).href)
  try {
    const { assess } = (await load('assess.ts')) as Pick<Changed, 'assess'>
    const { figureOf } = (await load('limits.ts')) as Pick<Changed, 'figureOf'>
    const rules = (await load('rules/index.ts')) as typeof Rules
    return isNoticed({ assess, figureOf, rules })
  } catch {
    // A mutant that cannot start, or throws on a situation, fails every test.
    return true
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const files = [
  'assess.ts',
  'told.ts',
  'limits.ts',
  ...readdirSync(join(original, 'rules')).map(name => `rules/${name}`),
]
const mutants = files.flatMap(file => mutantsOf(file, readFileSync(join(original, file), 'utf8')))
const nameOf = ({ file, was, becomes }: Mutant): string => `${file}: ${was} -> ${becomes}`

rmSync(copies, { recursive: true, force: true })
mkdirSync(copies, { recursive: true })
const unnoticed: Mutant[] = []
for (const [number, mutant] of mutants.entries()) if (!(await notices(mutant, number))) unnoticed.push(mutant)
rmSync(copies, { recursive: true })

const survivors = unnoticed.filter(mutant => !(nameOf(mutant) in equivalent))
const unused = Object.keys(equivalent).filter(name => !unnoticed.some(mutant => nameOf(mutant) === name))
const same = unnoticed.length - survivors.length
const share = ((mutants.length - unnoticed.length) / (mutants.length - same)) * 100

for (const mutant of survivors) console.log(`not noticed: line ${mutant.line} of ${nameOf(mutant)}`)
for (const name of unused) console.log(`listed as equivalent, but is noticed or gone: ${name}`)
console.log(
  `${mutants.length} changes to the rules: ${mutants.length - unnoticed.length} noticed, ` +
    `${same} change nothing (tests/mutation/equivalent.ts), ${survivors.length} not noticed (${share.toFixed(1)} %)`,
)
if (survivors.length + unused.length > 0) process.exitCode = 1
