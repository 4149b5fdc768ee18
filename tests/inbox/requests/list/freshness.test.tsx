// In a document
import { act, render, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../../locales/da/inbox.json'
import { FetchedContext } from '../../../../src/inbox/model/desk.ts'
import { UNSAID } from '../../../../src/inbox/shared/use-lasting.ts'
import { AtDesk } from '../../at-desk.tsx'
import { eachOnItsOwnPage } from '../../own-page.ts'

vi.mock('../../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const { Freshness } = await import('../../../../src/inbox/requests/list/freshness.tsx')

eachOnItsOwnPage()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => {
    vi.useRealTimers()
  }
})

const page = (busy: boolean): JSX.Element => (
  <AtDesk>
    <FetchedContext.Provider value={{ at: 0, busy }}>
      <Freshness />
    </FetchedContext.Provider>
  </AtDesk>
)
const isSaid = (): boolean => screen.queryByRole('button', { name: da.list.fetching }) !== null
const after = (ms: number): void =>
  void act(() => {
    vi.advanceTimersByTime(ms)
  })

test('fetching is said when it lasts, and what comes at once flickers not', () => {
  const { rerender } = render(page(true))
  after(UNSAID - 1)
  expect(isSaid()).toBe(false)
  rerender(page(false))
  after(UNSAID)
  expect(isSaid()).toBe(false)
  rerender(page(true))
  after(UNSAID)
  expect(isSaid()).toBe(true)
  rerender(page(false))
  expect(isSaid()).toBe(false)
})
