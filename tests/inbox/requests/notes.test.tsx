// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { IntakeError } from '../../../src/inbox/shared/failure.ts'
import type { Readable } from '../../../src/inbox/model/requests.ts'
import { lastDone } from '../../../src/inbox/model/last-done.ts'
import { isUnsaid } from '../../../src/inbox/model/meetings.ts'
import { deadlinesOf } from '../../../src/inbox/model/urgency.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { aSession, on, opened, slot } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

// The intake and sealing are stood in for: what is noted, and what is said of it, is looked at here.
type Sending = {
  event: string
  text?: string
  upTo?: number | null
  missed?: boolean | undefined
  done: () => void
  lost: () => void
}
const intake = vi.hoisted(() => ({ sending: [] as Sending[], now: {} }))
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
      intake.sending.push({ ...note, done, lost })
    }),
}))
vi.mock('../../../src/inbox/opening/opener.ts', async importActual => ({
  ...(await importActual<object>()),
  fetchRequest: () => Promise.resolve(intake.now),
}))
const sending = (): Sending[] => intake.sending

const { Notes } = await import('../../../src/inbox/requests/detail/notes.tsx')

const { SaidContext } = await import('../../../src/inbox/shared/use-said.ts')
function Page({ one }: { readonly one: Readable }): JSX.Element {
  const [said, onSaid] = useState({ by: '', text: '' })
  return (
    <SaidContext.Provider value={{ said, onSaid }}>
      <Notes opened={one} />
    </SaidContext.Provider>
  )
}

const ownedBy = (name: string): Readable => {
  const note = { event: 'mine', by: name, at: `${on(4)}T10:00:00Z`, text: '', mac: 'm' }
  return opened('a', { more: { notes: [note] as unknown as Readable['notes'] } })
}
const show = (one: Readable): unknown =>
  render(
    <AtDesk requests={[one]} session={aSession({ name: 'Alva' })}>
      <Page one={one} />
    </AtDesk>,
  )
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }))
const events = async (count: number): Promise<string[]> => {
  await waitFor(() => {
    expect(sending()).toHaveLength(count)
  })
  return sending().map(({ event }) => event)
}

eachOnItsOwnPage()
beforeEach(() => {
  intake.sending = []
  intake.now = opened('a')
})

test('a second click while the first is under way is noted as well, and a double click once', async () => {
  show(opened('a'))
  press(da.notes.do['no-answer'])
  press(da.notes.do['no-answer'])
  press(da.notes.do.talked)
  expect(await events(2)).toEqual(['no-answer', 'talked'])
})

test('the second click of a double click is none of its own: what was just taken is not let go of', async () => {
  show(opened('a'))
  press(da.notes.mine)
  await events(1)
  sending()[0]!.done()
  await screen.findByText(da.notes.saved)
  fireEvent.click(screen.getByRole('button', { name: da.notes.mine }), { detail: 2 })
  fireEvent.click(screen.getByRole('button', { name: da.notes.do.talked }), { detail: 1 })
  expect(await events(2)).toEqual(['mine', 'talked'])
})

test('a click that was not saved is named, also when a later one was, and until it is', async () => {
  show(opened('a'))
  press(da.notes.do['no-answer'])
  press(da.notes.do.talked)
  await events(2)
  sending()[0]!.lost()
  sending()[1]!.done()
  const said = da.detail.perhapsSaved.replace('{{what}}', da.notes.do['no-answer'])
  expect(await screen.findByText(said)).toBeTruthy()
  expect(await screen.findByText(da.notes.saved)).toBeTruthy()
  // No text was written that could be here still.
  expect(screen.queryByText(da.reply.perhaps)).toBeNull()
  press(da.notes.do['no-answer'])
  await events(3)
  sending()[2]!.done()
  await waitFor(() => {
    expect(screen.queryByText(said)).toBeNull()
  })
})

test('who takes a request that a colleague has taken meanwhile is told so, and nothing is written', async () => {
  show(opened('a'))
  intake.now = ownedBy('Bo')
  press(da.notes.mine)
  expect(await screen.findByText(da.notes.taken.replace('{{name}}', 'Bo'))).toBeTruthy()
  expect(calls.again).toHaveBeenCalledOnce()
  expect(sending()).toEqual([])
})

test('who sees that a colleague has it can take it over', async () => {
  show(ownedBy('Bo'))
  intake.now = ownedBy('Bo')
  press(da.notes.mine)
  expect(await events(1)).toEqual(['mine'])
})

test('what a colleague has let go of meanwhile can be taken', async () => {
  show(ownedBy('Bo'))
  press(da.notes.mine)
  expect(await events(1)).toEqual(['mine'])
})

