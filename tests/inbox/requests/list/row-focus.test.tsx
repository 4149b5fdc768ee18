// In a document
import { act, render, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import type { OpenedRequest } from '../../../../src/inbox/model/requests.ts'
import { AtDesk } from '../../at-desk.tsx'
import '../../frames-at-once.ts'
import { on, opened } from '../../made-up.ts'
import { eachOnItsOwnPage } from '../../own-page.ts'

vi.mock('../../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const { Requests } = await import('../../../../src/inbox/requests/requests-page.tsx')
const list = (requests: readonly OpenedRequest[]): JSX.Element => (
  <AtDesk requests={requests}>
    <main>
      <Requests openId={null} />
    </main>
  </AtDesk>
)
const ada = (state: OpenedRequest['stored']['state']): OpenedRequest =>
  opened('a', { stored: { state }, more: { given: { name: 'Ada' } } })
const eva = opened('b', { more: { given: { name: 'Eva' } } })
const row = (who: string): HTMLElement => screen.getByRole('button', { name: new RegExp(who) })

eachOnItsOwnPage()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(13)}T10:00:00Z`) })
})

// What was done on the request comes with the next answer of the intake, which may be late.
test('a row that goes into a fold, or to another group, does not take the focus to the top of the document', async () => {
  const { rerender } = render(list([ada('new'), eva]))
  await act(() => {
    row('Ada').focus()
  })
  rerender(list([ada('answered'), eva]))
  expect(document.activeElement).toBe(row('Ada'))
  rerender(list([ada('closed'), eva]))
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})

test('who has the focus nowhere keeps it there', async () => {
  const { rerender } = render(list([ada('new'), eva]))
  await act(() => {
    row('Ada').focus()
    row('Ada').blur()
  })
  await new Promise(done => setTimeout(done, 5))
  rerender(list([ada('closed'), eva]))
  expect(document.activeElement).toBe(document.body)
})
