// In a document
import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import { IntakeError } from '../../src/inbox/shared/failure.ts'
import type { OpenedRequest } from '../../src/inbox/model/requests.ts'
import { AtDesk } from './at-desk.tsx'
import './frames-at-once.ts'
import { on, opened, slot } from './made-up.ts'
import { eachOnItsOwnPage } from './own-page.ts'

// The intake and sealing are stood in for: where an act can be taken back, and how it is said, is looked at here.
const intake = vi.hoisted(() => ({ acts: [] as [string, unknown][], fails: false }))
vi.mock('../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, asked: { body?: unknown }) => {
    if (intake.fails) return Promise.reject(new IntakeError('unreachable'))
    intake.acts.push([name, asked.body])
    return Promise.resolve({ changed: [], refused: [] })
  },
}))
vi.mock('../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: (_: unknown, __: string, words: object) => Promise.resolve(words),
  sendNote: (_: string, note: unknown) => Promise.resolve(void intake.acts.push(['note', note])),
}))

const { Requests } = await import('../../src/inbox/requests/requests-page.tsx')
const { UNDO } = await import('../../src/inbox/shared/taking-back.ts')

const ida = opened('1a2b3c4d', { stored: { state: 'opened' }, request: { identity: 'named', name: 'Ida' } })
const nobody = opened('5e6f7a8b', { stored: { state: 'opened' } })
const all = [ida, nobody]

const At = (props: {
  readonly openId: string | null
  readonly of?: readonly OpenedRequest[]
}): JSX.Element => (
  <AtDesk
    requests={props.of ?? all}
    place={String(props.openId)}
    slots={[slot('s', `${on(26)}T12:00:00Z`, [])]}
  >
    <Requests openId={props.openId} />
  </AtDesk>
)
const undos = (): HTMLElement[] => screen.queryAllByRole('button', { name: da.close.undo })
const undo = async (): Promise<HTMLElement> => screen.findByRole('button', { name: da.close.undo })
const bar = (): HTMLElement => document.querySelector<HTMLElement>('.taken > [role=status]')!
const closeIt = async (): Promise<void> => {
  fireEvent.click(screen.getByLabelText(da.state.closed))
  fireEvent.click(screen.getByLabelText(da.close.reasons.helped))
  fireEvent.click(screen.getByRole('button', { name: da.detail.stateSave }))
  await undo()
}
const words = (key: 'saidOf' | 'backOf', state: string, who: string): string =>
  da.close[key].replace('{{state}}', state).replace('{{who}}', who)
/** Ten seconds go by. */
const wait = async (): Promise<void> => {
  await act(() => {
    vi.advanceTimersByTime(UNDO)
  })
}

eachOnItsOwnPage()
beforeEach(() => {
  Object.assign(intake, { acts: [], fails: false })
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
  vi.stubGlobal('scrollTo', () => undefined)
})

test.each([
  ['the list', null],
  ['the next request', nobody.stored.id],
])('what was closed can be taken back in %s, which says whom it concerns', async (_, next) => {
  const { rerender } = render(<At openId={ida.stored.id} />)
  await closeIt()
  // On its own page it is said once, beside its form.
  expect([undos().length, bar().textContent]).toEqual([1, ''])
  const status = bar()
  rerender(<At openId={next} />)
  // The status was there before its words, so they are read out.
  expect(bar()).toBe(status)
  expect(bar().textContent).toBe(words('saidOf', da.state.closed, 'Ida'))
  const [button] = undos()
  button?.focus()
  fireEvent.click(await undo())
  await waitFor(() => {
    expect(bar().textContent).toBe(words('backOf', da.state.opened, 'Ida'))
  })
  expect(intake.acts.at(-1)).toEqual(['move', { from: 'closed', state: 'opened', written: 0 }])
  expect(intake.acts.at(-2)).toMatchObject(['note', { event: 'text', text: `Fortrudt: ${da.state.closed}` }])
  expect(undos()).toEqual([])
  await waitFor(() => {
    expect(document.activeElement).toBe(bar())
  })
  // Told where it was told, and no further.
  rerender(<At openId={next === null ? nobody.stored.id : null} />)
  expect(bar().textContent).toBe('')
})

