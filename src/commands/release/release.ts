import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleServer } from '../bundle-server.ts'
import { build, municipalityOf } from '../build.ts'
import { commitOf } from '../git.ts'
import { Refused, runCommand } from '../run.ts'
import { readSettings } from '../settings.ts'
import { finishRelease, type Release } from './finish-release.ts'
import { billOfMaterials, licenceTexts } from './licences.ts'
import { migrationsAsSql } from './migrations-sql.ts'
import { copyServerPackages } from './server-packages.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

export type ReleaseOptions = {
  readonly keysFile: string
  readonly origin: string | null
  /** Where the release's folder and tarball go. */
  readonly outDir: string
  /** `YYYY-MM-DD` and a name for it, both of the commit. */
  readonly day: string
  readonly version: string
  /** Another municipality's `index.ts`, in its folder of facts. */
  readonly municipality?: string
}

/**
 * Makes all that a server is given: site, server, SQLite, statements of the migrations, bill of materials, licences,
 * files to copy (`deploy/`) and the pages on operation, with the hash of each in `release.json`. The same commit,
 * keys, address and facts give the same bytes on every machine; others give a release of another name.
 */
async function makeRelease(options: ReleaseOptions): Promise<Release> {
  const { outDir, day, version, municipality } = options
  await mkdir(resolve(outDir), { recursive: true })
  const folder = await mkdtemp(join(resolve(outDir), 'unfinished-'))
  try {
    await fill(folder, options)
    const name = municipality === undefined ? null : basename(dirname(resolve(municipality)))
    return await finishRelease(folder, { version, day, municipality: name })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Everything but the list of it. */
async function fill(
  folder: string,
  { keysFile, origin, day, version, municipality }: ReleaseOptions,
): Promise<void> {
  await build({
    keysFile,
    origin,
    outDir: join(folder, 'site'),
    today: day,
    version,
    ...(municipality !== undefined && { municipality }),
  })
  await bundleServer(folder)
  const dependencies = await copyServerPackages(root, folder)
  const { name, license, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    name: string
    license: string
    engines: object
  }
  const about = { name, version, private: true, license, type: 'module', engines, dependencies }
  await writeFile(join(folder, 'package.json'), JSON.stringify(about, null, 2) + '\n')
  for (const [path, sql] of await migrationsAsSql()) {
    const file = join(folder, 'migrations', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, sql)
  }
  const { json, shipped } = await billOfMaterials(root)
  await writeFile(join(folder, 'sbom.cdx.json'), json)
  await writeFile(join(folder, 'LICENCES.txt'), await licenceTexts(root, shipped))
  for (const path of ['LICENSE', 'deploy', 'docs'])
    await cp(join(root, path), join(folder, path), { recursive: true })
}

/** `npm run release [-- --out DIR]`: KEYS_FILE, ORIGIN and the municipality's answers in, a release out. */
async function main(): Promise<void> {
  const { keysFile, origin } = readSettings({ ...process.env, NODE_ENV: '' }, root)
  const commit = await commitOf(root)
  if (commit === null) throw new Refused('A release is made from a git checkout: its commit is its version.')
  const version = `${commit.day.replaceAll('-', '.')}-${commit.hash.slice(0, 8)}${commit.isChanged ? '-changed' : ''}`
  const at = process.argv.indexOf('--out')
  const outDir = (at === -1 ? undefined : process.argv[at + 1]) ?? join(root, 'dist/release')
  const { folder, tarball } = await makeRelease({
    keysFile,
    origin,
    outDir,
    day: commit.day,
    version,
    ...municipalityOf(process.env),
  })
  console.log(`${folder}\n${tarball}`)
  if (commit.isChanged)
    console.log('The checkout has changes that are not committed: this release is for trying out.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
