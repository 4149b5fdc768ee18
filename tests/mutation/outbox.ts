import { join } from 'node:path'
import { createVitest } from 'vitest/node'
import { mutantsIn, type Tried } from './mutants.ts'

const root = join(import.meta.dirname, '../..')
const folder = 'app/outbox'

/**
 * Tries every change to the outbox out, against its tests. They put fakes in the place of modules and need a browser's
 * things, so vitest runs them; the changed file is handed to it as it is loaded.
 */
export async function tryOutbox(): Promise<readonly Tried[]> {
  let changed: { readonly path: string; readonly source: string } | null = null
  const vitest = await createVitest(
    'test',
    {
      root,
      watch: false,
      bail: 1,
      reporters: [{}],
      pool: 'threads',
      maxWorkers: 1,
      isolate: false,
      coverage: { enabled: false },
    },
    {
      plugins: [
        {
          name: 'changed-file',
          enforce: 'pre',
          load: id => (id.split('?')[0] === changed?.path ? changed?.source : null),
        },
      ],
    },
  )
  const tests = (await vitest.globTestSpecifications()).filter(({ moduleId }) =>
    moduleId.startsWith(join(root, 'tests', folder)),
  )
  const isNoticed = async (): Promise<boolean> => {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests)
    return unhandledErrors.length > 0 || testModules.some(module => !module.ok())
  }
  // The outbox as it is must pass here, or "noticed" would mean nothing.
  if (tests.length === 0 || (await isNoticed())) throw new Error('the unchanged outbox does not pass')
  const tried: Tried[] = []
  for (const mutant of mutantsIn(folder)) {
    const path = join(root, 'src', mutant.file)
    changed = { path, source: mutant.source }
    vitest.invalidateFile(path)
    tried.push({ mutant, outcome: (await isNoticed()) ? 'noticed' : 'not noticed' })
    changed = null
    vitest.invalidateFile(path)
  }
  await vitest.close()
  return tried
}
