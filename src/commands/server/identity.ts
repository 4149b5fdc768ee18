import { readFile } from 'node:fs/promises'
import { readAnyKey, SealingError } from '../../core/sealing/index.ts'
import { Refused } from '../run.ts'
import { unlocked } from '../six-words.ts'

/**
 * The age identity in a file: `AGE-SECRET-KEY-…`, alone on a line or in a member's key file. Where the key file is locked,
 * its six words are asked for.
 *
 * @throws Refused when there is none, or the words are wrong
 */
export async function readIdentity(file: string | undefined, usage: string): Promise<string> {
  if (file === undefined) throw new Refused(usage)
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Refused(`${file} cannot be read.`, { cause })
  })
  const identity = /AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+/.exec(text)?.[0] ?? (await lockedIn(text))
  if (identity === undefined) throw new Refused(`${file} holds no age identity (AGE-SECRET-KEY-…).`)
  return identity
}

/** The identity of a member whose key file is locked; undefined when it is no such file. */
async function lockedIn(text: string): Promise<string | undefined> {
  try {
    const read = readAnyKey(text)
    return ('key' in read ? read.key : await unlocked(read.locked)).identity
  } catch (error) {
    if (error instanceof SealingError) return undefined
    throw error
  }
}
