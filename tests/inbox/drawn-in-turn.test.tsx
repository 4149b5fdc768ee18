// In a document
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import en from '../../locales/en/inbox.json'
import { FIRST } from '../../src/inbox/requests/list/drawn-window.ts'
import { STEP } from '../../src/inbox/shared/later.tsx'
import type { Readable } from '../../src/inbox/model/requests.ts'
import { AtDesk } from './at-desk.tsx'
import { on, opened, slot } from './made-up.ts'

vi.mock('../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: 'x',
}))
vi.mock('../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: () => Promise.resolve(),
}))

const { RequestDetail } = await import('../../src/inbox/requests/detail/request-detail.tsx')
const { Requests } = await import('../../src/inbox/requests/requests-page.tsx')
const { Slots } = await import('../../src/inbox/slots/slots-page.tsx')

/** What is asked to be done in the next frame. */
let asked: FrameRequestCallback[] = []
/** The next frame, with all that is drawn in it. */
const frame = (): void => {
  void act(() => {
    const now = asked
    asked = []
    for (const run of now) run(0)
  })
}
/** How many of these stand there, frame by frame until no more is asked for. */
function countsOf(selector: string): number[] {
  const count = (): number => document.querySelectorAll(selector).length
  const counts = [count()]
  for (let n = 0; asked.length > 0 && n < 200; n++) {
    frame()
    counts.push(count())
  }
  return counts
}
/** The most that came, or went, in one of the frames. */
const mostAtOnce = (counts: readonly number[]): number =>
  Math.max(...counts.slice(1).map((count, n) => Math.abs(count - (counts[n] ?? 0))))

const scrolled = vi.fn()
beforeEach(() => {
  asked = []
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(2)}T10:00:00Z`) })
  vi.stubGlobal('scrollTo', scrolled)
  // happy-dom has none.
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error
  })
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => asked.push(run))
  // The real one does not know these.
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
})
afterEach(() => {
  cleanup()
  // Nothing may wait for a frame of a test that has ended.
  while (asked.length > 0) frame()
  vi.clearAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('of a request what it says is drawn with it, and what is written about it part by part after it', () => {
  const request = { wish: 'treatment', message: 'Jeg vil gerne i gang' } as const
  const shown = (one: Readable): JSX.Element => (
    <AtDesk requests={[one]}>
      <main>
        <RequestDetail opened={one} next={undefined} />
      </main>
    </AtDesk>
  )
  const { rerender } = render(shown(opened('a', { request })))
  expectInParts()
  // From one to the next, too.
  rerender(shown(opened('b', { request })))
  expectInParts()
})

/** In this order: what is beside the request, the thread, the answer, the state. */
const PARTS = ['[name=note]', '.thread-item', '[name=reply]', '[name=state]']
function expectInParts(): void {
  expect(document.querySelector('.summary-row')).not.toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  expect(document.querySelector(PARTS.join())).toBeNull()
  for (const [n, part] of PARTS.entries()) {
    expect(document.querySelector(part)).toBeNull()
    frame()
    expect(document.querySelector(part), `frame ${n + 1}`).not.toBeNull()
  }
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
}

const COUNT = 3 * STEP
const requests = Array.from({ length: COUNT }, (_, n) => opened(`r${n}`, { request: { alias: `Sky ${n}` } }))
const slots = requests.map(({ stored }, n) =>
  slot(`s${n}`, `${on(3 + (n % 3))}T12:${String(n).padStart(2, '0')}:00Z`, [stored.id]),
)
const desk = (shown: JSX.Element): JSX.Element => (
  <AtDesk requests={requests} slots={slots}>
    {shown}
  </AtDesk>
)

test('a full week is drawn after the page it stands on, a few times at a time, and each day is named with the first of its own', () => {
  render(desk(<Slots />))
  expect(screen.getByRole('button', { name: da.slots.after.week })).toBeTruthy()
  const counts = countsOf('.slot-row')
  expect(counts[0]).toBe(0)
  expect(counts.at(-1)).toBe(COUNT)
  expect(mostAtOnce(counts)).toBe(STEP)
  expect(
    [...document.querySelectorAll('.slot-day')].map(day => day.querySelectorAll('.slot-row').length),
  ).toEqual([STEP, STEP, STEP])
})

test('who comes back to a full week is where they were as soon as that stands there again', () => {
  const { rerender } = render(desk(<Slots />))
  countsOf('.slot-row')
  fireEvent.click(screen.getByRole('button', { name: `Sky ${COUNT - 1}` }))
  rerender(desk(<p>Sky</p>))
  rerender(desk(<Slots />))
  expect(scrolled).not.toHaveBeenCalled()
  countsOf('.slot-row')
  expect(document.activeElement?.textContent).toBe(`Sky ${COUNT - 1}`)
  expect(scrolled).toHaveBeenCalledTimes(1)
})

test('boxes to mark by come to a few rows at a time, go so too, and mark nothing while they go', () => {
  render(desk(<Requests openId={null} />))
  countsOf('.request-card')
  fireEvent.click(screen.getByRole('button', { name: da.marking.begin }))
  expect(document.activeElement?.hasAttribute('data-asks')).toBe(true)
  const came = countsOf('.mark')
  expect(came.at(-1)).toBe(COUNT)
  expect(mostAtOnce(came)).toBeLessThan(COUNT)
  fireEvent.click(screen.getByRole('button', { name: da.marking.end }))
  const [box] = document.querySelectorAll('.mark')
  fireEvent.click(box!)
  expect(screen.queryByRole('button', { name: da.marking.end })).toBeNull()
  const went = countsOf('.mark')
  expect(went.at(-1)).toBe(0)
  expect(mostAtOnce(went)).toBeLessThan(COUNT)
})

test('of the list the rows come after the page they stand on; of one that somebody comes back to, with it', () => {
  const shown = (openId: string | null): JSX.Element => desk(<Requests openId={openId} />)
  const cards = (): number => document.querySelectorAll('.request-card').length
  const { rerender } = render(shown(null))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(da.list.title)
  expect(cards()).toBe(0)
  expect(countsOf('.request-card').at(-1)).toBe(COUNT)
  const [first] = screen.getAllByRole('button', { name: /Sky/ })
  fireEvent.click(first!)
  rerender(shown(first!.dataset['opens']!))
  while (asked.length > 0) frame()
  rerender(shown(null))
  expect(cards()).toBeGreaterThan(0)
})

test('in another language the rows of a list are drawn anew in turn', () => {
  const shown = (lang: 'da' | 'en'): JSX.Element => (
    <AtDesk requests={requests} slots={slots} lang={lang}>
      <Requests openId={null} />
    </AtDesk>
  )
  const { rerender } = render(shown('da'))
  expect(countsOf('.request-card').at(-1)).toBe(COUNT)
  rerender(shown('en'))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(en.list.title)
  const counts = countsOf('.request-card')
  expect(counts[0]).toBe(FIRST)
  expect(counts.at(-1)).toBe(COUNT)
})
