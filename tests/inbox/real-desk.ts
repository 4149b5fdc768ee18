import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RequestState } from '../../src/core/contract/index.ts'
import { contactRequest, type ContactRequest } from '../../src/core/request/index.ts'
import {
  lastOf,
  nextPosition,
  sealMessage,
  sealNote,
  sealRequest,
  signMessage,
  toBase64url,
  writeMessage,
  type NoteWords,
  type ThreadMessage,
} from '../../src/core/sealing/index.ts'
import { openStored, type OpenedRequest } from '../../src/inbox/model/requests.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import type { Store } from '../../src/intake/store/store.ts'
import { citizen, recipients, teamKey } from '../core/sealing/made-up.ts'
import { alva, at } from '../intake/store/builders.ts'

/** A request that lies in a real store, sealed as phone and inbox seal it, and what both sides do to it. Days: `YYYY-MM-DD`. */
export type RealRequest = {
  readonly store: Store
  readonly id: string
  readonly writes: (text: string, day: string) => Promise<void>
  readonly answers: (text: string, day: string) => Promise<void>
  readonly moves: (state: RequestState, day: string) => Promise<void>
  readonly notes: (words: Partial<NoteWords> & Pick<NoteWords, 'event'>, day: string) => Promise<void>
  /** As the desk opens it. */
  readonly opened: () => Promise<OpenedRequest>
}

const honest = {
  audience: 'adult',
  wish: 'treatment',
  substance: 'alcohol',
  identity: 'anonymous',
  alias: 'Blå Kano',
  language: 'da',
} as const

/** A new request that came on a day. */
export async function realRequest(
  day: string,
  request: Partial<ContactRequest> = {},
  slotIds: readonly string[] = [],
  where?: Store,
): Promise<RealRequest> {
  const store = where ?? (await ownStore())
  const id = randomUUID()
  const mailbox = createHash('sha256').update(id).digest('base64url')
  const reply = {
    recipient: citizen.replyRecipient,
    threadKey: citizen.threadKey,
    threadId: citizen.threadId,
  }
  const asked = { ...honest, ...request } as ContactRequest
  const envelope = { v: 2, kind: 'request', id, writtenOn: day, request: asked, reply } as const
  const sealed = await sealRequest({ ...envelope, slotIds: [...slotIds] }, contactRequest, recipients)
  await store.acceptRequest({ id, sealed: toBase64url(sealed), mailbox, slotIds: [...slotIds] }, at(day))
  const written: ThreadMessage[] = []
  const stored = async () => {
    const one = await store.staffRequest(id)
    if (!one) throw new Error('the request is gone')
    return one
  }
  const put = async (message: ThreadMessage) => {
    written.push(message)
    const bytes = await sealMessage(message, recipients, citizen.replyRecipient)
    return { id: randomUUID(), sealed: toBase64url(bytes) }
  }
  return {
    store,
    id,
    async writes(text, on) {
      const place = nextPosition(written, 'citizen', lastOf(written, 'staff'))
      await store.addMessage(
        mailbox,
        await put(writeMessage(citizen, place, { writtenOn: on, text })),
        at(on),
      )
    },
    async answers(text, on) {
      const place = nextPosition(written, 'staff', lastOf(written, 'citizen'))
      const by = { name: 'Alva', shown: false }
      const words = { writtenOn: on, text }
      await store.addReply(id, await put(signMessage(teamKey, citizen, by, place, words)), at(on))
    },
    async moves(state, on) {
      const from = (await stored()).state
      const { refused } = await store.setStates({ state, requests: [{ id, from }] }, at(on))
      if (refused.length > 0) throw new Error('the move was refused')
    },
    async notes(words, on) {
      // Each later than the one before, as the clock of a member's browser has it.
      const time = `${on}T12:${String((await stored()).notes.length).padStart(2, '0')}:00.000Z`
      const note = { at: time, text: '', upTo: null, ...words }
      const sealedNote = toBase64url(await sealNote(teamKey, id, alva.name, note, recipients))
      await store.addNote(id, { id: randomUUID(), sealed: sealedNote }, { ...at(on) })
    },
    opened: async () => openStored(await stored(), [teamKey]),
  }
}

async function ownStore(): Promise<Store> {
  const dataDir = await mkdtemp(join(tmpdir(), 'real-desk-'))
  const store = await openStore({ dataDir })
  onTestFinished(async () => {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return store
}
