// In a document
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import {
  begin,
  button,
  eachWithNothingKept,
  field,
  Inbox,
  intake,
  leave,
  lock,
  open,
  signIn,
  words,
} from './at-inbox.tsx'
import da from '../../locales/da/inbox.json'

eachWithNothingKept()

describe('a reply under way', () => {
  test('stays when a time limit is confirmed and the list cannot be fetched after it', async () => {
    await begin()
    const before = field()
    intake.list = 'unreachable'
    fireEvent.click(button(/^Bekræft /))
    await screen.findByText(da.confirm.sent)
    await screen.findByText(da.problems.stale, { exact: false })
    expect(field()).toBe(before)
    expect(field().value).toBe(words)

    intake.list = null
    fireEvent.click(button(da.list.again))
    await waitFor(() => {
      expect(screen.queryByText(da.problems.stale, { exact: false })).toBeNull()
    })
    expect(field().value).toBe(words)
  })

  test('is there again after the list and another request, and the list says so', async () => {
    await begin()
    fireEvent.click(button(da.detail.back))
    expect(await screen.findAllByText(da.list.begun)).toHaveLength(1)
    await open('Per')
    expect(field().value).toBe('')
    fireEvent.click(button(da.detail.back))
    await open('Ida')
    expect(field().value).toBe(words)
  })

  test('is there when the same member signs in again after the session ran out, where they were', async () => {
    await begin()
    intake.send = 'not-signed-in'
    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.problems.kept)
    intake.send = null
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ida')

    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.reply.sent)
    expect(field().value).toBe('')
  })

  test('is not shown to another member who signs in, and is there again for the one who wrote it', async () => {
    await begin()
    intake.send = 'not-signed-in'
    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.problems.kept)
    await signIn('bent')
    expect(screen.queryByText(da.problems.kept)).toBeNull()
    await open('Ida')
    expect(field().value).toBe('')
    // Closing the page would lose a colleague's words as well.
    expect(leave()).toBe(true)
    fireEvent.click(button(da.signOut))
    await screen.findByText(da.problems.kept)
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    // What the same member has signed out of is gone.
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.out))
    expect(screen.queryByText(da.problems.kept)).toBeNull()
    expect(leave()).toBe(false)
  })

  test('is asked about when the member signs out: it can be kept under a lock, or goes', async () => {
    await begin()
    fireEvent.click(button(da.signOut))
    expect(document.activeElement).toBe(screen.getByText(da.leave.ask))
    // What it is, and the way there.
    fireEvent.click(button('Ida'))
    expect(screen.queryByText(da.leave.ask)).toBeNull()
    expect(field().value).toBe(words)
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.stay))
    expect(document.activeElement).toBe(button(da.signOut))
    expect(field().value).toBe(words)
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.lock))
    await screen.findByText(da.problems.left)
    await screen.findByText(da.problems.kept)
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.out))
    expect(screen.queryByText(da.problems.kept)).toBeNull()
    await signIn('anne')
    await open('Ida')
    expect(field().value).toBe('')
  })

  test('is looked for though staff may be done with it, and holds nobody back once it was erased', async () => {
    await begin()
    fireEvent.click(button(da.detail.back))
    await screen.findAllByText(da.list.begun)
    fireEvent.click(button(da.lock))
    await screen.findByText(da.problems.kept)
    // Withdrawn meanwhile: nothing leads to what was begun for it any more.
    intake.erased = 'Ida'
    await signIn('anne')
    await screen.findAllByText(/Per/)
    expect(intake.also).toEqual(['Ida'])
    expect(leave()).toBe(false)
    fireEvent.click(button(da.signOut))
    expect(screen.queryByText(da.leave.ask)).toBeNull()
  })

  test('a state that is chosen and chosen back leaves nothing to ask about', async () => {
    render(<Inbox />)
    await signIn('anne')
    await open('Ida')
    fireEvent.click(screen.getByLabelText(da.state['handed-over']))
    expect(leave()).toBe(true)
    fireEvent.click(screen.getByLabelText(da.state.opened))
    expect(leave()).toBe(false)
  })

  test('makes the browser ask before the page is left, and only while it is there', async () => {
    await begin()
    expect(leave()).toBe(true)
    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.reply.sent)
    expect(leave()).toBe(false)
  })

  test('is there when the desk has locked itself and the same member unlocks it, where they were', async () => {
    await begin()
    await lock()
    expect(document.body.textContent).not.toMatch(/Ida|Per/)
    expect(document.title).toBe(da.title)
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ida')
  })

  test('of two who leave the desk open in turn, each has their own again, a chosen state too', async () => {
    await begin()
    fireEvent.click(screen.getByLabelText(da.state.answered))
    await lock()
    await signIn('bent')
    await open('Ida')
    expect(field().value).toBe('')
    expect(screen.getByLabelText<HTMLInputElement>(da.state.answered).checked).toBe(false)
    fireEvent.input(field(), { target: { value: 'Kære Ida' } })
    await lock()
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByLabelText<HTMLInputElement>(da.state.answered).checked).toBe(true)
    await lock()
    await signIn('bent')
    await waitFor(() => {
      expect(field().value).toBe('Kære Ida')
    })
  })
})

test('a request that is gone is said to be gone, and its reply is not lost from sight', async () => {
  await begin()
  intake.send = 'not-found'
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.gone)
  expect(field().value).toBe(words)
})
