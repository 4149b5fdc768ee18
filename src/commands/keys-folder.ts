import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { checkTeam, teamFile, type TeamFile } from '../intake/staff/team.ts'
import { Refused } from './run.ts'

/** The public file: the build and the intake read it. */
export const TEAM_FILE = 'keys.json'
/** The member whose key file `npm start` makes, for trying out. */
export const DEMO_NAME = 'Demo'
export const RECOVERY_FILE = 'recovery.key.txt'

/** Where a member's secret key file lies. */
export function memberFile(dir: string, name: string): string {
  return join(dir, `${name.toLowerCase().replace(/[^a-zæøå0-9]+/g, '-')}.key.json`)
}

/** @throws Refused when there is no `keys.json`, or it is none of ours */
export async function readTeamFile(dir: string): Promise<TeamFile> {
  const path = join(dir, TEAM_FILE)
  try {
    return teamFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new Refused(`${path} is not a keys file made by "npm run keys".`, { cause })
  }
}

/**
 * Writes new files, all or none. Nothing is overwritten: what lies there may be the only copy of a key.
 *
 * @param files path and text, in the order they are written
 * @throws Refused naming the first that is there already
 */
export async function writeNew(
  files: readonly { path: string; text: string; mode: number }[],
): Promise<void> {
  for (const { path } of files) {
    if (await isThere(path)) throw new Refused(`${path} is there already, and is not overwritten.`)
  }
  const written: string[] = []
  try {
    for (const { path, text, mode } of files) {
      await writeFile(path, text, { flag: 'wx', mode, flush: true })
      written.push(path)
    }
  } catch (cause) {
    for (const path of written) await rm(path, { force: true })
    throw new Refused('The key files could not be written.', { cause })
  }
}

/**
 * Puts a changed team in the place of `keys.json`, whole or not at all, also when the power goes.
 *
 * @throws Refused when it could not be read again
 */
export async function replaceTeamFile(dir: string, file: TeamFile): Promise<void> {
  const path = join(dir, TEAM_FILE)
  const text = teamText(file)
  // Public, and the intake often runs as another user: anyone who could read it can still.
  const { mode } = await stat(path)
  const next = join(dir, `.${TEAM_FILE}.${randomUUID()}`)
  try {
    const handle = await open(next, 'wx', mode & 0o777)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(next, path)
  } catch (cause) {
    await rm(next, { force: true })
    throw new Refused(`${path} could not be written; it is as it was.`, { cause })
  }
}

/** The text of `keys.json`. @throws Refused when the intake could not read it again */
export function teamText(file: TeamFile): string {
  const checked = teamFile.safeParse(file)
  if (!checked.success) {
    throw new Refused(
      `This would make a keys file that cannot be read: look at "${checked.error.issues[0]?.path.join('.') ?? ''}".`,
    )
  }
  checkTeam(checked.data)
  return JSON.stringify(file, null, 2) + '\n'
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
