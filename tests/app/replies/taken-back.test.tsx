// In a document
import { act, renderHook } from '@testing-library/preact'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as OfMailbox from '../../../src/app/replies/mailbox.ts'
import type { Mailbox } from '../../../src/app/replies/mailbox.ts'
import type { ReturnCode } from '../../../src/core/sealing/return-code.ts'
import { noNetwork, startRealIntake, type RealIntake } from '../harness/real-intake.ts'
import { mend, put, wholeBrowser } from '../harness/refusing.ts'

// An open thread, the real outbox and the real intake.

const built = vi.hoisted(() => ({ recipients: ['', ''] as readonly [string, string], signers: [] }))
vi.mock('../../../src/app/build-info.ts', () => built)

const answers = {
  audience: 'adult',
  wish: 'advice',
  substance: 'alcohol',
  identity: 'anonymous',
  message: 'Hej',
} as const

let intake: RealIntake
let mailbox: () => Mailbox | null
let refresh: () => Promise<boolean>
let here: typeof OfMailbox

beforeEach(async () => {
  vi.resetModules()
  vi.stubGlobal('reportError', vi.fn())
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: new IDBFactory(), writable: true })
  intake = await startRealIntake()
  built.recipients = intake.recipients
  here = await import('../../../src/app/replies/mailbox.ts')
  const { deliver } = await import('../../../src/app/request/send.ts')
  const { useMailbox } = await import('../../../src/app/replies/use-mailbox.ts')
  let code: ReturnCode | null = null
  await deliver(answers, 'da', kept => {
    code = kept.code
  })
  const { result } = renderHook(() => useMailbox(() => undefined))
  await act(async () => {
    await result.current.open(code ?? ('' as ReturnCode))
  })
  mailbox = () => result.current.mailbox
  refresh = () => result.current.refresh()
})
afterEach(() => {
  mend()
  vi.unstubAllGlobals()
})

const open = (): Mailbox => {
  const now = mailbox()
  if (!now) throw new Error('the mailbox is not open')
  return now
}
const texts = (): unknown[] =>
  open().thread.messages.map(entry => entry.status === 'genuine' && entry.message.text)

/** Writes without a network, and looks again, as the form does. @returns the id of what waits then */
async function writeOffline(text: string): Promise<string> {
  intake.answer = noNetwork
  expect(await here.write(open(), { text })).toBe('waiting')
  await act(async () => {
    await refresh()
  })
  expect(texts()).toEqual([text])
  const [id] = open().unsent
  return id ?? ''
}

test('a message deleted before it was sent is listed no more, and the next one leaves no gap for ever', async () => {
  const { withdrawWaiting } = await import('../../../src/app/outbox/outbox.ts')
  await withdrawWaiting(await writeOffline('Den første'))
  await vi.waitFor(() => {
    expect(texts()).toEqual([])
  })
  intake.answer = null
  expect(await here.write(open(), { text: 'Den næste' })).toBe('sent')
  await act(async () => {
    await refresh()
  })
  expect(texts()).toEqual(['Den næste'])
  expect(open().thread.gaps).toEqual([])
})

test('so is what waits when everything is to be deleted and only the phone can be asked to', async () => {
  await writeOffline('Den første')
  expect(await here.withdrawAll(open())).toBe(false)
  await vi.waitFor(() => {
    expect(texts()).toEqual([])
  })
})

test('what the intake will not have since all is erased does not close the thread before that is read', async () => {
  expect(await here.withdrawAll(open())).toBe(true)
  intake.asked.length = 0
  expect(await here.write(open(), { text: 'Hej' })).toBe('gone')
  expect(intake.asked).not.toContain('GET /api/mailbox')
  expect(mailbox()).not.toBeNull()
})
