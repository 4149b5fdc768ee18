import type { Receipt } from '../../../src/app/citizen.ts'
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
