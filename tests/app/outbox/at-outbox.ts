import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, vi } from 'vitest'
import type * as Queue from '../../../src/app/outbox/queue.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { sealedText, token } from '../../intake/http/intake.ts'
import { startRealIntake, type RealIntake } from '../harness/real-intake.ts'
import { mend, put, wholeBrowser } from '../harness/refusing.ts'

// The outbox on a database of its own, against the real intake. A file of tests imports this first.

const built = vi.hoisted(() => ({ recipients: ['', ''] as readonly [string, string] }))
vi.mock('../../../src/app/build-info.ts', () => built)

/** What is there in the test that runs. */
export const here: { intake: RealIntake; queue: typeof Queue } = {} as typeof here

export const prove = (): Promise<null> => Promise.resolve(null)
export const entry = {
  id: '6f1e5f0e-2f43-4b7c-9a64-0c9a6d1f0b11',
  sealed: sealedText(),
  mailbox: hashToken(token()),
  slotIds: [],
  madeOn: '2026-11-26',
  purpose: 'request',
} as const

/** The intake will not have it. */
export const refused = (): Response =>
  Response.json(
    { type: 'urn:foerste-snak:problem:unacceptable', title: 't', status: 422 },
    { status: 422, headers: { 'content-type': 'application/problem+json' } },
  )

/** A page that is loaded now, and reads the outbox again. */
export async function loadPage(): Promise<void> {
  vi.resetModules()
  here.queue = await import('../../../src/app/outbox/queue.ts')
}

/** Each test begins on a phone that keeps nothing, with an intake that has nothing. */
export function eachOnItsOwnPhone(): void {
  beforeEach(async () => {
    vi.resetModules()
    wholeBrowser()
    put(globalThis, 'indexedDB', { value: new IDBFactory(), writable: true })
    here.intake = await startRealIntake()
    built.recipients = here.intake.recipients
    here.queue = await import('../../../src/app/outbox/queue.ts')
  })
  afterEach(() => {
    mend()
    vi.unstubAllGlobals()
  })
}
