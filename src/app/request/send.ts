import type { Answers } from '../../core/request/index.ts'
import type { Language } from '../../core/facts/types.ts'
import { makeCode, type ReturnCode } from '../../core/sealing/return-code.ts'
import { recipients } from '../build-info.ts'
import { putAndSend, type Outcome } from '../outbox/outbox.ts'
import { endSealing, performBeside, prepareSealing } from '../sealing/beside.ts'
import type { Input, Made } from '../sealing/crafts.ts'
import { today } from '../today.ts'
import { uuid } from '../phone/uuid.ts'
import { whenIdle } from '../phone/when-idle.ts'

/** Milliseconds in which what sends is asked for, however busy the phone is. */
const SOON = 1_000

/** What a receipt shows of something that lies sealed on the phone. */
export type Kept = {
  readonly id: string
  readonly code: ReturnCode
  readonly writtenOn: string
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
  const id = uuid()
  const code = makeCode()
  const writtenOn = today()
  const slotIds = [...(answers.slotIds ?? [])]
  const { sealed, mailbox } = await sealedFrom({ answers, lang, id, code, writtenOn, recipients })
  const entry = { id, sealed, mailbox, slotIds, madeOn: writtenOn, purpose: 'request' as const }
  return putAndSend(entry, () => {
    onKept({ id, code, writtenOn })
  })
}

/** What seals holds nothing of it any more when this ends, however it ends. */
async function sealedFrom(given: Input<'request'>): Promise<Made<'request'>> {
  try {
    return await performBeside('request', given)
  } catch (cause) {
    throw new SealingFailed('the phone could not seal the request', { cause })
  } finally {
    endSealing()
  }
}

/** Fetches what seals and sends while the last screen is read: a network that goes away then does not matter. */
export function prepareSending(): void {
  prepareSealing()
  // Getting its schemas ready takes longer than a tap may wait: after the screen is drawn.
  whenIdle(() => {
    import('../outbox/send.ts').catch(() => {
      // It is loaded again when it is needed, and what is sealed waits then.
    })
  }, SOON)
}

/** It could not be sealed, so nothing has left the page; what was written is still there. */
export class SealingFailed extends Error {
  override readonly name = 'SealingFailed'
}
