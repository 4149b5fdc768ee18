// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Withdrawn } from '../../../src/app/offline/withdrawn.ts'

const outbox = vi.hoisted(() => ({
  flush: vi.fn(),
  tryAgain: vi.fn(),
  withdrawWaiting: vi.fn(),
}))
vi.mock('../../../src/app/outbox/outbox.ts', () => outbox)
const { takeBackReceipt } = vi.hoisted(() => ({ takeBackReceipt: vi.fn() }))
vi.mock('../../../src/app/draft/put-away.ts', () => ({ takeBackReceipt }))
const { KeptMessage } = await import('../../../src/app/offline/kept-message.tsx')
const { onWithdrawn } = await import('../../../src/app/offline/withdrawn.ts')

const t = makeT('da', allCopy('da'))
const reported = vi.fn()
const said: Withdrawn[] = []
let stop: () => unknown = () => undefined

function show(): void {
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <KeptMessage
        standing={{ id: 'an-id', purpose: 'request', at: 'waiting', inMemory: false, why: null }}
      />
    </CopyContext.Provider>,
  )
}

beforeEach(async () => {
  vi.stubGlobal('reportError', reported)
  takeBackReceipt.mockResolvedValue(undefined)
  stop = onWithdrawn(how => said.push(how))
  show()
  await screen.findByRole('button', { name: t('offline:waiting.now') })
})
afterEach(() => {
  stop()
  said.length = 0
  cleanup()
  vi.resetAllMocks()
})
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}

test('a second tap on "yes" does not say that it was sent already, while it is being taken back', async () => {
  // As the outbox answers: what the first tap has removed the second would not find.
  outbox.withdrawWaiting.mockResolvedValueOnce('withdrawn').mockResolvedValue('already-sent')
  press(t('offline:withdraw.button'))
  await screen.findByText(t('offline:withdraw.sure'))
  press(t('offline:withdraw.yes'))
  press(t('offline:withdraw.yes'))
  await waitFor(() => {
    expect(said).toEqual(['withdrawn'])
  })
  expect(outbox.withdrawWaiting).toHaveBeenCalledTimes(1)
  expect(takeBackReceipt).toHaveBeenCalledExactlyOnceWith('an-id', 'withdrawn')
})

test('taking back that fails is said, and is reported', async () => {
  const broken = new Error('the database is gone')
  outbox.withdrawWaiting.mockRejectedValue(broken)
  press(t('offline:withdraw.button'))
  await screen.findByText(t('offline:withdraw.sure'))
  press(t('offline:withdraw.yes'))
  await waitFor(() => {
    expect(reported).toHaveBeenCalledExactlyOnceWith(broken)
  })
  expect(said).toEqual(['failed'])
})

test('trying again says so until the outbox has tried', async () => {
  let end: () => void = () => undefined
  outbox.tryAgain.mockResolvedValue(undefined)
  outbox.flush.mockReturnValue(new Promise<void>(resolve => (end = resolve)))
  press(t('offline:waiting.now'))
  await screen.findByRole('button', { name: t('offline:waiting.trying') })
  end()
  await screen.findByRole('button', { name: t('offline:waiting.now') })
  expect(outbox.tryAgain).toHaveBeenCalledExactlyOnceWith('an-id')
})

test('what may never be sent without the page is not promised, whatever the browser knows', async () => {
  vi.stubGlobal('SyncManager', vi.fn()) // perhaps switched off, or the worker is not there yet
  cleanup()
  show()
  await screen.findByText(t('offline:waiting.kept'))
  vi.unstubAllGlobals()
})