test('the focus stays where it was when a request is taken, and what was done is said below the buttons', async () => {
  const desk = (one: Readable): JSX.Element => (
    <AtDesk requests={[one]} session={aSession({ name: 'Alva' })}>
      <Page one={one} />
    </AtDesk>
  )
  const { rerender } = render(desk(opened('a')))
  const button = screen.getByRole('button', { name: da.notes.mine })
  button.focus()
  press(da.notes.mine)
  await events(1)
  sending()[0]!.done()
  const said = await screen.findByText(da.notes.saved)
  expect(said.previousElementSibling?.contains(button)).toBe(true)
  rerender(desk(ownedBy('Alva')))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: da.notes.free }))
  // A note has its own word beside its own button.
  fireEvent.input(screen.getByLabelText(da.notes.label), { target: { value: 'Ring i morgen' } })
  press(da.notes.button)
  await events(2)
  sending()[1]!.done()
  expect((await screen.findByText(da.notes.saved)).closest('form')).not.toBeNull()
})

test('taking it did not arrive as far as is known, and did: letting go of it is not said to have failed', async () => {
  const desk = (one: Readable): JSX.Element => (
    <AtDesk requests={[one]} session={aSession({ name: 'Alva' })}>
      <Page one={one} />
    </AtDesk>
  )
  const { rerender } = render(desk(opened('a')))
  press(da.notes.mine)
  await events(1)
  sending()[0]!.lost()
  await screen.findByText(da.detail.perhapsSaved.replace('{{what}}', da.notes.mine))
  rerender(desk(ownedBy('Alva')))
  intake.now = ownedBy('Alva')
  await waitFor(() => {
    expect(screen.queryByText(new RegExp(da.detail.perhapsSaved.split(':')[0]!))).toBeNull()
  })
  press(da.notes.free)
  expect(await events(2)).toEqual(['mine', 'free'])
})

test('whether they came is noted where there was something to come to: a time, one agreed on the telephone, or a word about it', () => {
  const note = (event: string): Readable['notes'] =>
    [{ event, by: 'Bo', at: `${on(4)}T10:00:00Z`, text: '', mac: event }] as unknown as Readable['notes']
  const bookings = [{ id: 'b-a', requestId: 'a', slotId: 's', kind: 'adult-talk' as const }]
  for (const [one, isAsked] of [
    [opened('a'), false],
    [opened('a', { more: { notes: note('no-answer') } }), false],
    [opened('a', { stored: { bookings } }), true],
    // The link to the time is erased.
    [opened('a', { stored: { held: 1 } }), true],
    [opened('a', { more: { notes: note('talked') } }), true],
    [opened('a', { more: { notes: note('came') } }), true],
  ] as const) {
    cleanup()
    show(one)
    for (const event of ['came', 'no-show'] as const)
      expect(screen.queryByRole('button', { name: da.notes.do[event] }) !== null).toBe(isAsked)
    expect(screen.getByRole('button', { name: da.notes.do['no-answer'] })).toBeTruthy()
  }
})

describe('whether a young person came', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  type Noted = readonly (readonly ['came' | 'no-show', number])[]
  const talks = (held: number, ...noted: Noted): Readable => {
    const notes = noted.map(([event, day], n) => ({
      event,
      by: 'Bo',
      at: `${on(day)}T08:0${n}:00Z`,
      text: '',
      mac: `${event}${day}${n}`,
    }))
    const more = { notes: notes as unknown as Readable['notes'] }
    return opened('a', { request: { audience: 'youth' }, stored: { held }, more })
  }
  /** What the intake is told for its count when this is pressed on a page that shows it as it is now. */
  const told = async (one: Readable, event: 'came' | 'no-show'): Promise<boolean | undefined> => {
    cleanup()
    intake.sending = []
    intake.now = one
    show(one)
    press(da.notes.do[event])
    expect(await events(1)).toEqual([event])
    return sending()[0]?.missed
  }

  test('a talk is counted back once, and again when they had come', async () => {
    expect(await told(talks(1), 'no-show')).toBe(true)
    expect(await told(talks(1), 'came')).toBeUndefined()
    expect(await told(talks(1, ['no-show', 5]), 'came')).toBe(false)
    expect(await told(talks(1, ['no-show', 4]), 'came')).toBe(false)
    expect(await told(talks(1, ['came', 5]), 'no-show')).toBe(true)
    // The second talk of two, and a word more than there were talks.
    expect(await told(talks(2, ['no-show', 2]), 'no-show')).toBe(true)
    expect(await told(talks(2, ['no-show', 2]), 'came')).toBeUndefined()
    expect(await told(talks(1, ['no-show', 4]), 'no-show')).toBeUndefined()
  })

  test('a word that is corrected on a later day is of the same talk, and the next talk is still asked about', async () => {
    const noted = (...told: [event: 'came' | 'no-show', day: number, upTo: number][]): Readable => {
      const notes = told.map(([event, day, upTo]) => ({
        event,
        by: 'Bo',
        at: `${on(day)}T08:00:00Z`,
        text: '',
        upTo,
        mac: `${event}${day}`,
      }))
      const more = { notes: notes as unknown as Readable['notes'] }
      return opened('a', { request: { audience: 'youth' }, stored: { held: 1, state: 'opened' }, more })
    }
    const first = noted(['no-show', 2, 1])
    expect(await told(first, 'came')).toBe(false)
    expect(sending()[0]?.upTo).toBe(1)
    const corrected = noted(['no-show', 2, 1], ['came', 4, 1])
    expect(isUnsaid(corrected)).toBe(false)
    const second = { ...corrected, stored: { ...corrected.stored, held: 2 } }
    expect(isUnsaid(second)).toBe(true)
    expect(await told(second, 'no-show')).toBe(true)
    expect(sending()[0]?.upTo).toBe(2)
    // A talk that was agreed on the telephone is none of those that were booked, and gives none of them back.
    expect(await told(noted(['came', 4, 1]), 'came')).toBeUndefined()
    expect(sending()[0]?.upTo).toBe(0)
    expect(await told(noted(['came', 3, 1], ['came', 5, 0]), 'no-show')).toBeUndefined()
    expect(isUnsaid({ ...second, notes: noted(['came', 3, 1], ['came', 4, 0]).notes })).toBe(true)
  })

  test('a talk that has begun today is one, and one that is to come is none', async () => {
    const bookings = [{ id: 'b-a', requestId: 'a', slotId: 's', kind: 'youth-talk' as const }]
    for (const [startsAt, missed] of [
      [`${on(5)}T09:00:00Z`, true],
      [`${on(5)}T11:00:00Z`, undefined],
    ] as const) {
      cleanup()
      intake.sending = []
      const one = opened('a', { request: { audience: 'youth' }, stored: { bookings } })
      intake.now = one
      render(
        <AtDesk requests={[one]} slots={[slot('s', startsAt, ['a'])]} session={aSession({ name: 'Alva' })}>
          <Page one={one} />
        </AtDesk>,
      )
      press(da.notes.do['no-show'])
      await events(1)
      expect([startsAt, sending()[0]?.missed]).toEqual([startsAt, missed])
    }
  })

  test('what a colleague has noted since, and the same twice on a day, is noted once', async () => {
    const said = da.notes.said.replace('{{name}}', 'Bo').replace('{{what}}', da.notes.events['no-show'])
    for (const [shown, now] of [
      [talks(2), talks(2, ['no-show', 5])],
      [talks(2), talks(2, ['no-show', 4])],
      [talks(2, ['no-show', 5]), talks(2, ['no-show', 5])],
    ] as const) {
      cleanup()
      intake.now = now
      show(shown)
      press(da.notes.do['no-show'])
      expect(await screen.findByText(said)).toBeTruthy()
    }
    expect(sending()).toEqual([])
  })
})

