// Tries changes to the outbox out, one for each message: started by workers.ts. Its tests put fakes in the place of modules
// and need a browser's things, so vitest runs them; the changed file is handed to it as it is loaded.
import { basename, join } from 'node:path'
import { mergeConfig } from 'vite'
import { createVitest } from 'vitest/node'
import vite from '../../vite.config.ts'
import type { Answer, Task } from './workers.ts'

const [folder = ''] = process.argv.slice(2)
const root = join(import.meta.dirname, '../..')
let changed: { readonly path: string; readonly source: string } | null = null

// Without the projects of vitest.config.ts: a plugin that is added here would not reach them.
const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    include: [`tests/${folder}/**/*.test.ts`],
    setupFiles: ['tests/fresh.ts'],
    watch: false,
    reporters: [{}],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    coverage: { enabled: false },
  },
  mergeConfig(vite, {
    plugins: [
      {
        name: 'changed-file',
        enforce: 'pre',
        load: (id: string) => (id.split('?')[0] === changed?.path ? changed?.source : null),
      },
    ],
  }),
)
const tests = new Map((await vitest.globTestSpecifications()).map(test => [basename(test.moduleId), test]))

/** Whether one file of tests fails. What comes back tells of those that ran before, too. */
async function isNoticedBy(name: string): Promise<boolean> {
  const test = tests.get(name)
  if (!test) throw new Error(`no such tests: ${name}`)
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([test])
  return (
    unhandledErrors.length > 0 ||
    testModules.some(module => module.moduleId === test.moduleId && !module.ok())
  )
}

async function tryOut({ tests: order, mutant }: Task): Promise<Answer> {
  changed = mutant && { path: join(root, 'src', mutant.file), source: mutant.source }
  if (changed) vitest.invalidateFile(changed.path)
  const took: Record<string, number> = {}
  try {
    for (const by of order ?? tests.keys()) {
      const start = performance.now()
      if (await isNoticedBy(by)) return { outcome: 'noticed', by }
      took[by] = performance.now() - start
    }
    return { outcome: 'not noticed', took }
  } finally {
    const path = changed?.path
    changed = null
    if (path !== undefined) vitest.invalidateFile(path)
  }
}

process.on('message', task => {
  void tryOut(task as Task).then(answer => process.send?.(answer))
})
// Nobody asks any more: what a change has left running must not keep it.
process.on('disconnect', () => process.exit())
