// In a document
import { act, cleanup, render } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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
  seen: vi.fn(),
}))
vi.mock('../../../src/app/draft/draft.ts', () => ({
  WARN_BEFORE: 2 * 60_000,
  ...fakes,
}))
vi.mock('../../../src/app/outbox/outbox.ts', () => ({
  standings: fakes.standings,
  onTakenBack: fakes.onTakenBack,
  seen: fakes.seen,
}))
vi.mock('../../../src/app/copy/copy.ts', () => ({ useCopy: () => ({ t: (key: string) => key }) }))
vi.mock('../../../src/app/offline/notices.tsx', () => ({ Notices: () => null }))
const { Keeping } = await import('../../../src/app/draft/keeping.tsx')

const receipt = waitingReceipt()
const nothing: Draft = { answers: {}, receipt: null }
const page = (draft: Draft = nothing): Kept => ({
  draft,
  receipt: draft.receipt,
  answering: false,
  bring: vi.fn(),
  forgetAnswers: vi.fn(),
  onKept: vi.fn(),
  takenBack: vi.fn(),
})
/** Twice: what comes of a promise is drawn, and then has effects of its own. */
async function settled(): Promise<void> {
  for (const ms of [150, 10])
    await act(async () => {
      await new Promise(done => setTimeout(done, ms))
    })
}

beforeEach(() => {
  vi.resetAllMocks()
  vi.stubGlobal('reportError', vi.fn())
  fakes.lookForDraft.mockResolvedValue(null)
  fakes.saveDraft.mockResolvedValue('kept')
  fakes.standings.mockResolvedValue([])
  fakes.seen.mockResolvedValue(undefined)
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

describe('the note that a request has arrived', () => {
  const arrived: Draft = { answers: {}, receipt: { ...receipt, state: 'sent' } }

  test('goes when the tab has the receipt as it stands now, and not before', async () => {
    let put: (how: string) => void = () => undefined
    const given = page({ answers: {}, receipt })
    const { rerender } = render(<Keeping {...given} />)
    await settled()
    expect(fakes.saveDraft).toHaveBeenCalled()
    fakes.saveDraft.mockReturnValue(new Promise(done => (put = done)))
    rerender(<Keeping {...given} draft={arrived} receipt={arrived.receipt} />)
    await settled()
    expect(fakes.saveDraft).toHaveBeenLastCalledWith(draftText(arrived))
    expect(fakes.seen).not.toHaveBeenCalled()
    put('kept')
    await settled()
    expect(fakes.seen).toHaveBeenCalledExactlyOnceWith('an-id')
  })

  test.each(['refused', 'silent', 'overtaken'])('stays where putting it away is %s', async how => {
    fakes.saveDraft.mockResolvedValue(how)
    render(<Keeping {...page(arrived)} />)
    await settled()
    expect(fakes.saveDraft).toHaveBeenCalled()
    expect(fakes.seen).not.toHaveBeenCalled()
  })

  test('goes with a code that is saved, whatever the tab has', async () => {
    fakes.saveDraft.mockResolvedValue('refused')
    render(<Keeping {...page()} receipt={{ ...receipt, state: 'sent', saved: true }} />)
    await settled()
    expect(fakes.seen).toHaveBeenCalledExactlyOnceWith('an-id')
  })

  test('stays for as long as nobody looks at the page', async () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    render(<Keeping {...page(arrived)} />)
    await settled()
    expect(fakes.saveDraft).toHaveBeenCalled()
    expect(fakes.seen).not.toHaveBeenCalled()
    hidden.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(fakes.seen).toHaveBeenCalledExactlyOnceWith('an-id')
    hidden.mockRestore()
  })

  test('is no other one’s to take away', async () => {
    const given = page(arrived)
    render(<Keeping {...given} receipt={{ ...receipt, id: 'another', state: 'sent' }} />)
    await settled()
    expect(fakes.seen).not.toHaveBeenCalled()
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
