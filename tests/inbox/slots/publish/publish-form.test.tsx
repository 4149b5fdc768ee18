// In a document
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../../locales/da/inbox.json'
import type { SlotPost, StaffSlot } from '../../../../src/core/contract/index.ts'
import { IntakeError, type Failure } from '../../../../src/inbox/shared/failure.ts'
import { AtDesk } from '../../at-desk.tsx'
import { on, slot } from '../../made-up.ts'
import { eachOnItsOwnPage } from '../../own-page.ts'

const intake = vi.hoisted(() => ({
  posts: [] as { slots: SlotPost[] }[],
  fails: null as string | null,
  /** The times as they stand when something is published. */
  there: [] as StaffSlot[],
}))
vi.mock('../../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../../../src/inbox/shared/api.ts', () => ({
  call: (name: string, { body }: { body: { slots: SlotPost[] } }) => {
    if (name === 'staffSlots')
      return Promise.resolve({ version: 'v', times: { slots: intake.there, tally: {} } })
    intake.posts.push(body)
    return intake.fails === null
      ? Promise.resolve()
      : Promise.reject(new IntakeError(intake.fails as Failure)) // what the test names
  },
}))

const { PublishForm } = await import('../../../../src/inbox/slots/publish/publish-form.tsx')

const onPublished = vi.fn()
const page = (slots: readonly StaffSlot[] = []) => (
  <AtDesk slots={slots}>
    <PublishForm onPublished={onPublished} />
  </AtDesk>
)
const field = (label: string): HTMLInputElement =>
  screen.getByLabelText(new RegExp(`^${label.replace(/[()?.]/g, String.raw`\$&`)}`))
const type = (label: string, value: string): boolean => fireEvent.input(field(label), { target: { value } })
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }))
/** A Thursday at ten, for the young. */
function fillIn(date = on(26), time = '10:00'): void {
  fireEvent.click(screen.getByLabelText(da.slots.kinds['youth-talk']))
  type(da.slots.date, date)
  type(da.slots.time, time)
}

eachOnItsOwnPage()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
  Object.assign(intake, { posts: [], fails: null, there: [] })
})

test('nothing is published before all that is needed is there, and each field says what it lacks', async () => {
  render(page())
  press(da.slots.button)
  for (const why of ['kind-missing', 'date-missing', 'time-missing'] as const)
    expect((await screen.findAllByText(da.slots[why], { exact: false })).length).toBeGreaterThan(0)
  expect(intake.posts).toEqual([])
  fireEvent.click(screen.getByLabelText(da.slots.kinds['youth-talk']))
  expect(screen.queryAllByText(da.slots['kind-missing'], { exact: false })).toEqual([])
})

test('a number that is wrong is named where all errors stand together', async () => {
  render(page())
  fillIn()
  type(da.slots.minutes, '4')
  type(da.slots.pause, '999')
  press(da.slots.button)
  const summary = (await screen.findByRole('alert')).querySelectorAll('li')
  const texts = Array.from(summary, one => one.textContent)
  expect(texts).toHaveLength(2)
  expect(texts[0]).toMatch(new RegExp(`^${da.slots.minutes}: `))
  expect(texts[1]?.startsWith(`${da.slots.pause}: `)).toBe(true)
})

test('times are published once, with room and counsellor; what repeats stays filled in for the next', async () => {
  render(page())
  fillIn()
  type(da.slots.inARow, '2')
  type(da.slots.room, '2')
  type(da.slots.counsellor, 'Anne')
  press(da.slots.button)
  await screen.findByText(da.slots.done_other.replace('{{count}}', '2'))
  expect(intake.posts).toHaveLength(1)
  expect(intake.posts[0]?.slots).toMatchObject([
    {
      kind: 'youth-talk',
      dates: [{ startsAt: `${on(26)}T09:00:00Z`, minutes: 45 }],
      room: '2',
      seats: 1,
    },
    { dates: [{ startsAt: `${on(26)}T10:00:00Z` }], counsellor: 'Anne' },
  ])
  expect(onPublished).toHaveBeenCalledWith(on(26))
  expect(field(da.slots.date).value).toBe('')
  expect(field(da.slots.room).value).toBe('2')
})

test('a weekend is asked about: no keeps it unsent, a changed time is asked about anew, yes sends it', async () => {
  render(page())
  fillIn(on(28))
  press(da.slots.button)
  press(da.slots.doubts.no)
  expect(intake.posts).toEqual([])
  press(da.slots.button)
  type(da.slots.time, '11:00')
  expect(screen.queryByRole('button', { name: da.slots.publishAnyway_one })).toBeNull()
  press(da.slots.button)
  press(da.slots.publishAnyway_one)
  await screen.findByText(da.slots.done_one)
  expect(intake.posts).toHaveLength(1)
})

test.each([
  ['1', da.slots.publishAnyway_one],
  ['2', da.slots.publishAnyway_other],
])('of %s times that are doubted the button says how many there are', (inARow, name) => {
  render(page())
  fillIn(on(28))
  type(da.slots.inARow, inARow)
  press(da.slots.button)
  expect(screen.getByRole('button', { name })).toBeTruthy()
})

test('the same time twice is refused before it is sent', async () => {
  const there = {
    id: 's',
    kind: 'youth-talk',
    dates: [{ startsAt: `${on(26)}T09:00:00Z`, minutes: 45 }],
    place: 'house',
    seats: 1,
    seatsLeft: 1,
    room: null,
    counsellor: null,
    bookings: [],
  } as StaffSlot
  render(page([there]))
  fillIn()
  press(da.slots.button)
  expect((await screen.findAllByText(da.slots.twice, { exact: false })).length).toBeGreaterThan(0)
  expect(intake.posts).toEqual([])
})

test('without an answer what was typed stays, and a second try sends the very same times', async () => {
  render(page())
  fillIn()
  intake.fails = 'unreachable'
  press(da.slots.button)
  await screen.findByText(da.problems.unreachable)
  expect(field(da.slots.date).value).toBe(on(26))
  intake.fails = null
  press(da.slots.button)
  await waitFor(() => {
    expect(onPublished).toHaveBeenCalledTimes(1)
  })
  expect(intake.posts[1]).toEqual(intake.posts[0])
})

test('what a colleague has published meanwhile is looked at first: the same twice, and two at once', async () => {
  const theirs = { ...slot('t', `${on(26)}T09:00:00Z`, []), kind: 'youth-talk', bookings: [] } as StaffSlot
  intake.there = [theirs]
  const { rerender } = render(page())
  fillIn()
  press(da.slots.button)
  await screen.findByText(da.slots.meanwhile)
  expect(intake.posts).toEqual([])
  // The desk fetches them: now there is something to ask about.
  rerender(page([theirs]))
  press(da.slots.button)
  await screen.findAllByText(da.slots.twice, { exact: false })
  type(da.slots.room, 'Rum 2')
  press(da.slots.button)
  fireEvent.click(await screen.findByRole('button', { name: da.slots.publishAnyway_one }))
  await waitFor(() => {
    expect(intake.posts.map(({ slots }) => slots.map(({ room }) => room))).toEqual([['Rum 2']])
  })
})
