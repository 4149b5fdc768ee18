import { createInterface } from 'node:readline/promises'
import { unlockKey, type KeyFile, type LockedKey } from '../core/sealing/index.ts'
import { Refused } from './run.ts'

/**
 * Opens a member's locked key with the six words, which are asked for.
 *
 * @throws Refused when the words are not the right ones
 */
export async function unlocked(locked: LockedKey): Promise<KeyFile> {
  const key = await unlockKey(locked, await wordsOf(locked.name))
  if (key === null) throw new Refused('Those are not the six words of this key file.')
  return key
}

/** Asks at the terminal, or takes a line that is piped in; never an argument, which other users of the machine can read. */
async function wordsOf(name: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const asked = terminal.question(`The six words of ${name}: `)
  const ended = new Promise<string>(done =>
    terminal.once('close', () => {
      done('')
    }),
  )
  const words = await Promise.race([asked, ended])
  terminal.close()
  return words
}
