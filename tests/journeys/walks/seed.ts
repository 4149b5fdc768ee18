import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { post } from '../post.ts'
import { today } from '../../../src/app/today.ts'
import { signInAs } from '../../../src/commands/demo.ts'
import { recipientsAnswer, SEALED_BYTES, type SlotPost } from '../../../src/core/contract/index.ts'
import { contactRequest, type ContactRequest } from '../../../src/core/request/index.ts'
import {
  deriveFromCode,
  makeCode,
  makeTeamKey,
  parseRecipients,
  readKeyFile,
  sealMessage,
  sealRequest,
  signMessage,
  toBase64url,
  writeMessage,
  type FromCode,
  type ThreadPosition,
  type Side,
  type StaffWords,
  type ThreadMessage,
} from '../../../src/core/sealing/index.ts'
import type { TestServer } from '../server.ts'
import { teamKeyOf } from '../team-key.ts'

/** A request that lies at the intake, with all that its writer knows. */
export type Sent = { readonly id: string; readonly code: string; readonly keys: FromCode }

/**
 * Seals and sends a request as a phone does, with no screen to go through.
 * @param id for those that would else stand in the list as chance has it: what is of the same days is sorted by it
 */
export async function sendRequest(
  server: TestServer,
  request: ContactRequest,
  slotIds: string[] = [],
  id: string = randomUUID(),
): Promise<Sent> {
  const code = makeCode()
  const keys = await deriveFromCode(code)
  const reply = { recipient: keys.replyRecipient, threadKey: keys.threadKey, threadId: keys.threadId }
  const envelope = { v: 2, kind: 'request', id, writtenOn: today(), request, reply, slotIds } as const
  const sealed = toBase64url(await sealRequest(envelope, contactRequest, await team(server)))
  const wished = slotIds.length > 0 && { slotIds }
  await post(server, '/api/requests', { id, sealed, mailbox: keys.mailboxHash, ...wished })
  return { id, code, keys }
}

/** A request that nobody can open, perhaps with a time: neither team nor phone has a key to it. */
export async function sendUnreadable(server: TestServer, slotId?: string): Promise<void> {
  await post(server, '/api/requests', {
    id: randomUUID(),
    sealed: randomBytes(SEALED_BYTES).toString('base64url'),
    mailbox: randomBytes(32).toString('base64url'),
    ...(slotId !== undefined && { slotIds: [slotId] }),
  })
}

/** A message of staff in a thread, as the inbox seals it. */
export async function answerRequest(
  server: TestServer,
  { id, keys }: Sent,
  words: Omit<StaffWords, 'writtenOn'>,
  place: ThreadPosition = { seq: 1, prev: null, seen: 0 },
): Promise<void> {
  const written = signMessage(await teamKeyOf(server), keys, writer, place, { writtenOn: today(), ...words })
  const sealed = await sealedFor(server, keys, written)
  const staff = await signIn(server)
  expectTaken(await staff(`/api/staff/requests/${id}/replies`, { id: randomUUID(), sealed }))
}

/** A message of the citizen in the thread. */
export async function writeMore(server: TestServer, { keys }: Sent, text: string): Promise<void> {
  const written = writeMessage(keys, first, { writtenOn: today(), text })
  await postMessage(server, keys, await sealedFor(server, keys, written))
}

/** The citizen takes everything back. */
export async function withdraw(server: TestServer, { keys }: Sent): Promise<void> {
  const headers = { authorization: `Bearer ${keys.mailboxToken}` }
  expectTaken(await fetch(`${server.url}/api/mailbox`, { method: 'DELETE', headers }))
}

/**
 * A message of somebody else: in the citizen's name without the thread's key, or in the team's with all that a code gives
 * and a signing key of their own.
 */
export async function forge(server: TestServer, { keys }: Sent, from: Side): Promise<void> {
  const words = { writtenOn: today(), text: '99 99 99 99' }
  const guessed = { threadId: keys.threadId, threadKey: randomBytes(32).toString('base64url') }
  const written =
    from === 'citizen'
      ? writeMessage(guessed, first, words)
      : signMessage(await makeTeamKey(1), keys, writer, first, words)
  await postMessage(server, keys, await sealedFor(server, keys, written))
}

const first: ThreadPosition = { seq: 1, prev: null, seen: 0 }
const writer = { name: 'Demo', shown: false }

/** Publishes one time and returns its id. */
export async function publishTime(server: TestServer, time: Omit<SlotPost, 'id'>): Promise<string> {
  const id = randomUUID()
  const staff = await signIn(server)
  expectTaken(await staff('/api/staff/slots', { slots: [{ ...time, id }] }))
  return id
}

async function sealedFor(server: TestServer, keys: FromCode, message: ThreadMessage): Promise<string> {
  return toBase64url(await sealMessage(message, await team(server), keys.replyRecipient))
}

const postMessage = (server: TestServer, keys: FromCode, sealed: string): Promise<Response> =>
  post(server, '/api/mailbox/messages', { id: randomUUID(), sealed }, keys.mailboxToken)

async function team(server: TestServer): Promise<ReturnType<typeof parseRecipients>> {
  const served = await (await fetch(`${server.url}/api/recipients`)).json()
  return parseRecipients(recipientsAnswer.parse(served).recipients)
}

const signIn = async (server: TestServer): ReturnType<typeof signInAs> =>
  signInAs(server.url, readKeyFile(await readFile(server.keyFile, 'utf8')))

function expectTaken(answer: Response): void {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
}
