// In a document
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { StillCopied } from '../../../src/inbox/session/still-copied.tsx'
import { noteCopied } from '../../../src/inbox/shared/copied.ts'
import { AtDesk } from '../at-desk.tsx'
import { eachOnItsOwnPage } from '../own-page.ts'

const show = (): unknown =>
  render(
    <AtDesk>
      <StillCopied />
    </AtDesk>,
  )

const writeText = vi.fn<(text: string) => Promise<void>>()
eachOnItsOwnPage()
beforeEach(() => {
  writeText.mockReset().mockResolvedValue()
  vi.stubGlobal('navigator', { clipboard: { writeText } })
})

test('nothing was copied: nobody’s clipboard is touched', async () => {
  show()
  fireEvent.pointerDown(document.body)
  await Promise.resolve()
  expect(writeText).not.toHaveBeenCalled()
})

test('what was copied goes when nobody is signed in, once', async () => {
  noteCopied()
  show()
  await waitFor(() => {
    expect(writeText.mock.calls).toEqual([['']])
  })
  await Promise.resolve()
  fireEvent.pointerDown(document.body)
  await Promise.resolve()
  expect(writeText).toHaveBeenCalledOnce()
  expect(screen.queryByText(da.problems.copied)).toBeNull()
})

test('where the browser refuses, that is said, and it goes when somebody comes back to the page', async () => {
  noteCopied()
  writeText.mockRejectedValue(new DOMException('not focused', 'NotAllowedError'))
  show()
  await screen.findByText(da.problems.copied)
  writeText.mockResolvedValue()
  fireEvent.pointerDown(document.body)
  await waitFor(() => {
    expect(screen.queryByText(da.problems.copied)).toBeNull()
  })
})
