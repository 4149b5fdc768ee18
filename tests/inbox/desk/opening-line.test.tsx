// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { Book, Shelf } from '../../../src/inbox/model/book.ts'
import { openSession } from '../../../src/inbox/session/session.ts'
import { keptKeyOf } from '../../../src/inbox/session/kept.ts'
import { goesBack } from '../goes-back.ts'
import { noKey, noTeam, opened } from '../made-up.ts'
import '../frames-at-once.ts'

// Intake and sealing are stood in for: how many are on their way, and where that is said, is looked at here.
const done = { finished: 4, junk: 1 }
const intake = vi.hoisted(() => ({ finish: (): void => undefined }))
vi.mock('../../../src/inbox/session/session.ts', () => ({
  openSession: vi.fn(),
  closeSession: () => Promise.resolve(),
}))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: null,
}))
vi.mock('../../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: () => Promise.resolve({ version: 'v', times: { slots: [], tally: {} }, failingSince: null }),
}))
vi.mock('../../../src/inbox/model/book.ts', async importActual => ({
  ...(await importActual<object>()),
  fetchRequests: (_: unknown, book: Book, __: unknown, onProgress: (shelf: Shelf) => void) => {
    const { isDoneWanted } = book
    const shelf = { requests: [opened('a', { request: { name: 'Ida' } })], left: 0, done, isDoneWanted }
    if (!isDoneWanted) return Promise.resolve(shelf)
    onProgress({ ...shelf, left: 3 })
    return new Promise<Shelf>(finish => {
      intake.finish = () => {
        finish({ ...shelf, done: { finished: 0, junk: 0 } })
      }
    })
  },
}))

const { Inbox } = await import('../../../src/inbox/inbox.tsx')

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined)
  // happy-dom has none.
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error
  })
  goesBack()
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

async function signIn(): Promise<void> {
  render(<Inbox />)
  const key = { ...noKey, name: 'anne', signing: 'anne' }
  const keptKey = await keptKeyOf(key)
  vi.mocked(openSession).mockResolvedValue({ name: 'Anne', member: 'anne', key, teams: [noTeam], keptKey })
  const file = new File(['{}'], 'key.json')
  fireEvent.change(screen.getByLabelText(da.signIn.file), { target: { files: [file] } })
  fireEvent.click(screen.getByRole('button', { name: da.signIn.button }))
  await screen.findByText(/Ida/)
}
/** What says how many more are being opened. */
const lines = (): (string | null)[] =>
  [...document.querySelectorAll('[role=status]')]
    .map(one => one.textContent)
    .filter(text => /åbnes/.test(text))
const shut = (name: 'finished' | 'junk'): HTMLElement =>
  screen.getByText(da.list.groups[name].replace('{{n}}', `${done[name]}`))

test('while somebody looks for what is done with, one line says how many are on their way, whatever is open', async () => {
  await signIn()
  expect(lines()).toEqual([])
  fireEvent.input(screen.getByLabelText(da.list.search), { target: { value: 'Ida' } })
  await waitFor(() => {
    expect(lines()).toEqual(['Der åbnes 3 henvendelser mere …'])
  })
  fireEvent.input(screen.getByLabelText(da.list.search), { target: { value: '' } })
  fireEvent.click(shut('finished'))
  await waitFor(() => {
    expect(lines()).toEqual(['Der åbnes 3 henvendelser mere …'])
  })
  // Both folds stand open, and then somebody searches as well.
  fireEvent.click(shut('junk'))
  fireEvent.input(screen.getByLabelText(da.list.search), { target: { value: 'Ida' } })
  await waitFor(() => {
    expect(lines()).toEqual(['Der åbnes 3 henvendelser mere …'])
  })
  intake.finish()
  await waitFor(() => {
    expect(lines()).toEqual([])
  })
})
