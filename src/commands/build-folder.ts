import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import * as z from 'zod/mini'
import { SettingError } from '../intake/settings/setting-error.ts'

/** What a finished build says of itself. */
const BUILT = 'build.json'
/** Stands there while a build is under way, so that one that broke off can be made again. */
export const UNFINISHED = 'build.json.unfinished'

const ours = z.object({ v: z.literal(1), fingerprint: z.string(), assets: z.record(z.string(), z.string()) })

/**
 * Empties the folder a build goes to, or makes it, and marks it as being built.
 *
 * @param kept paths that must never be emptied away: the project, the keys
 * @throws SettingError naming SITE_DIR when one of them is in the folder, or anything that no build of ours made
 */
export async function clearForBuild(outDir: string, kept: readonly string[]): Promise<void> {
  const folder = await realPath(outDir)
  for (const path of kept) {
    if (isWithin(await realPath(path), folder)) {
      throw new SettingError(
        'SITE_DIR',
        `must be a folder of its own: a build empties it, and ${path} is in it`,
      )
    }
  }
  const there = await entriesOf(folder)
  if (there.length > 0 && !there.includes(UNFINISHED) && !(await isBuilt(folder))) {
    throw new SettingError(
      'SITE_DIR',
      `names ${outDir}, where something lies that no build made: name another folder, or empty it yourself`,
    )
  }
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, UNFINISHED), '')
    for (const name of there) {
      if (name !== UNFINISHED) await rm(join(folder, name), { recursive: true, force: true })
    }
  } catch (cause) {
    throw new SettingError('SITE_DIR', `names ${outDir}, where this program may not write`, { cause })
  }
}

/** Ends a build: what it says of itself takes the place of the mark. */
export async function finishBuild(outDir: string, about: object): Promise<void> {
  await writeFile(join(outDir, UNFINISHED), JSON.stringify(about, null, 2) + '\n')
  await rename(join(outDir, UNFINISHED), join(outDir, BUILT))
}

/** The path without symbolic links, as far as it is there. */
async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path))
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way)
}

/** @returns names; none where there is no folder. */
async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw new SettingError('SITE_DIR', `must name a folder that this program may read, not ${folder}`, {
      cause,
    })
  }
}

async function isBuilt(folder: string): Promise<boolean> {
  try {
    return ours.safeParse(JSON.parse(await readFile(join(folder, BUILT), 'utf8'))).success
  } catch {
    return false
  }
}
