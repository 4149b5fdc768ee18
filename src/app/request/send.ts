import type { Answers } from '../../core/request/index.ts'
import type { ContactRequest } from '../../core/request/request.ts'
import type { Language } from '../../core/facts/types.ts'
import { makeCode, type ReturnCode } from '../../core/sealing/return-code.ts'
import { recipients } from '../build-info.ts'
import { isInMemory, putAndSend, type Outcome } from '../outbox/outbox.ts'
import { today } from '../today.ts'
import { uuid } from '../phone/uuid.ts'

/** What a receipt shows of something that lies sealed on the phone. */
export type Kept = {
  readonly id: string
  readonly code: ReturnCode
  readonly writtenOn: string
  /** Kept in this page only, since the phone refuses. */
  readonly inMemory: boolean
}

/**
 * Seals the answers on the phone, puts the sealed bytes in the outbox and tries to send them.
 * Nothing leaves this function unsealed; the code is handed to `onKept` and kept nowhere.
 * @param onKept called as soon as the sealed bytes are kept: from then on they may arrive, so the code must show
 * @throws {SealingFailed} when the phone cannot seal
 */
export async function deliver(
  answers: Answers,
  lang: Language,
  onKept: (kept: Kept) => void,
): Promise<Outcome> {
  const parts = await prepared()
  const request = parts.toRequest(answers, lang)
  const id = uuid()
  const code = makeCode()
  const writtenOn = today()
  const slotIds = [...(answers.slotIds ?? [])]
  const { sealed, mailbox } = await sealFor(parts, id, code, request, writtenOn, slotIds)
  const entry = { id, sealed, mailbox, slotIds, madeOn: writtenOn, purpose: 'request' as const }
  return putAndSend(entry, () => {
    onKept({ id, code, writtenOn, inMemory: isInMemory(id) })
  })
}

/** What seals and sends: the largest part of the app, loaded only now, since most visits never need it. */
async function loadParts() {
  const [sealing, { contactRequest }, { toRequest }] = await Promise.all([
    import('../../core/sealing/index.ts'),
    import('../../core/request/request.ts'),
    import('../../core/request/to-request.ts'),
    import('../outbox/send.ts'),
  ])
  return { sealing, contactRequest, toRequest }
}
type Parts = Awaited<ReturnType<typeof loadParts>>

async function prepared(): Promise<Parts> {
  try {
    return await loadParts()
  } catch (cause) {
    throw new SealingFailed('what seals could not be fetched', { cause })
  }
}

/** Fetches what seals while the last screen is read, so that a network that goes away then does not matter. */
export function prepareSealing(): void {
  loadParts().catch(() => {
    // It is loaded again when it is needed, and the failure is shown then.
  })
}

async function sealFor(
  { sealing, contactRequest }: Parts,
  id: string,
  code: ReturnCode,
  request: ContactRequest,
  writtenOn: string,
  slotIds: string[],
): Promise<{ sealed: string; mailbox: string }> {
  try {
    const from = await sealing.deriveFromCode(code)
    const reply = { recipient: from.replyRecipient, threadKey: from.threadKey, threadId: from.threadId }
    const bytes = await sealing.sealRequest(
      { v: 2, kind: 'request', id, writtenOn, request, reply, slotIds },
      contactRequest,
      sealing.parseRecipients(recipients),
    )
    return { sealed: sealing.toBase64url(bytes), mailbox: from.mailboxHash }
  } catch (cause) {
    throw new SealingFailed('the phone could not seal the request', { cause })
  }
}

export class SealingFailed extends Error {
  override readonly name = 'SealingFailed'
}
