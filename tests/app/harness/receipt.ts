import type { Receipt } from '../../../src/app/citizen.ts'
import { inMemory } from '../../../src/app/offline/unsaved.ts'
import { makeCode } from '../../../src/core/sealing/return-code.ts'

/** The receipt of a message that waits on the phone, its code in no hand yet. */
export const waitingReceipt = (): Receipt => ({
  id: 'an-id',
  code: makeCode(),
  answers: {},
  state: 'waiting',
  slot: null,
  writtenOn: '2026-11-22',
})

/** Puts a message of this id where the outbox puts what the phone refuses to keep. */
export function lieInMemory(id: string): void {
  inMemory.set(id, {
    id,
    sealed: '',
    mailbox: '',
    slotIds: [],
    madeOn: '2026-11-22',
    purpose: 'request',
    sealedTo: ['team', 'recovery'],
    tried: false,
  })
}
