import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The commit a folder stands at. `day` is the committer's, so that one commit always builds with one day. */
export type Commit = { readonly hash: string; readonly day: string; readonly isChanged: boolean }

/** @returns null where the folder is no git checkout, or git is not installed. */
export async function commitOf(folder: string): Promise<Commit | null> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', args, { cwd: folder })).stdout.trim()
  try {
    const [hash = '', day = ''] = (await git('log', '-1', '--format=%H %cs')).split(' ')
    return { hash, day, isChanged: (await git('status', '--porcelain', '--untracked-files=no')) !== '' }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return null // git is not there, or says this is no checkout
    throw cause
  }
}
