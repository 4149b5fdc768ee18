// In a document
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CitizenContext, type Citizen } from '../../../src/app/citizen.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Mailbox, Sent, write } from '../../../src/app/replies/mailbox.ts'

const crisis = vi.hoisted(() => ({ crisesIn: vi.fn(() => []), crisisWarmUps: [vi.fn(), vi.fn()] }))
vi.mock('../../../src/core/request/crisis.ts', () => crisis)
const mailbox = vi.hoisted(() => ({ write: vi.fn<typeof write>() }))
vi.mock('../../../src/app/replies/mailbox.ts', () => mailbox)
const { WriteForm } = await import('../../../src/app/replies/write-form.tsx')

const t = makeT('da', allCopy('da'))
const open = { answer: { bookings: [], bookingsLeft: {} } } as unknown as Mailbox // all that the form looks at
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const form = (text: string, kept: boolean) => {
  return (
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <CitizenContext.Provider value={{ kept } as Citizen}>
        <WriteForm mailbox={open} text={text} onText={() => undefined} onSent={() => Promise.resolve()} />
      </CitizenContext.Provider>
    </CopyContext.Provider>
  )
}

test('where the phone does not keep what is being written, that is told once there is something to lose', () => {
  const said = t('offline:draftNotKept')
  const { rerender } = render(form('', false))
  expect(screen.queryByText(said)).toBeNull()
  rerender(form('Hej', false))
  expect(screen.getByText(said)).toBeDefined()
  rerender(form('Hej', true))
  expect(screen.queryByText(said)).toBeNull()
})

test('the look-out for a crisis is made ready before the first letter, in which it would be one long task', async () => {
  vi.stubGlobal('requestIdleCallback', (ready: () => void) => setTimeout(ready))
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <WriteForm mailbox={open} text="" onText={() => undefined} onSent={() => Promise.resolve()} />
    </CopyContext.Provider>,
  )
  await waitFor(() => {
    for (const warmUp of crisis.crisisWarmUps) expect(warmUp).toHaveBeenCalledOnce()
  })
  expect(crisis.crisesIn).not.toHaveBeenCalled()
})

const onSent = vi.fn(() => Promise.resolve())
/** The form and what stands in it, which outlives it; `isShown` is false on the screen with the times. */
function Thread({ isShown = true }: { readonly isShown?: boolean }): JSX.Element {
  const [text, setText] = useState('')
  return (
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      {isShown && <WriteForm mailbox={open} text={text} onText={setText} onSent={onSent} />}
      <output>{text}</output>
    </CopyContext.Provider>
  )
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const type = (value: string): void => {
  fireEvent.input(field(), { target: { value } })
}

/** Writes and sends; `keep` and `end` are what the phone and the intake do, `back` is asked when it is not wanted. */
async function sends(text: string) {
  vi.stubGlobal('reportError', vi.fn())
  const shown = render(<Thread />)
  type(text)
  let end: (sent: Sent) => void = () => undefined
  mailbox.write.mockReturnValue(new Promise(resolve => (end = resolve)))
  const button = screen.getByRole('button')
  button.focus()
  await act(() => {
    fireEvent.click(button)
  })
  const asked = mailbox.write.mock.lastCall?.[2]
  return {
    ...shown,
    button,
    keep: () => act(() => asked?.onKept()),
    back: () => {
      let is: boolean | undefined
      void act(() => {
        is = asked?.onBack()
      })
      return is
    },
    end: (sent: Sent) =>
      act(async () => {
        end(sent)
        await new Promise(done => setTimeout(done))
      }),
  }
}

test('while it is being sealed nothing can be changed that would not come along, and the focus stays', async () => {
  const { button, keep } = await sends('Hej')
  expect([button.textContent, field().readOnly, field().value]).toEqual([
    t('replies:write.sending'),
    true,
    'Hej',
  ])
  expect(document.activeElement).toBe(button)
  await keep()
  expect([button.textContent, field().readOnly]).toEqual([t('replies:write.sending'), false])
  expect(document.activeElement).toBe(button)
})

test('once the phone has it, it stands ready to be sent no more, and what is typed then is not deleted', async () => {
  const { keep, end } = await sends('Hej')
  await keep()
  expect(field().value).toBe('')
  type('Og en ting mere')
  await end('sent')
  expect(onSent).toHaveBeenCalled()
  expect(field().value).toBe('Og en ting mere')
})

test('what the phone cannot seal still stands there, and can be changed', async () => {
  const { end } = await sends('Hej')
  await end('failed')
  expect([field().readOnly, field().value]).toEqual([false, 'Hej'])
})

test('what the intake will not have comes back, before what has been typed since', async () => {
  const { keep, back, end } = await sends('Hej')
  await keep()
  expect([back(), field().value]).toEqual([true, 'Hej'])
  type('')
  type('Og en ting mere')
  expect([back(), field().value]).toEqual([true, 'Hej\n\nOg en ting mere'])
  await end('failed')
  expect(screen.getByText(t('replies:write.failed'))).toBeDefined()
})

test('on another screen by then it does not stand ready either, and does not come back', async () => {
  const { rerender, keep, back } = await sends('Hej')
  rerender(<Thread isShown={false} />)
  await keep()
  expect(screen.getByRole('status').textContent).toBe('')
  expect(back()).toBe(false)
  expect(screen.getByRole('status').textContent).toBe('')
})
