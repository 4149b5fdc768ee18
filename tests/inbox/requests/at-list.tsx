import { fireEvent, render, screen, within } from '@testing-library/preact'
import type { JSX } from 'preact'
import { beforeEach, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { AtDesk } from '../at-desk.tsx'
import '../frames-at-once.ts'
import { on } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

// The intake and the sealing of notes are stood in for: what the list shows and asks is looked at here.
// A file of tests imports this first: what comes before it has the real ones.
const standIn = vi.hoisted(() => ({ states: [] as unknown[] }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, asked: unknown) => {
    standIn.states.push([name, asked])
    return Promise.resolve({ changed: ['a'], refused: [{ id: 'b', state: 'answered' }] })
  },
}))
vi.mock('../../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: (_: unknown, __: string, { text }: { text: string }) =>
    Promise.resolve({ id: 'n', sealed: text }),
}))

export const { Requests } = await import('../../../src/inbox/requests/requests-page.tsx')
/** What the intake was asked. */
export const intake = standIn

/** The list of these. */
export const show = (requests: readonly OpenedRequest[], slots: readonly StaffSlot[] = []): unknown =>
  render(
    <AtDesk requests={requests} slots={slots}>
      <Requests openId={null} />
    </AtDesk>,
  )
export const card = (who: string): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(who) }).closest('li')!
export const toneOf = (who: string, text: RegExp): string | null =>
  within(card(who)).getByText(text).getAttribute('data-tone')

/** Types into the field that finds people. */
export const search = (words: string): boolean =>
  fireEvent.input(screen.getByLabelText(da.list.search), { target: { value: words } })

/** The desk at one request, or at the list. */
export const At = (props: {
  readonly openId: string | null
  readonly all: readonly OpenedRequest[]
}): JSX.Element => (
  <AtDesk requests={props.all}>
    <Requests openId={props.openId} />
  </AtDesk>
)

/** Each test begins with an intake that was asked nothing, at ten on the thirteenth. */
export function eachAtTen(): void {
  eachOnItsOwnPage()
  beforeEach(() => {
    intake.states = []
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(13)}T10:00:00Z`) })
  })
}
