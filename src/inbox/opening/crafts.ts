import {
  signIn,
  unlockKey,
  type KeyFile,
  type LockedKey,
  type SessionPost,
  type TeamKey,
} from '../../core/sealing/index.ts'
import { verifyTeam, type Seen } from '../../core/sealing/team.ts'
import { openTemplates, type Templates } from '../../core/sealing/templates.ts'
import { unwrapAll } from './unwrap.ts'

/**
 * What takes so long that the page would not answer meanwhile: scrypt, signing and checking in JavaScript, and a key
 * exchange that resists quantum computers. Input and answer are plain data, for a worker gets and gives copies.
 */
const crafts = {
  unlock: ({
    locked,
    words,
  }: {
    readonly locked: LockedKey
    readonly words: string
  }): Promise<KeyFile | null> => unlockKey(locked, words),
  signIn: (input: Parameters<typeof signIn>[0]): SessionPost => signIn(input),
  unwrap: (given: {
    readonly wrapped: readonly string[]
    readonly identity: string
  }): Promise<(TeamKey | null)[]> => unwrapAll(given.wrapped, given),
  verifyTeam: (given: {
    readonly entries: unknown
    readonly first: string
    readonly seen: Seen | undefined
  }): ReturnType<typeof verifyTeam> => verifyTeam(given.entries, given.first, given.seen),
  openTemplates: (given: {
    readonly sealed: string
    readonly identities: readonly string[]
  }): Promise<Templates | null> => openTemplates(given.sealed, given.identities),
}
export type Craft = keyof typeof crafts
export type Input<C extends Craft> = Parameters<(typeof crafts)[C]>[0]
export type Made<C extends Craft> = Awaited<ReturnType<(typeof crafts)[C]>>

/** One of them, here. @throws whatever it throws */
export async function perform<C extends Craft>(craft: C, input: Input<C>): Promise<Made<C>> {
  // Sound: TypeScript does not see that name, input and answer belong to the same one.
  const work = crafts[craft] as (given: Input<C>) => Made<C> | Promise<Made<C>>
  return work(input)
}
