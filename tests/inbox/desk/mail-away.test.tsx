// In a document
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { AtDesk } from '../at-desk.tsx'

const { MailAway } = await import('../../../src/inbox/desk/mail-away.tsx')

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function intakeSays(answer: () => Response): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(() => Promise.resolve(answer()))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const shown = () =>
  render(
    <AtDesk>
      <MailAway />
    </AtDesk>,
  )

test('members read since when no mail reaches them, and what to do', async () => {
  intakeSays(() => Response.json({ failingSince: '2026-11-25' }))
  shown()
  await screen.findByText(/Mail til jer kan ikke sendes \(siden onsdag den 25\.\snovember\)/)
})

test.each([
  ['nothing is wrong', () => Response.json({ failingSince: null })],
  ['the intake does not answer, which the desk tells', () => new Response('', { status: 500 })],
])('nothing is said while %s', async (_why, answer) => {
  const fetch = intakeSays(answer)
  const { container } = shown()
  await waitFor(() => {
    expect(fetch).toHaveBeenCalledOnce()
  })
  await fetch.mock.results[0]?.value
  expect(container.textContent).toBe('')
})
