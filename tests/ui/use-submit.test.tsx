// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSubmit } from '../../src/ui/index.ts'

function Sending(props: { readonly check?: () => boolean; readonly send: () => Promise<void> }): JSX.Element {
  const { busy, attempt, submit } = useSubmit(props)
  return (
    <button type="button" onClick={submit}>
      {`${busy ? 'busy' : 'ready'} ${attempt}`}
    </button>
  )
}

const reported = vi.fn()
beforeEach(() => {
  reported.mockClear()
  vi.stubGlobal('reportError', reported)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('two taps send once; when it is done it can be sent again', async () => {
  let arrived: () => void = () => undefined
  const send = vi.fn(() => new Promise<void>(done => (arrived = done)))
  render(<Sending send={send} />)
  const button = screen.getByRole('button')
  button.click()
  button.click()
  expect(send).toHaveBeenCalledTimes(1)
  await screen.findByText('busy 1')
  arrived()
  await screen.findByText('ready 1')
  fireEvent.click(button)
  expect(send).toHaveBeenCalledTimes(2)
})

test('what is not right is not sent, and counts as a try', async () => {
  const send = vi.fn(() => Promise.resolve())
  render(<Sending check={() => false} send={send} />)
  fireEvent.click(screen.getByRole('button'))
  await screen.findByText('ready 1')
  fireEvent.click(screen.getByRole('button'))
  await screen.findByText('ready 2')
  expect(send).not.toHaveBeenCalled()
})

test('what it throws is reported, and it can be tried again', async () => {
  const fault = new Error('no such luck')
  render(<Sending send={() => Promise.reject(fault)} />)
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => {
    expect(reported).toHaveBeenCalledWith(fault)
  })
  await screen.findByText('ready 1')
})
