import { createHash } from 'node:crypto'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filesBelow, packFolder } from './tarball.ts'

export type Release = { readonly folder: string; readonly tarball: string }

/** What stands in `release.json`: the hash of each other file of the release by its path. */
const LIST = 'release.json'

/**
 * Lists what a folder holds, gives the folder its name and packs it. The name ends with the beginning of the list's hash:
 * keys, address and answers are no part of the commit, so two releases of one commit can differ, and one that is unpacked
 * must never lie over another.
 *
 * @param folder complete but for `release.json`; it is renamed, beside where it lies
 * @param about `version` and `day` (`YYYY-MM-DD`) of the commit; the municipality's name where it is not the project's own
 */
export async function finishRelease(
  folder: string,
  about: { readonly version: string; readonly day: string; readonly municipality: string | null },
): Promise<Release> {
  const { version, day, municipality } = about
  const files: Record<string, string> = {}
  for (const path of await filesBelow(folder)) files[path] = hashOf(await readFile(join(folder, path)))
  const list = JSON.stringify({ v: 1, version, day, files }, null, 2) + '\n'
  await writeFile(join(folder, LIST), list)
  const name = [
    'foerste-snak',
    version,
    ...(municipality === null ? [] : [municipality]),
    hashOf(list).slice(0, 8),
  ]
  const named = join(dirname(folder), name.join('-'))
  // What has this name has these files: it is made again, not lost.
  await rm(named, { recursive: true, force: true })
  await rename(folder, named)
  await chmod(named, 0o755) // one that was made by `mkdtemp` is its maker's alone
  const tarball = `${named}.tar.gz`
  await packFolder(named, tarball, day)
  return { folder: named, tarball }
}

/** SHA-256, hex. */
function hashOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
