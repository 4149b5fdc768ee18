// In a document
import { act, cleanup, render } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftText, type Draft } from '../../../src/app/draft/content.ts'
import type { Kept } from '../../../src/app/draft/keeping.tsx'
import type { TakenBack } from '../../../src/app/outbox/types.ts'
import { waitingReceipt } from '../harness/receipt.ts'

const fakes = vi.hoisted(() => ({
  lookForDraft: vi.fn(),
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
vi.mock('../../../src/app/copy/copy.ts', () => ({ useCopy: () => ({ t: (key: string) => key }) }))
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
  fakes.lookForDraft.mockResolvedValue(null)
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
  fakes.lookForDraft.mockResolvedValue(draftText({ answers: { audience: 'youth' }, receipt }))
  const answer = { slot: null, receivedOn: '2026-11-26' }
  fakes.standings.mockResolvedValue([{ id: 'an-id', at: 'sent', answer, wished: false }])
  const given = page()
  const { rerender } = render(<Keeping {...given} />)
  await settled()
  expect(given.bring).toHaveBeenCalledExactlyOnceWith({
    answers: { audience: 'youth' },
    receipt: expect.objectContaining({ id: 'an-id', state: 'sent' }),
  })
  rerender(<Keeping {...given} draft={{ answers: { audience: 'youth' }, receipt: null }} />)
  await settled()
  expect(given.bring).toHaveBeenCalledOnce()
})

test('a receipt of which nothing on the phone tells is not taken for arrived', async () => {
  fakes.lookForDraft.mockResolvedValue(draftText({ answers: {}, receipt }))
  const given = page()
  render(<Keeping {...given} />)
  await settled()
  expect(given.bring).toHaveBeenCalledExactlyOnceWith({
    answers: {},
    receipt: expect.objectContaining({ id: 'an-id', code: receipt.code, state: 'unknown' }),
  })
})

test('where the phone takes long that is said, nothing counts as kept, and nothing is removed', async () => {
  let answer: (text: string) => void = () => undefined
  fakes.lookForDraft.mockImplementation((onSlow: () => void) => {
    onSlow()
    return new Promise(done => (answer = done))
  })
  const given = page()
  const { container } = render(<Keeping {...given} />)
  await settled()
  expect(container.textContent).toBe('offline:draftSlow')
  expect(given.onKept).toHaveBeenLastCalledWith(false)
  expect(fakes.wipeDraft).not.toHaveBeenCalled()
  answer(draftText({ answers: { audience: 'youth' }, receipt: null }))
  await settled()
  expect(container.textContent).toBe('')
  expect(given.onKept).toHaveBeenLastCalledWith(true)
  expect(given.bring).toHaveBeenCalledWith({ answers: { audience: 'youth' }, receipt: null })
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
