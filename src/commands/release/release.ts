import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleServer } from '../bundle-server.ts'
import { build, municipalityOf } from '../build.ts'
import { commitOf } from '../git.ts'
import { Refused, runCommand } from '../run.ts'
import { readSettings } from '../settings.ts'
import { billOfMaterials, licenceTexts } from './licences.ts'
import { migrationsAsSql } from './migrations-sql.ts'
import { copyServerPackages } from './server-packages.ts'
import { filesBelow, packFolder } from './tarball.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

export type ReleaseOptions = {
  readonly keysFile: string
  readonly origin: string | null
  /** Where the release's folder and tarball go. */
  readonly outDir: string
  /** `YYYY-MM-DD` and a name for it, both of the commit. */
  readonly day: string
  readonly version: string
  /** Another municipality's folder of facts. */
  readonly municipality?: string
}

export type Release = { readonly folder: string; readonly tarball: string }

/**
 * Makes all that a server is given: site, server, SQLite, statements of the migrations, bill of materials, licences,
 * files to copy (`deploy/`) and the pages on operation, with the hash of each in `release.json`. The same commit,
 * keys and address give the same bytes on every machine.
 */
export async function makeRelease(options: ReleaseOptions): Promise<Release> {
  const { keysFile, origin, outDir, day, version, municipality } = options
  const folder = join(resolve(outDir), `foerste-snak-${version}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })

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

  const files: Record<string, string> = {}
  for (const path of await filesBelow(folder)) {
    files[path] = createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('hex')
  }
  await writeFile(join(folder, 'release.json'), JSON.stringify({ v: 1, version, day, files }, null, 2) + '\n')
  const tarball = `${folder}.tar.gz`
  await packFolder(folder, tarball, day)
  return { folder, tarball }
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
