// In a document
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { StillCopied } from '../../../src/inbox/session/still-copied.tsx'
import { noteCopied, noteCopying } from '../../../src/inbox/shared/copied.ts'
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

test('it is known after F5 too', async () => {
  noteCopied()
  vi.resetModules()
  const { emptyClipboard } = await import('../../../src/inbox/shared/copied.ts')
  expect(await emptyClipboard()).toBe(true)
  expect(writeText.mock.calls).toEqual([['']])
  vi.resetModules()
  const again = await import('../../../src/inbox/shared/copied.ts')
  await again.emptyClipboard()
  expect(writeText).toHaveBeenCalledOnce()
})

test('what is copied by hand while a desk is open goes as well, and what is copied after it does not', async () => {
  const end = noteCopying()
  document.dispatchEvent(new Event('copy'))
  show()
  await waitFor(() => {
    expect(writeText).toHaveBeenCalledOnce()
  })
  end()
  document.dispatchEvent(new Event('copy'))
  fireEvent.pointerDown(document.body)
  await Promise.resolve()
  expect(writeText).toHaveBeenCalledOnce()
})
