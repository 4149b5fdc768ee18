import { readFile } from 'node:fs/promises'
import { Refused } from '../run.ts'

/**
 * The age identity in a file: `AGE-SECRET-KEY-…`, alone on a line or in a member's key file.
 *
 * @throws Refused when there is none
 */
export async function readIdentity(file: string | undefined, usage: string): Promise<string> {
  if (file === undefined) throw new Refused(usage)
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Refused(`${file} cannot be read.`, { cause })
  })
  const identity = /AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+/.exec(text)?.[0]
  if (identity === undefined) throw new Refused(`${file} holds no age identity (AGE-SECRET-KEY-…).`)
  return identity
}
