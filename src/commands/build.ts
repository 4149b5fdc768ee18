import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build as viteBuild, type InlineConfig } from 'vite'
import { fingerprint } from '../core/sealing/recipients.ts'
import { dayOf } from '../intake/store/days.ts'
import { readTeam } from '../intake/team.ts'
import { clearForBuild, finishBuild, UNFINISHED } from './build-folder.ts'
import { runCommand } from './run.ts'
import { readSettings } from './settings.ts'
import { bundleServiceWorker, type Precached } from './service-worker.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export type BuildOptions = {
  /** The public part of the keys (`keys.json`); the app seals to its recipients. */
  readonly keysFile: string
  readonly outDir: string
  /** The citizens' address, for canonical links; null where it is not set. */
  readonly origin?: string | null
  /** Another municipality's folder, to take the place of `#municipality`. */
  readonly municipality?: string
  /** The day printed as the day of the build, `YYYY-MM-DD`. */
  readonly today?: string
  readonly version?: string
}

/**
 * Builds the site: client, prerendered pages, service worker, compressed twins, and the list of asset hashes.
 * @returns what the service worker keeps on a phone
 * @throws SettingError when the keys file is missing or bad, or the folder holds what a build must not empty away
 */
export async function build(options: BuildOptions): Promise<Precached> {
  const outDir = resolve(options.outDir)
  const team = await readTeam(options.keysFile)
  const version = options.version ?? dayOfBuild(options)
  const config = viteConfig(options, {
    __RECIPIENTS__: JSON.stringify(team.recipients),
    __FINGERPRINT__: JSON.stringify(team.fingerprint),
    __VERSION__: JSON.stringify(version),
  })
  await clearForBuild(outDir, [root, options.keysFile])
  await viteBuild({ ...config, build: { ...config.build, outDir, emptyOutDir: false } })
  await prerender(config, outDir, options)
  const precached = await bundleServiceWorker(outDir)
  await compressAll(outDir)
  await finishBuild(outDir, {
    v: 1,
    version,
    demo: team.demo,
    fingerprint: fingerprint(team.recipients),
    assets: await hashesOf(outDir),
  })
  return precached
}

/** The day that is printed as the day of the build: Denmark's, wherever the machine stands. */
export function dayOfBuild({ today }: Pick<BuildOptions, 'today'>, now = Date.now()): string {
  return today ?? dayOf(now, 'Europe/Copenhagen')
}

function aliases(options: BuildOptions): Record<string, string> {
  return options.municipality ? { '#municipality': resolve(options.municipality) } : {}
}

/** What client, server rendering and service worker share. */
export function viteConfig(
  options: Pick<BuildOptions, 'municipality'>,
  define: Record<string, string>,
): InlineConfig {
  return {
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    define,
    resolve: { alias: aliases(options as BuildOptions) },
    // In Node these are CommonJS without named exports, or would bring a second Preact along.
    ssr: { noExternal: ['workbox-window', 'preact-router'] },
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  }
}

/** One HTML file an address, with the critical CSS inside: text is on the screen after the first round trip. */
async function prerender(config: InlineConfig, outDir: string, options: BuildOptions): Promise<void> {
  const ssrDir = join(
    root,
    'node_modules/.cache/prerender',
    createHash('sha256').update(outDir).digest('hex').slice(0, 8),
  )
  await viteBuild({
    ...config,
    publicDir: false,
    build: {
      ...config.build,
      ssr: join(root, 'src/app/prerender.tsx'),
      outDir: ssrDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: join(root, 'src/app/prerender.tsx'),
        output: { entryFileNames: 'prerender.mjs' },
      },
    },
    ssr: { noExternal: true },
  })
  // Sound: it is src/app/prerender.tsx, just built; its types need a DOM that this program has not.
  const { renderAll } = (await import(
    `${pathToFileURL(join(ssrDir, 'prerender.mjs')).href}?${Date.now()}`
  )) as { renderAll: (today: string, origin: string | null) => Rendered[] }
  const template = inlineStyles(await readFile(join(outDir, 'index.html'), 'utf8'), await stylesOf(outDir))
  for (const page of renderAll(dayOfBuild(options), options.origin ?? null)) {
    const html = fill(template, page)
    const file =
      page.page === 'not-found' ? `${page.path.slice(1)}.html` : join(page.path.slice(1), 'index.html')
    await mkdir(dirname(join(outDir, file)), { recursive: true })
    await writeFile(join(outDir, file), html)
  }
  await rm(ssrDir, { recursive: true, force: true })
}

/** A page as `src/app/prerender.tsx` renders it. */
type Rendered = {
  readonly path: string
  readonly lang: string
  readonly page: string
  readonly html: string
  readonly head: string
}

/** Puts a rendered page into the template. */
export function fill(template: string, page: Rendered): string {
  return template
    .replace('<html lang="da">', `<html lang="${page.lang}">`)
    .replace('<!--head-->', () => page.head)
    .replace(
      '<div id="app"><!--app--></div>',
      () => `<div id="app" data-page="${page.page}">${page.html}</div>`,
    )
}

const STYLESHEET = /\s*<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/g

/** All styles of the citizen's pages, also written as one file: the phone keeps that beside pages without them. */
async function stylesOf(outDir: string): Promise<string> {
  const html = await readFile(join(outDir, 'index.html'), 'utf8')
  const files = [...html.matchAll(STYLESHEET)].map(([, file = '']) => file)
  const css = (await Promise.all(files.map(file => readFile(join(outDir, file), 'utf8')))).join('').trim()
  const name = createHash('sha256').update(css).digest('base64url').slice(0, 8)
  await writeFile(join(outDir, `assets/pages-${name}.css`), css)
  return css
}

const inlineStyles = (html: string, css: string): string =>
  html.replace(STYLESHEET, '').replace('</head>', () => `<style>${css}</style>\n  </head>`)

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

async function compressAll(outDir: string): Promise<void> {
  for (const file of await filesIn(outDir)) {
    if (!/\.(html|js|css|json|svg|webmanifest|txt)$/.test(file)) continue
    const plain = await readFile(file)
    await writeFile(`${file}.br`, await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    await writeFile(`${file}.gz`, await gzipped(plain, { level: 9 }))
  }
}

/** SHA-256 of every file, hex, so that whoever watches can compare what a phone gets with what was built. */
async function hashesOf(outDir: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const file of await filesIn(outDir)) {
    if (/\.(br|gz)$/.test(file) || file.endsWith(UNFINISHED)) continue
    hashes[relative(outDir, file)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  }
  return hashes
}

async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

async function main(): Promise<void> {
  const { keysFile, siteDir, origin } = readSettings(process.env, root)
  await build({ keysFile, outDir: siteDir, origin })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
