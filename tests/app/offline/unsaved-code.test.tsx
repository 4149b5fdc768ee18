// In a document
import { act, cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { draftText } from '../../../src/app/draft/content.ts'
import { waitingReceipt } from '../harness/receipt.ts'

const draft = vi.hoisted(() => ({ hasDraft: vi.fn(), lookForDraft: vi.fn() }))
vi.mock('../../../src/app/draft/draft.ts', () => ({ lookForDraft: draft.lookForDraft }))
vi.mock('../../../src/app/draft/laid.ts', () => ({ hasDraft: draft.hasDraft }))
const { UnsavedCode } = await import('../../../src/app/offline/unsaved-code.tsx')
const { sayWithdrawn } = await import('../../../src/app/offline/withdrawn.ts')

const t = makeT('da', allCopy('da'))
const receipt = waitingReceipt()
vi.stubGlobal('reportError', vi.fn())
afterEach(cleanup)

test('a code that nobody has saved is no longer spoken of when its message has been taken back', async () => {
  draft.hasDraft.mockReturnValue(true)
  draft.lookForDraft.mockResolvedValue(draftText({ answers: {}, receipt }))
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <UnsavedCode />
    </CopyContext.Provider>,
  )
  expect(await screen.findByText(t('offline:unsavedCode.title'))).toBeTruthy()
  draft.hasDraft.mockReturnValue(false)
  void act(() => {
    sayWithdrawn('withdrawn')
  })
  await waitFor(() => {
    expect(screen.queryByText(t('offline:unsavedCode.title'))).toBeNull()
  })
})
