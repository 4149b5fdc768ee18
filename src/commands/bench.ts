import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build } from './build.ts'
import { makeKeys } from './team-keys.ts'
import { freePort } from '../../tests/free-port.ts'
import { measureDesk } from '../../bench/desk.ts'
import { measureLoad } from '../../bench/load.ts'
import { measureMemory } from '../../bench/memory.ts'
import { measurePages } from '../../bench/pages.ts'
import { keptBytes } from '../../bench/kept.ts'

/** What can be measured by itself, in the order of a whole run. */
const parts = {
  sizes: async ({ site, kept }: Built) => printSizes(site, kept),
  pages: async ({ keys, site, port }: Built) => measurePages(keys, site, port),
  desk: async ({ keys, site }: Built) => measureDesk(keys, site, [1_000, 5_000]),
  load: async ({ keys }: Built) => measureLoad(keys),
  memory: async ({ site }: Built) => measureMemory(site),
} as const
type Part = keyof typeof parts
type Built = {
  readonly keys: string
  readonly site: string
  readonly kept: readonly string[]
  /** Of the address that the site was built for. */
  readonly port: number
}

/**
 * `npm run bench`: the budgets of the design and load figures, printed as tables; ratios against a baseline of the same run.
 *
 * @param asked the names of the parts; all where none is named
 * @throws RangeError for a name that is no part's
 */
async function main(asked: readonly string[]): Promise<void> {
  const named = (name: string): name is Part => Object.hasOwn(parts, name)
  const unknown = asked.filter(name => !named(name))
  if (unknown.length > 0)
    throw new RangeError(
      `no part of the bench: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`,
    )
  const dir = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const [keys, site] = [join(dir, 'keys'), join(dir, 'site')]
    await makeKeys(keys, 'Demo', true)
    // As in production the pages name their own address; search engines ask for that.
    const port = await freePort()
    const { urls } = await build({
      keysFile: join(keys, 'keys.json'),
      outDir: site,
      version: 'bench',
      origin: `https://localhost:${port}`,
    })
    for (const [name, measure] of Object.entries(parts))
      if (asked.length === 0 || asked.includes(name)) await measure({ keys, site, kept: urls, port })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function printSizes(site: string, kept: readonly string[]): Promise<void> {
  const sizes = new Map<string, number>()
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.br')) continue
    const path = join(entry.parentPath, entry.name)
    sizes.set(relative(site, path).replace(/\.br$/, ''), (await readFile(path)).length)
  }
  const html = [...sizes].filter(([file]) => file.endsWith('index.html') && !file.startsWith('lean/'))
  console.log('\nHTML with critical CSS, brotli (goal 10 kB, at most 13 kB)')
  console.table(
    Object.fromEntries(html.map(([file, bytes]) => [`/${file.replace(/\/?index\.html$/, '')}`, kB(bytes)])),
  )
  const scripts = [...sizes].filter(
    ([file]) => /^(assets\/.*\.js|sw\.js)$/.test(file) && !file.includes('inbox'),
  )
  console.log('Scripts on the phone, brotli')
  console.table(Object.fromEntries(scripts.map(([file, bytes]) => [file, kB(bytes)])))
  const { danish, both, worker } = keptBytes(sizes, kept)
  console.log('Precache, brotli, without pictures (goal: 150 kB in one language, 240 kB in both)')
  console.table({
    'what is kept': { Danish: kB(danish), both: kB(both) },
    'with the worker itself': { Danish: kB(danish + worker), both: kB(both + worker) },
  })
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

await main(process.argv.slice(2))
