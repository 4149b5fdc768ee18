import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { injectManifest } from 'workbox-build'
import { NEUTRAL } from '../app/leave/neutral.ts'
import { withoutUnused } from './chunks.ts'
import { leanIdb } from './lean-idb.ts'
import { leanZodErrors } from './lean-zod-errors.ts'
import { leanZod } from './lean-zod.ts'
import { writePacks } from './packs.ts'

export type Precached = {
  /** Files, and bytes before compression. */
  readonly count: number
  readonly bytes: number
  /** Addresses that are asked for, packs in place of the files in them: for the build's own table and the bench. */
  readonly urls: readonly string[]
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

const SHELL = /(^|\/)404\.html$/
const TEXT = /\.(html|js|css)$/
/**
 * What a page from the phone's cache is read by nobody for: search engines, and browsers without script have no worker. Nor is
 * anything asked for in advance, or after something else, where there is no way to a server.
 */
const NOT_KEPT =
  /\s*<(?:meta name="description"|link rel="(?:alternate|canonical|modulepreload)")[^>]*>| fetchpriority="low"| crossorigin(?= src=)|<noscript>.*?<\/noscript>/gs

/**
 * Bundles the service worker to `<outDir>/sw.js` with the list of all that the citizen's pages need: the pages by their
 * addresses, and every file under `assets/` that can be reached from them. To be called last but for compressing.
 *
 * @throws Error when a page or asset is missing, or the list would hold something of the staff's page.
 */
export async function bundleServiceWorker(outDir: string): Promise<Precached> {
  const pages = await citizenPages(outDir, false)
  await writeLeanPages(outDir)
  const wanted = await reachable(outDir)
  const isWanted = (file: string): boolean =>
    isKept(file) && (!file.startsWith('assets/') || wanted.has(file.slice('assets/'.length)))
  const files = await readdir(outDir, { recursive: true })
  const { packs, atFirst, inside } = await writePacks(outDir, files.filter(isWanted), pages)
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', __PACKS__: JSON.stringify(packs) },
    plugins: [withoutForms, leanZod(), leanZodErrors(), leanIdb()],
    build: {
      rolldownOptions: withoutUnused,
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      lib: {
        entry: join(root, 'src/app/service-worker/service-worker.ts'),
        formats: ['iife'],
        name: 'serviceWorker',
        fileName: () => 'sw.js',
      },
    },
  })

  const urls: string[] = []
  const { count, size, warnings } = await injectManifest({
    swSrc: join(outDir, 'sw.js'),
    swDest: join(outDir, 'sw.js'),
    globDirectory: outDir,
    globPatterns: ['**/*.{js,css,html,svg,webmanifest}'],
    globIgnores: ['sw.js', 'inbox.html', '**/404.html', '**/*.map'],
    dontCacheBustURLsMatching: /^assets\//,
    manifestTransforms: [
      async entries => {
        const kept = entries
          .filter(({ url }) => isWanted(url) && !(`/${url}` in packs))
          .map(async entry => {
            const integrity = await integrityOf(join(outDir, entry.url))
            // Twelve signs of the same hash, 72 bits, tell two releases apart as well as another hash of 32 would.
            const revision = entry.revision === null ? null : integrity.slice(-13, -1)
            return { ...entry, url: `/${entry.url}`, revision, integrity }
          })
        const manifest = await Promise.all(kept)
        urls.push(...atFirst, ...manifest.map(entry => entry.url).filter(url => !inside.has(url)))
        return { manifest, warnings: [] }
      },
    ],
  })
  if (warnings.length > 0) throw new Error(warnings.join('\n'))
  return { count, bytes: size, urls }
}

/** The worker knows which languages there are, and has no use for what they are made of. */
const withoutForms = {
  name: 'without-forms',
  enforce: 'pre',
  load: (id: string) => (/\/locales\/\w+\/language\.json/.test(id) ? '{}' : undefined),
} as const

/**
 * What the worker compares a file with before it keeps it (Subresource Integrity): a file that is not the one that was built
 * is not kept, no matter who sends it.
 */
async function integrityOf(file: string): Promise<string> {
  return `sha256-${createHash('sha256')
    .update(await readFile(file))
    .digest('base64')}`
}

/** Of pages the lean copy is kept, besides the neutral one. */
const isKept = (file: string): boolean =>
  !file.endsWith('.html') || file.startsWith('lean/') || `/${file}` === NEUTRAL

/**
 * Writes `lean/<page>`: each page with all styles in a file of its own. On the first visit the rules inside the page
 * save a round trip; in the phone's cache they would lie there once a page. The pages for "not found" come along under
 * another name, since at their own they are answered with 404, which cannot be kept.
 */
async function writeLeanPages(outDir: string): Promise<void> {
  for (const file of await citizenPages(outDir, true)) {
    const html = await readFile(join(outDir, file), 'utf8')
    const lean = join(outDir, 'lean', file.replace(SHELL, '$1findes-ikke.html'))
    await mkdir(dirname(lean), { recursive: true })
    const [own, address] = /<style data-whole="([^"]+)">.*?<\/style>/s.exec(html) ?? []
    if (own === undefined) throw new Error(`${file} does not say where all its styles are`)
    await writeFile(
      lean,
      html.replace(own, () => `<link rel="stylesheet" href="${address}">`).replace(NOT_KEPT, ''),
    )
  }
}

async function citizenPages(outDir: string, notFound: boolean): Promise<string[]> {
  const files = await readdir(outDir, { recursive: true })
  return files.filter(file => /(^|\/)index\.html$/.test(file) || (notFound && SHELL.test(file)))
}

/** Names under `assets/` that a citizen's page mentions, or a file it mentions: the staff's own chunks are not among them. */
async function reachable(outDir: string): Promise<ReadonlySet<string>> {
  const assets = await readdir(join(outDir, 'assets'))
  const pages = await citizenPages(join(outDir, 'lean'), false)
  const reached = new Set<string>()
  const open = pages.map(page => join(outDir, 'lean', page))
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const text = await readFile(file, 'utf8')
    for (const asset of assets) {
      if (reached.has(asset) || !text.includes(asset)) continue
      reached.add(asset)
      if (TEXT.test(asset)) open.push(join(outDir, 'assets', asset))
    }
  }
  for (const asset of reached)
    if (asset.startsWith('inbox')) throw new Error(`${asset} would come along with the citizen's pages`)
  return reached
}
