import { copyFile, readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { injectManifest } from 'workbox-build'

export type Precached = {
  /** Files, and bytes before compression. */
  readonly count: number
  readonly bytes: number
  /** Addresses, for the build's own table and the bench. */
  readonly urls: readonly string[]
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

const SHELL = /(^|\/)404\.html$/
const TEXT = /\.(html|js|css)$/

/**
 * Bundles the service worker to `<outDir>/sw.js` with the list of all that the citizen's pages need: the pages by their
 * addresses, and every file under `assets/` that can be reached from them. To be called last but for compressing.
 *
 * @throws Error when a page or asset is missing, or the list would hold something of the staff's page.
 */
export async function bundleServiceWorker(outDir: string): Promise<Precached> {
  // The pages for "not found" are answered with 404 at their own address, which cannot be precached.
  await copyFile(join(outDir, '404.html'), join(outDir, 'findes-ikke.html'))
  await copyFile(join(outDir, 'en/404.html'), join(outDir, 'en/findes-ikke.html'))
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
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
  const wanted = await reachable(outDir)
  const { count, size, warnings } = await injectManifest({
    swSrc: join(outDir, 'sw.js'),
    swDest: join(outDir, 'sw.js'),
    globDirectory: outDir,
    globPatterns: ['**/*.{js,css,html,svg,webmanifest}'],
    globIgnores: ['sw.js', 'inbox.html', '**/404.html', '**/*.map'],
    dontCacheBustURLsMatching: /^assets\//,
    manifestTransforms: [
      entries => {
        const manifest = entries
          .filter(({ url }) => !url.startsWith('assets/') || wanted.has(url.slice('assets/'.length)))
          .map(entry => ({ ...entry, url: addressOf(entry.url) }))
        urls.push(...manifest.map(entry => entry.url))
        return { manifest, warnings: [] }
      },
    ],
  })
  if (warnings.length > 0) throw new Error(warnings.join('\n'))
  return { count, bytes: size, urls }
}

/** `unge/index.html` is served at `/unge`; all else at its own name. */
function addressOf(file: string): string {
  const page = /^(?:(.*)\/)?index\.html$/.exec(file)
  return page ? `/${page[1] ?? ''}` : `/${file}`
}

/** Names under `assets/` that a citizen's page mentions, or a file it mentions: the staff's own chunks are not among them. */
async function reachable(outDir: string): Promise<ReadonlySet<string>> {
  const assets = await readdir(join(outDir, 'assets'))
  const pages = (await readdir(outDir, { recursive: true })).filter(
    file => file.endsWith('.html') && file !== 'inbox.html' && !SHELL.test(file),
  )
  const reached = new Set<string>()
  const open = pages.map(page => join(outDir, page))
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
