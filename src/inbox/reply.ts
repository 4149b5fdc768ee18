import { messageAnswer } from '../core/contract/index.ts'
import {
  genuine,
  nextPlace,
  parseRecipients,
  sealMessage,
  toBase64url,
  writeMessage,
  type Words,
} from '../core/sealing/index.ts'
import { call, IntakeError } from './api.ts'
import { recipients } from './build-info.ts'
import { fetchRequest, isReadable, type Readable } from './requests.ts'
import type { Session } from './session.ts'
import { today } from './today.ts'

/** A reply, sealed and ready: sent again as it is when no answer came, so that it arrives once. */
export type Prepared = { readonly requestId: string; readonly id: string; readonly sealed: string }

/**
 * Seals a reply to the team, the recovery key and the citizen's mailbox. Looks at the thread as it is now first, so that
 * its place in the row is right also when a colleague has just answered.
 * @throws {IntakeError} when the request cannot be fetched or no longer opens
 */
export async function prepareReply(
  session: Session,
  requestId: string,
  words: Omit<Words, 'writtenOn'>,
): Promise<Prepared> {
  const opened = await fetchRequest(session, requestId)
  if (!isReadable(opened)) throw new IntakeError('not-found')
  const { reply } = opened.envelope
  const place = nextPlace(genuine(opened.thread), 'staff')
  const message = writeMessage(reply, 'staff', place, { writtenOn: today(), ...words })
  const bytes = await sealMessage(message, parseRecipients(recipients), reply.recipient)
  return { requestId, id: crypto.randomUUID(), sealed: toBase64url(bytes) }
}

/** @throws {IntakeError} */
export async function sendReply({ requestId, id, sealed }: Prepared): Promise<void> {
  await call('POST', `/api/staff/requests/${requestId}/replies`, messageAnswer, { id, sealed })
}

/** The language a person reads: their own, or Danish when they asked for an interpreter. */
export const languageOf = ({ envelope }: Readable): 'da' | 'en' =>
  envelope.request.language === 'en' ? 'en' : 'da'