test('one who comes back to it within ten seconds can still take it back; after them nobody can', async () => {
  const { rerender } = render(<At openId={nobody.stored.id} />)
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() })
  fireEvent.click(screen.getByLabelText(da.state['handed-over']))
  fireEvent.click(screen.getByRole('button', { name: da.detail.stateSave }))
  await vi.waitFor(() => {
    expect(undos()).toHaveLength(1)
  })
  rerender(<At openId={null} />)
  rerender(<At openId={nobody.stored.id} />)
  expect(undos()).toHaveLength(1)
  // Without a name the reference says which it was.
  const said = words('saidOf', da.state['handed-over'], `${da.values.identity.anonymous}, 5e6f7a8b`)
  expect(bar().textContent).toBe(said)
  undos()[0]?.focus()
  await wait()
  expect(undos()).toEqual([])
  // What stands below does not move up under the hand of who is about to click.
  expect(bar().textContent).toBe(said)
  expect(document.activeElement).toBe(bar())
  rerender(<At openId={null} />)
  expect(bar().textContent).toBe('')
})

test('what did not arrive can be tried again, also from elsewhere', async () => {
  const { rerender } = render(<At openId={ida.stored.id} />)
  await closeIt()
  rerender(<At openId={null} />)
  intake.fails = true
  fireEvent.click(await undo())
  await waitFor(() => {
    expect(bar().textContent).toBe(da.problems.unreachable)
  })
  intake.fails = false
  fireEvent.click(await undo())
  await waitFor(() => {
    expect(bar().textContent).toBe(words('backOf', da.state.opened, 'Ida'))
  })
})

test('something else that is done with it leaves nothing to take back', async () => {
  const closed = opened(ida.stored.id, { stored: { state: 'closed' } })
  const { rerender } = render(<At openId={ida.stored.id} />)
  await closeIt()
  rerender(<At openId={ida.stored.id} of={[closed, nobody]} />)
  fireEvent.click(screen.getByLabelText(da.state.answered))
  fireEvent.click(screen.getByRole('button', { name: da.detail.stateSave }))
  await screen.findByText(da.detail.stateSaved.replace('{{state}}', da.state.answered))
  rerender(<At openId={null} />)
  expect([undos(), bar().textContent]).toEqual([[], ''])
})

test('junk can be taken back, and it is said that the times it had are gone', async () => {
  const bookings = [{ id: 'b', requestId: 'x', slotId: 's', kind: 'adult-talk' as const }]
  const booked = opened('9c0d1e2f', { stored: { state: 'opened', bookings } })
  render(<At openId={null} of={[ida, booked]} />)
  fireEvent.click(screen.getByRole('button', { name: da.marking.begin }))
  for (const box of document.querySelectorAll('.mark')) fireEvent.click(box)
  fireEvent.click(screen.getByRole('button', { name: 'Luk 2 som spam' }))
  fireEvent.click(await screen.findByRole('button', { name: da.marking.yes }))
  fireEvent.click(await undo())
  const back = da.marking.back_other.replace('{{count}}', '2')
  await waitFor(() => {
    expect(bar().textContent).toBe(`${back} ${da.marking.backBooked}`)
  })
  expect(intake.acts.at(-1)).toEqual([
    'moveSeveral',
    {
      state: 'opened',
      requests: [ida, booked].map(({ stored }) => ({ id: stored.id, from: 'junk', written: 0 })),
    },
  ])
})

test('closing one that does not open can be taken back', async () => {
  const shut = opened('3c4d5e6f', { stored: { state: 'answered' }, more: { envelope: null } as object })
  render(<At openId={null} of={[shut]} />)
  for (const fold of document.querySelectorAll('details')) {
    fold.open = true
    fireEvent(fold, new Event('toggle'))
  }
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${da.list.close}`) }))
  fireEvent.click(screen.getByLabelText(da.close.shutReasons.keys))
  fireEvent.click(screen.getByRole('button', { name: da.list.close }))
  const button = await undo()
  expect(bar().textContent).toBe(words('saidOf', da.state.closed, `${da.list.unreadable}, ${shut.stored.id}`))
  fireEvent.click(button)
  await waitFor(() => {
    expect(intake.acts.slice(-2)).toMatchObject([
      ['note', { text: `Fortrudt: ${da.state.closed}` }],
      ['move', { from: 'closed', state: 'answered' }],
    ])
  })
})
