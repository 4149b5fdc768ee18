// In a document
import { act, cleanup, render } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftText, type Draft } from '../../../src/app/draft/content.ts'
import type { Kept } from '../../../src/app/draft/keeping.tsx'
import type { TakenBack } from '../../../src/app/outbox/types.ts'
import { waitingReceipt } from '../harness/receipt.ts'

const fakes = vi.hoisted(() => ({
  loadDraft: vi.fn(),
  saveDraft: vi.fn(),
  touchDraft: vi.fn(),
  wipeDraft: vi.fn(),
  standings: vi.fn(),
  onTakenBack: vi.fn(),
}))
vi.mock('../../../src/app/draft/draft.ts', () => ({
  UNTOUCHED: 20 * 60_000,
  WARN_BEFORE: 2 * 60_000,
  ...fakes,
}))
vi.mock('../../../src/app/outbox/outbox.ts', () => ({
  standings: fakes.standings,
  onTakenBack: fakes.onTakenBack,
}))
vi.mock('../../../src/app/offline/notices.tsx', () => ({ Notices: () => null }))
const { Keeping } = await import('../../../src/app/draft/keeping.tsx')

const receipt = waitingReceipt()
const nothing: Draft = { answers: {}, receipt: null }
const page = (draft: Draft = nothing): Kept => ({
  draft,
  bring: vi.fn(),
  forgetAnswers: vi.fn(),
  onKept: vi.fn(),
  takenBack: vi.fn(),
})
const settled = async (): Promise<void> =>
  act(async () => {
    await new Promise(done => setTimeout(done, 150))
  })

beforeEach(() => {
  vi.resetAllMocks()
  vi.stubGlobal('reportError', vi.fn())
  fakes.loadDraft.mockResolvedValue(null)
  fakes.saveDraft.mockResolvedValue('kept')
  fakes.standings.mockResolvedValue([])
})
afterEach(cleanup)

test('answers given before it came are put away when it comes, and what refuses is heard', async () => {
  const given = page({ answers: { audience: 'adult' }, receipt: null })
  fakes.saveDraft.mockResolvedValue('refused')
  render(<Keeping {...given} />)
  await vi.waitFor(() => {
    expect(fakes.saveDraft).toHaveBeenCalledWith(draftText(given.draft))
    expect(given.onKept).toHaveBeenLastCalledWith(false)
  })
})

test('what was put away is brought once: the answers, and the receipt as it stands now', async () => {
  fakes.loadDraft.mockResolvedValue(draftText({ answers: { audience: 'youth' }, receipt }))
  const given = page()
  const { rerender } = render(<Keeping {...given} />)
  await settled()
  // The intake has said yes meanwhile: nothing of it waits any more.
  expect(given.bring).toHaveBeenCalledExactlyOnceWith({
    answers: { audience: 'youth' },
    receipt: expect.objectContaining({ id: 'an-id', state: 'sent' }),
  })
  rerender(<Keeping {...given} draft={{ answers: { audience: 'youth' }, receipt: null }} />)
  await settled()
  expect(given.bring).toHaveBeenCalledOnce()
})

test('a message that is taken back is heard for as long as the page is there', async () => {
  const stop = vi.fn()
  fakes.onTakenBack.mockReturnValue(stop)
  const given = page()
  const { unmount } = render(<Keeping {...given} />)
  await settled()
  const [[listener]] = fakes.onTakenBack.mock.calls as [[(id: string, how: TakenBack) => void]]
  listener('an-id', 'withdrawn')
  expect(given.takenBack).toHaveBeenCalledWith('an-id', 'withdrawn')
  unmount()
  await settled()
  expect(stop).toHaveBeenCalledOnce()
})
