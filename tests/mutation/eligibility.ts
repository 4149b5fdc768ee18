import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { situation, withDefaults, type assess as Assess } from '../../src/core/eligibility/index.ts'
import type * as Rules from '../../src/core/eligibility/rules/index.ts'
import { examples, factsThatDiffer, faultsOf } from '../core/eligibility/examples/index.ts'
import { mutantsOf, type Mutant, type Outcome, type Tried } from './mutants.ts'

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
}

/** The same questions as the tests ask: cases.test.ts and rules.test.ts. */
function isNoticed({ assess, rules }: Changed): boolean {
  if (examples.some(example => faultsOf(example, assess).length > 0)) return true
  if (factsThatDiffer([...rules.everyone, ...rules.ownUse, ...rules.closeToAnother]).length > 0) return true
  return cases.some(({ inputs, expected }) => {
    const result = assess(withDefaults(situation.parse(inputs)), '2026-11-22')
    return (['offers', 'rights', 'deadlines', 'cautions'] as const).some(
      list => result[list].join() !== expected[list].join(),
    )
  })
}

async function tryOut(mutant: Pick<Mutant, 'file' | 'source'>, name: string): Promise<Outcome> {
  const copy = join(copies, name)
  cpSync(original, copy, { recursive: true })
  writeFileSync(join(copy, mutant.file), mutant.source)
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(copy, file)).href)
  try {
    const { assess } = (await load('assess.ts')) as Pick<Changed, 'assess'>
    const rules = (await load('rules/index.ts')) as typeof Rules
    return isNoticed({ assess, rules }) ? 'noticed' : 'not noticed'
  } catch {
    // Whatever it throws, the tests would fail by it.
    return 'broken'
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const read = (file: string): string => readFileSync(join(original, file), 'utf8')

/** Tries every change to the rules of the check out, against the cases and examples that the tests use. */
export async function tryEligibility(): Promise<readonly Tried[]> {
  const ruleFiles = readdirSync(join(original, 'rules')).map(name => `rules/${name}`)
  const mutants = ['assess.ts', 'certain.ts', 'limits.ts', ...ruleFiles].flatMap(file =>
    mutantsOf(file, read(file)),
  )
  rmSync(copies, { recursive: true, force: true })
  mkdirSync(copies, { recursive: true })
  // The rules ask `../facts` for their limits.
  symlinkSync(join(root, 'src/core/facts'), join(copies, 'facts'))

  // The rules as they are must pass here, or "noticed" would mean nothing.
  const unchanged = await tryOut({ file: 'assess.ts', source: read('assess.ts') }, 'unchanged')
  if (unchanged !== 'not noticed') throw new Error(`the unchanged rules come out as ${unchanged}`)
  const tried: Tried[] = []
  for (const [number, mutant] of mutants.entries())
    tried.push({ mutant, outcome: await tryOut(mutant, String(number)) })
  rmSync(copies, { recursive: true })
  return tried
}
