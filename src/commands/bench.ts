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

/** `npm run bench`: the budgets of the design and load figures, printed as tables; ratios against a baseline of the same run. */
async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const site = join(dir, 'site')
    await makeKeys(join(dir, 'keys'), 'Demo', true)
    // As in production the pages name their own address; search engines ask for that.
    const port = await freePort()
    const precached = await build({
      keysFile: join(dir, 'keys/keys.json'),
      outDir: site,
      version: 'bench',
      origin: `https://localhost:${port}`,
    })
    await printSizes(site, precached.urls)
    await measurePages(join(dir, 'keys'), site, port)
    await measureDesk(join(dir, 'keys'), site, [1_000, 5_000])
    await measureLoad(join(dir, 'keys'))
    await measureMemory(site)
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
  const { danish, both } = keptBytes(sizes, kept)
  console.log('Precache, brotli, without pictures (goal: 150 kB in one language, 240 kB in both)')
  console.table({ Danish: kB(danish), both: kB(both) })
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

void main()
