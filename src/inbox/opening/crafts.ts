import {
  parseRecipients,
  sealMessage,
  sealNote,
  signIn,
  signMessage,
  toBase64url,
  unlockKey,
  type KeyFile,
  type LockedKey,
  type NoteWords,
  type ThreadPosition,
  type SessionPost,
  type StaffWords,
  type TeamKey,
  type Writer,
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
  /** A note for colleagues, base64url. */
  sealNote: async ({
    team,
    request,
    by,
    words,
    recipients,
  }: {
    readonly team: TeamKey
    readonly request: string
    readonly by: string
    readonly words: NoteWords
    readonly recipients: readonly string[]
  }): Promise<string> => toBase64url(await sealNote(team, request, by, words, parseRecipients(recipients))),
  /** A message to a person, signed and sealed to their mailbox and to the team, base64url. */
  sealMessage: async ({
    team,
    to,
    writer,
    place,
    words,
    recipients,
  }: {
    readonly team: TeamKey
    readonly to: Parameters<typeof signMessage>[1] & { readonly recipient: string }
    readonly writer: Writer
    readonly place: ThreadPosition
    readonly words: StaffWords
    readonly recipients: readonly string[]
  }): Promise<string> => {
    const message = signMessage(team, to, writer, place, words)
    return toBase64url(await sealMessage(message, parseRecipients(recipients), to.recipient))
  },
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
