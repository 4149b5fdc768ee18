// In a document
import { render, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { AtDesk } from '../at-desk.tsx'
import '../frames-at-once.ts'
import { aSession, on, opened, slot } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const { Behind } = await import('../../../src/inbox/session/behind.tsx')
const { isReplaced } = await import('../../../src/inbox/session/newer-page.ts')
const { ShutList } = await import('../../../src/inbox/requests/list/shut-list.tsx')
const { UnreadableBookings } = await import('../../../src/inbox/slots/unreadable-bookings.tsx')

eachOnItsOwnPage()

// Sound: it lacks what nobody could open.
const shut = { ...opened('shut'), envelope: null } as unknown as OpenedRequest
const show = (isBehind: boolean): unknown => {
  const session = aSession({ isBehind })
  return render(
    <AtDesk session={session} requests={[shut]} slots={[slot('s', `${on(26)}T12:00:00Z`, ['shut'])]}>
      <Behind session={session} />
      <ShutList requests={[shut]} />
      <UnreadableBookings onDone={() => undefined} />
    </AtDesk>,
  )
}
const closing = (): HTMLElement | null =>
  screen.queryByRole('button', { name: new RegExp(`^${da.list.close}`) })

test('a page that is older than the keys says so, and offers to close or call off nothing that it cannot open', async () => {
  show(true)
  expect(await screen.findByText(da.behind.text)).toBeTruthy()
  expect(screen.getByText(da.behind.shut)).toBeTruthy()
  expect([closing(), screen.queryByText(da.unreadable.text_one)]).toEqual([null, null])
})

test('one that is not offers both, and says nothing', () => {
  show(false)
  expect(screen.queryByText(da.behind.text)).toBeNull()
  expect(closing()).not.toBeNull()
  expect(screen.getByText(da.unreadable.text_one)).toBeTruthy()
})

test('the inbox is replaced when the server’s page names another script than the one that runs', async () => {
  const given = vi.fn<() => Promise<Response>>()
  vi.stubGlobal('fetch', given)
  given.mockImplementation(() => Promise.resolve(new Response('<script src="/assets/inbox-new.js">')))
  expect(await isReplaced()).toBe(false)
  const script = document.createElement('script')
  Object.assign(script, { type: 'module' })
  script.setAttribute('src', `${location.origin}/assets/inbox-old.js`)
  vi.spyOn(document, 'querySelector').mockReturnValue(script)
  expect(await isReplaced()).toBe(true)
  given.mockImplementation(() => Promise.resolve(new Response('<script src="/assets/inbox-old.js">')))
  expect(await isReplaced()).toBe(false)
  given.mockImplementation(() => Promise.resolve(new Response('busy', { status: 503 })))
  expect(await isReplaced()).toBe(false)
  given.mockRejectedValue(new TypeError('offline'))
  expect(await isReplaced()).toBe(false)
})
