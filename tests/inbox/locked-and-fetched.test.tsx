// In a document
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { begin, button, eachWithNothingKept, Inbox, intake, open, signIn } from './at-inbox.tsx'
import da from '../../locales/da/inbox.json'

eachWithNothingKept()

test('the desk can be locked at any time, at once: nothing of anybody is left, nor the way to take something back', async () => {
  render(<Inbox />)
  await signIn('anne')
  await open('Ida')
  fireEvent.click(screen.getByLabelText(da.state['handed-over']))
  fireEvent.click(button(da.detail.stateSave))
  await screen.findByRole('button', { name: da.close.undo })
  fireEvent.click(screen.getAllByRole('button', { name: da.detail.back })[0]!)
  await screen.findByText(/Ida/, { selector: '.taken > [role=status]' })
  fireEvent.click(button(da.lock))
  await screen.findByText(da.problems.left)
  expect(document.body.textContent).not.toMatch(/Ida|Per/)
  expect(screen.queryByText(da.problems.kept)).toBeNull()
  await signIn('anne')
  await screen.findByRole('heading', { level: 1, name: da.list.title })
  expect(screen.queryByRole('button', { name: da.close.undo })).toBeNull()
})

test.each(['lock', 'signOut'] as const)(
  '%s: what has the focus lets go of it before it is taken out of the page',
  async way => {
    render(<Inbox />)
    await signIn('anne')
    const search = await screen.findByRole('searchbox')
    const there: boolean[] = []
    search.addEventListener('blur', () => there.push(search.isConnected))
    search.focus()
    fireEvent.click(button(da[way]))
    await waitFor(() => {
      expect(search.isConnected).toBe(false)
    })
    expect(there).toEqual([true])
  },
)

test('the title tells how many are new, nobody’s name, and nothing once signed out', async () => {
  intake.state = 'new'
  render(<Inbox />)
  await signIn('anne')
  await waitFor(() => {
    expect(document.title).toBe(da.titleNew.replace('{{n}}', '2'))
  })
  button('English').focus()
  fireEvent.click(button('English'))
  await waitFor(() => {
    expect(document.title).toBe('(2) Inbox')
  })
  // Who chose by mistake goes back with the same key.
  expect(document.activeElement).toBe(button('Dansk'))
  fireEvent.click(button('Sign out'))
  expect(document.title).toBe('Inbox')
})

test('coming back to the list fetches it anew', async () => {
  await begin()
  const fetched = intake.fetched
  fireEvent.click(button(da.detail.back))
  await waitFor(() => {
    expect(intake.fetched).toBe(fetched + 1)
  })
})

test('the state that was saved is still said when the list has come anew, with the focus where it was', async () => {
  await begin()
  const save = button(da.detail.stateSave)
  save.focus()
  const fetched = intake.fetched
  fireEvent.click(screen.getByLabelText(da.state.closed))
  fireEvent.click(screen.getByLabelText(da.close.reasons.helped))
  fireEvent.click(save)
  const said = da.detail.stateSaved.replace('{{state}}', da.state.closed)
  await screen.findByText(said)
  await waitFor(() => {
    expect(intake.fetched).toBe(fetched + 1)
  })
  await Promise.resolve()
  expect(screen.getByText(said)).toBeTruthy()
  expect(document.activeElement).toBe(button(da.detail.stateSave))
})
