// In a document at http://localhost/inbox
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { calendarToken } from '../../../src/core/sealing/calendar-token.ts'
import type { TestIntake } from '../../intake/http/intake.ts'
import { pageCallsIntake } from '../real-intake.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

const built = vi.hoisted(() => ({ first: null as string | null }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  get first() {
    return built.first
  },
}))

const { CopyContext, tIn } = await import('../../../src/inbox/shared/copy.ts')
const { SignedOutContext } = await import('../../../src/inbox/shared/signed-out.ts')
const { Feed } = await import('../../../src/inbox/slots/feed.tsx')

const onSignedOut = vi.fn()
let intake: TestIntake
eachOnItsOwnPage()
beforeEach(async () => {
  onSignedOut.mockClear()
  intake = await pageCallsIntake()
  built.first = intake.list[0]?.by ?? null
})

/** The fold, opened as a member opens it. */
function open(): void {
  const session = { key: intake.keys.alva, member: intake.list[0]!.by }
  const { container } = render(
    <CopyContext.Provider value={{ lang: 'da', t: tIn('da') }}>
      <SignedOutContext.Provider value={onSignedOut}>
        <Feed session={session} />
      </SignedOutContext.Provider>
    </CopyContext.Provider>,
  )
  const fold = container.querySelector('details')
  if (!fold) throw new Error('no fold')
  fold.open = true
  fireEvent(fold, new Event('toggle'))
}
const press = async (name: string): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }))
const address = (turn: number): string =>
  `http://localhost/api/staff/calendar/${calendarToken(intake.keys.alva, turn)}.ics`
const statusOf = async (url: string): Promise<number> =>
  (await intake.app.inject(new URL(url).pathname)).statusCode

test('a member whose address got about makes a new one, and the old one ends', async () => {
  open()
  // The intake has the feed at an address that is none of this key's.
  await press(da.feed.renew)
  await press(da.feed.no)
  await press(da.feed.renew)
  await press(da.feed.yes)
  await screen.findByText(address(0))
  await screen.findByText(da.feed.renewed)
  expect(await statusOf(address(0))).toBe(200)
  cleanup()

  open()
  await screen.findByText(address(0))
  await press(da.feed.renew)
  await press(da.feed.yes)
  await screen.findByText(address(1))
  expect([await statusOf(address(0)), await statusOf(address(1))]).toEqual([404, 200])
})

test('without a server no address is shown, and none is made', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  open()
  await screen.findByText(da.problems.unreachable)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a session that has ended is told', async () => {
  await intake.store.endSessionsOf(intake.list[0]?.by ?? '')
  open()
  await waitFor(() => {
    expect(onSignedOut).toHaveBeenCalled()
  })
})

test('a team of before there was a list has its first address', () => {
  built.first = null
  open()
  expect(screen.getByText(address(0))).toBeTruthy()
  expect(screen.queryByRole('button', { name: da.feed.renew })).toBeNull()
})