test('a call that was noted by mistake stands struck out, counts for nothing, and can be said so on any day', async () => {
  const note = (event: string, day: number, mac: string, text = ''): object => ({
    event,
    by: 'Bo',
    at: `${on(day)}T10:00:00Z`,
    text,
    mac,
  })
  const withNotes = (...notes: object[]): Readable =>
    opened('a', {
      request: { wish: 'treatment' },
      more: { notes: notes as unknown as Readable['notes'] },
    })
  const talked = note('talked', 3, 'one')
  const before = withNotes(talked, note('text', 3, 'two', 'Ring i morgen'), note('mine', 3, 'three'))
  show(before)
  expect(deadlinesOf(before, []).map(({ days }) => days)).toEqual([14])
  // Only the call: what was written stays, and who has it is told by the next one.
  fireEvent.click(
    screen.getByRole('button', { name: new RegExp(`${da.notes.wrong}.*${da.notes.events.talked}`) }),
  )
  await waitFor(() => {
    expect(sending()).toMatchObject([{ event: 'wrong', text: 'one' }])
  })
  sending()[0]!.done()
  await screen.findByText(da.notes.saved)
  cleanup()
  const after = withNotes(talked, { ...note('wrong', 9, 'four', 'one'), by: 'Alva' })
  show(after)
  expect(document.querySelector('s')?.textContent).toBe(da.notes.events.talked)
  expect(screen.getByText(da.notes.wrongBy.replace('{{name}}', 'Alva'))).toBeTruthy()
  expect(document.querySelectorAll('.note-list li')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: new RegExp(da.notes.wrong) })).toBeNull()
  expect(lastDone(after)).toBeNull()
  expect(deadlinesOf(after, []).map(({ days }) => days)).toEqual([7, 14])
})

test('a note that does not open is told, and not taken for none', () => {
  show({ ...opened('a'), shutNotes: 2 })
  expect(screen.getByText(da.notes.shut_other.replace('{{count}}', '2'))).toBeTruthy()
  cleanup()
  show(opened('a'))
  expect(screen.queryByText(/notat(er)? kan ikke åbnes/)).toBeNull()
})

test('a CPR number in a note is asked about once, and saved by who means it', async () => {
  show(opened('a'))
  const write = (text: string): void => {
    fireEvent.input(screen.getByLabelText(da.notes.label), { target: { value: text } })
    press(da.notes.button)
  }
  write('010190-1234 ringer selv')
  await screen.findAllByText(da.notes.cpr, { exact: false })
  expect(sending()).toEqual([])
  write('020190-1234 ringer selv')
  await screen.findAllByText(da.notes.cpr, { exact: false })
  expect(sending()).toEqual([])
  press(da.notes.button)
  await waitFor(() => {
    expect(sending().map(({ text }) => text)).toEqual(['020190-1234 ringer selv'])
  })
})
