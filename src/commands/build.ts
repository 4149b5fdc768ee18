import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { build as viteBuild, minify, type InlineConfig } from 'vite'
import { dayOf } from '../core/calendar/days.ts'
import { readTeam, type Team } from '../intake/staff/team.ts'
import { cutInto, everyPartMatches } from './chunk-groups.ts'
import { groups, withoutUnused } from './chunks.ts'
import { bundleServer } from './bundle-server.ts'
import { compiledAhead } from './compiled-ahead.ts'
import { clearForBuild, finishBuild, UNFINISHED } from './build-folder.ts'
import { DEMO_NAME, memberFile } from './keys-folder.ts'
import { leanAge } from './lean-age.ts'
import { leanLibraries } from './lean-libraries.ts'
import { leanPreload } from './preload.ts'
import { prerender } from './prerender.ts'
import { municipalityAt, municipalityForPhones } from './phone-facts.ts'
import { copyPictures, picturesFolder } from './pictures.ts'
import { pressed } from './press.ts'
import { runCommand } from './run.ts'
import { sealingWorker } from './sealing-worker.ts'
import { readSettings } from './settings.ts'
import { bundleServiceWorker, type Precached } from './service-worker.ts'
import { wordsForPhones } from './words-for-phones.ts'

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
  /** Whether each file gets its compressed twins, which are half of the work; not for a site that no wire carries. */
  readonly compressed?: boolean
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
  const config = viteConfig(
    options,
    builtIn(team, dayOfBuild(options), await demoKeyOf(team, options.keysFile)),
  )
  await clearForBuild(outDir, [root, options.keysFile])
  const path = aliases(options)['#municipality']
  // Each by itself: what both use is then not a file of its own that a citizen has to fetch.
  for (const page of ['index.html', 'inbox.html']) {
    const side = page === 'index.html' ? 'citizen' : 'inbox'
    const lean = leanAge(side)
    const rolldownOptions =
      side === 'citizen'
        ? { ...cutInto(groups), ...withoutUnused, input: { app: page } }
        : { ...withoutUnused, input: { inbox: page } }
    await viteBuild({
      ...config,
      plugins: [
        municipalityForPhones(path, side),
        side === 'citizen' && wordsForPhones(async () => municipalityAt(path)),
        sealingWorker(),
        lean,
        side === 'citizen' && everyPartMatches(groups),
        leanPreload(),
        ...(side === 'citizen' ? leanLibraries() : []),
        compiledAhead(),
      ],
      worker: { plugins: () => [lean], rolldownOptions: withoutUnused },
      build: { ...config.build, outDir, emptyOutDir: false, rolldownOptions },
    })
  }
  const { missing, pictures, limits } = await prerender(config, outDir, {
    day: dayOfBuild(options),
    origin: options.origin ?? null,
  })
  await copyPictures(pictures, picturesFolder(options.municipality), outDir)
  await minifyNeutral(join(outDir, 'ude.js'))
  const precached = await bundleServiceWorker(outDir)
  if (options.compressed ?? true) await compressAll(outDir)
  await finishBuild(outDir, {
    v: 1,
    version,
    demo: team.demo,
    fingerprint: team.fingerprint,
    origin: options.origin ?? null,
    missing,
    limits,
    assets: await hashesOf(outDir),
  })
  return precached
}

/** The day that is printed as the day of the build: Denmark's, wherever the machine stands. */
export function dayOfBuild({ today }: Pick<BuildOptions, 'today'>, now = Date.now()): string {
  return today ?? dayOf(now)
}

function aliases(options: BuildOptions): Record<string, string> {
  return options.municipality ? { '#municipality': resolve(options.municipality) } : {}
}

/** What of the team's public keys is built into the pages (`build-info.ts` of app and inbox). */
export function builtIn(team: Team, day: string, demoKey: string | null): Record<string, string> {
  return {
    __DEMO_KEY__: JSON.stringify(demoKey),
    __RECIPIENTS__: JSON.stringify(team.recipients),
    __SIGNERS__: JSON.stringify(team.signers),
    __FIRST__: JSON.stringify(team.signed?.first ?? null),
    __EPOCHS__: JSON.stringify(team.epochs),
    __FINGERPRINT__: JSON.stringify(team.fingerprint),
    __BUILT_ON__: JSON.stringify(day),
  }
}

/**
 * The demo member's key file, which lies beside demo keys: the inbox then signs in with one click. Never of other keys.
 *
 * @returns null where the keys are real, or the file was taken away.
 */
export async function demoKeyOf(team: Pick<Team, 'demo'>, keysFile: string): Promise<string | null> {
  const file = memberFile(dirname(keysFile), DEMO_NAME)
  return team.demo && existsSync(file) ? readFile(file, 'utf8') : null
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
    ssr: { noExternal: ['preact-router'] },
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  }
}

/** The script of the page one leaves to is written for no bundler; what is kept of it on a phone need not hold its comments. */
async function minifyNeutral(file: string): Promise<void> {
  const { code, errors } = await minify(file, await readFile(file, 'utf8'), { module: false })
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  await writeFile(file, code)
}

const gzipped = promisify(gzip)

async function compressAll(outDir: string): Promise<void> {
  for (const file of await filesIn(outDir)) {
    if (!/\.(html|js|css|json|svg|webmanifest|txt)$/.test(file)) continue
    const plain = await readFile(file)
    await writeFile(`${file}.br`, await pressed(plain))
    await writeFile(`${file}.gz`, await gzipped(plain, { level: 9 }))
  }
}

/** SHA-256 of every file, hex, so that anybody can compare what a phone gets with what was built. */
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

/** `MUNICIPALITY`: a folder of facts to take the place of the project's own, for the option of that name. */
export function municipalityOf(env: NodeJS.ProcessEnv): { municipality?: string } {
  const folder = env['MUNICIPALITY']?.trim()
  return folder ? { municipality: join(folder, 'index.ts') } : {}
}

async function main(): Promise<void> {
  // What production asks of a server (a proxy, https) is not asked of a build.
  const { keysFile, siteDir, origin } = readSettings({ ...process.env, NODE_ENV: '' }, root)
  await build({ keysFile, outDir: siteDir, origin, ...municipalityOf(process.env) })
  await bundleServer(join(root, 'dist'))
  if (origin === null) {
    console.log('ORIGIN is not set: the pages name no address of their own (canonical, other language).')
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
