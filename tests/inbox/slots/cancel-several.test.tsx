// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { ComponentType } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { AtDesk } from '../at-desk.tsx'
import { on, opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
// By a path unknown to the compiler: the keys of the inbox's copy and of the app's cannot be typed in one program.
const path: string = '../../../src/inbox/slots/bookings.tsx'
const bookings: unknown = await import(path)
const { Bookings } = bookings as { Bookings: ComponentType<Record<string, unknown>> }

afterEach(cleanup)

test('the focus is not lost when marking begins and is left, and when several are not called off after all', async () => {
  render(
    <AtDesk requests={[opened('a')]} slots={[slot('s', `${on(26)}T12:00:00Z`, ['a'])]}>
      <Bookings anchor={on(26)} onAnchor={vi.fn()} onDone={vi.fn()} />
    </AtDesk>,
  )
  const button = (name: string): HTMLElement => screen.getByRole('button', { name })
  const isAt = async (name: string): Promise<void> =>
    waitFor(() => {
      expect(document.activeElement).toBe(button(name))
    })
  fireEvent.click(button(da.marking.begin))
  await isAt(da.cancelSeveral.open_zero)
  fireEvent.click(button(da.marking.end))
  await isAt(da.marking.begin)
  fireEvent.click(button(da.marking.begin))
  fireEvent.click(button(da.cancelSeveral.all))
  fireEvent.click(button('Aflys 1 booking'))
  fireEvent.click(button(da.cancel.no))
  await isAt('Aflys 1 booking')
})
