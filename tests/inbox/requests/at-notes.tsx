import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { beforeEach, expect, vi } from 'vitest'
import { IntakeError } from '../../../src/inbox/shared/failure.ts'
import type { Readable } from '../../../src/inbox/model/requests.ts'
import { AtDesk } from '../at-desk.tsx'
import { aSession, on, opened } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

// The intake and sealing are stood in for: what is noted, and what is said of it, is looked at here.
// A file of tests imports this first: what comes before it has the real ones.
type Sending = {
  event: string
  text?: string
  upTo?: number | null
  missed?: boolean | undefined
  done: () => void
  lost: () => void
}
const standIn = vi.hoisted(() => ({ sending: [] as Sending[], now: {} }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: (_: unknown, __: string, words: object, missed?: boolean) =>
    Promise.resolve({ ...words, missed }),
  sendNote: (_: string, note: Sending) =>
    new Promise<void>((done, failed) => {
      const lost = (): void => {
        failed(new IntakeError('unreachable'))
      }
      standIn.sending.push({ ...note, done, lost })
    }),
}))
vi.mock('../../../src/inbox/opening/opener.ts', async importActual => ({
  ...(await importActual<object>()),
  fetchRequest: () => Promise.resolve(standIn.now),
}))

const { Notes } = await import('../../../src/inbox/requests/detail/notes.tsx')
const { SaidContext } = await import('../../../src/inbox/shared/use-said.ts')

/** What is under way to the intake, and the request as it has it by now. */
export const intake = standIn
export const sending = (): Sending[] => standIn.sending

/** The notes of a request, with the place where what was done is said. */
export function Page({ one }: { readonly one: Readable }): JSX.Element {
  const [said, onSaid] = useState({ by: '', text: '' })
  return (
    <SaidContext.Provider value={{ said, onSaid }}>
      <Notes opened={one} />
    </SaidContext.Provider>
  )
}

export const ownedBy = (name: string): Readable => {
  const note = { event: 'mine', by: name, at: `${on(4)}T10:00:00Z`, text: '', mac: 'm' }
  return opened('a', { more: { notes: [note] as unknown as Readable['notes'] } })
}
export const show = (one: Readable): unknown =>
  render(
    <AtDesk requests={[one]} session={aSession({ name: 'Alva' })}>
      <Page one={one} />
    </AtDesk>,
  )
export const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }))

/** What is sent, once there are so many. */
export const events = async (count: number): Promise<string[]> => {
  await waitFor(() => {
    expect(sending()).toHaveLength(count)
  })
  return sending().map(({ event }) => event)
}

/** Each test begins with nothing sent, of a request that is as it was. */
export function eachWithNothingSent(): void {
  eachOnItsOwnPage()
  beforeEach(() => {
    standIn.sending = []
    standIn.now = opened('a')
  })
}
