import type { StoredMessage } from '../../../src/core/contract/mailbox.ts'
import {
  nextPosition,
  openThread,
  seal,
  signMessage,
  toBase64url,
  writeMessage,
  type Side,
  type StaffWords,
  type ThreadMessage,
  type CitizenWords,
} from '../../../src/core/sealing/index.ts'
import { citizen, recipients, signers, teamKey } from './made-up.ts'

export const writer = { name: 'Åse Prøve', shown: false }
/** The next message of one side. */
export const write = (
  from: Side,
  before: ThreadMessage[],
  text: string,
  words: Partial<CitizenWords & StaffWords> = {},
): ThreadMessage => {
  const place = nextPosition(before, from)
  const written = { writtenOn: '2026-03-01', text, ...words }
  return from === 'citizen'
    ? writeMessage(citizen, place, written)
    : signMessage(teamKey, citizen, writer, place, written)
}

export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
/** A message as the server has it, sealed. */
export const store = async (
  n: number,
  plain: Record<string, unknown> & { from: Side },
  by: Side = plain.from,
): Promise<StoredMessage> => ({
  id: idOf(n),
  on: '2026-03-02',
  from: by,
  sealed: toBase64url(await seal(plain, recipients, citizen.replyRecipient)),
})
export const storeAll = (messages: readonly ThreadMessage[]): Promise<StoredMessage[]> =>
  Promise.all(messages.map((message, n) => store(n, message)))
/** The thread as the citizen reads it. */
export const read = (stored: StoredMessage[]): ReturnType<typeof openThread> =>
  openThread(stored, [citizen.replyIdentity], citizen, signers)
export const texts = (messages: ThreadMessage[]): string[] => messages.map(message => message.text)

/** A talk of four: question, answer, thanks, goodbye. */
export function talk(): readonly [ThreadMessage, ThreadMessage, ThreadMessage, ThreadMessage] {
  const a = write('citizen', [], 'question')
  const b = write('staff', [a], 'answer')
  const c = write('citizen', [a, b], 'thanks')
  return [a, b, c, write('staff', [a, b, c], 'goodbye')] as const
}
