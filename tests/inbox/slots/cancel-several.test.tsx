// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { AtDesk } from '../at-desk.tsx'
import '../frames-at-once.ts'
import { on, opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const { Bookings } = await import('../../../src/inbox/slots/bookings.tsx')

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

test('the times of those who can be told are removed unless somebody says otherwise; of a booking nobody can read, freed', () => {
  const shut = { ...opened('b'), envelope: null }
  const times = [slot('s', `${on(26)}T12:00:00Z`, ['a']), slot('t', `${on(26)}T14:00:00Z`, ['b'])]
  const chosen = (several: readonly ReturnType<typeof slot>[]): string | undefined => {
    render(
      <AtDesk requests={[opened('a'), shut]} slots={several}>
        <Bookings anchor={on(26)} onAnchor={vi.fn()} onDone={vi.fn()} />
      </AtDesk>,
    )
    fireEvent.click(screen.getByRole('button', { name: da.marking.begin }))
    fireEvent.click(screen.getByRole('button', { name: da.cancelSeveral.all }))
    fireEvent.click(screen.getByRole('button', { name: /^Aflys \d booking/ }))
    const value = document.querySelector<HTMLInputElement>('input[name=after-several]:checked')?.value
    cleanup()
    return value
  }
  // A counsellor who is ill will not be there for the next one either.
  expect(chosen(times.slice(0, 1))).toBe('gone')
  expect(chosen(times)).toBe('free')
})
