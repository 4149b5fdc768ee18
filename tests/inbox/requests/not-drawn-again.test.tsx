// In a document
import { act, cleanup, render } from '@testing-library/preact'
import { options, type ComponentChildren, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { FetchedContext } from '../../../src/inbox/model/desk.ts'
import { AtDesk } from '../at-desk.tsx'
import '../frames-at-once.ts'
import { opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: null,
}))

const { Requests } = await import('../../../src/inbox/requests/requests-page.tsx')
const { Slots } = await import('../../../src/inbox/slots/slots-page.tsx')
const { Freshness } = await import('../../../src/inbox/requests/list/freshness.tsx')

/** The desk keeps the page that it has made: only what was fetched changes around it. */
let fetchAgain: () => void
function Around({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [at, setAt] = useState(0)
  fetchAgain = () => {
    setAt(at + 60_000)
  }
  return <FetchedContext.Provider value={{ at, busy: false }}>{children}</FetchedContext.Provider>
}

const drawn: string[] = []
const before = { ...options }
options.diffed = vnode => {
  if (typeof vnode.type === 'function') drawn.push(vnode.type.name)
  before.diffed?.(vnode)
}
// happy-dom has none.
vi.stubGlobal('reportError', (error: unknown) => {
  throw error
})

afterEach(cleanup)
afterAll(() => {
  Object.assign(options, before)
})

test.each([
  ['list nor row', <Requests key="list" openId={null} />, ['ListPage', 'RequestList', 'MarkBox', 'DoneFold']],
  ['time nor booking', <Slots key="times" />, ['Bookings', 'SlotRow', 'CancelSeveral']],
] as const)('a look that finds nothing new draws its time, and neither %s', async (_, page, names) => {
  render(
    <AtDesk
      requests={[opened('a'), opened('b', { stored: { state: 'closed' } })]}
      slots={[slot('s', new Date().toISOString(), ['a'])]}
    >
      <Around>
        {page}
        <Freshness />
      </Around>
    </AtDesk>,
  )
  expect(drawn).toEqual(expect.arrayContaining(['Freshness', ...names]))
  drawn.length = 0
  await act(() => {
    fetchAgain()
  })
  expect(drawn).toContain('Freshness')
  for (const name of [...names, 'Row']) expect(drawn).not.toContain(name)
})

test('times that somebody else has change nothing of a row', () => {
  const booking = { id: 'b', requestId: 'b', slotId: 's', kind: 'adult-talk' } as const
  const requests = [opened('a'), opened('b', { stored: { bookings: [booking] } })]
  const page = <Requests openId={null} />
  const at = (hour: string): JSX.Element => (
    <AtDesk requests={requests} slots={[slot('s', `2030-01-01T${hour}:00:00Z`, ['b'])]}>
      {page}
    </AtDesk>
  )
  const { rerender } = render(at('10'))
  drawn.length = 0
  rerender(at('11'))
  expect(drawn.filter(name => name === 'Card')).toHaveLength(1)
})
