// In a document
import { beforeEach, expect, test, vi } from 'vitest'
import { takeDoor } from '../../../src/app/islands/doors.ts'
import { onTakenOver } from '../../../src/app/islands/taken-over.ts'

const start = vi.fn<(first: object) => Promise<void>>()
const pushed = vi.spyOn(history, 'pushState')
let arrive: () => void
let tap: (audience: 'adult' | 'youth') => void

/** A page with two doors, on a line so slow that nothing comes until `arrive` is called. */
beforeEach(() => {
  vi.resetAllMocks()
  const page = document.implementation.createHTMLDocument()
  page.body.innerHTML =
    '<a href="/kontakt" data-audience="adult"></a><a href="/tjek" data-audience="youth"></a>'
  takeDoor(
    page,
    () =>
      new Promise(resolve => {
        arrive = () => {
          resolve({ start })
        }
      }),
  )
  tap = audience => {
    page
      .querySelector(`[data-audience=${audience}]`)
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
})

test('a door tapped again and again is opened once, with one entry in the history', async () => {
  start.mockReturnValue(new Promise(() => undefined)) // its words are still on their way
  tap('adult')
  tap('adult')
  arrive()
  await vi.waitFor(() => {
    expect(start).toHaveBeenCalledWith({ audience: 'adult' })
  })
  tap('adult')
  expect(start).toHaveBeenCalledOnce()
  expect(pushed).toHaveBeenCalledOnce()
})

test('of two doors tapped on a slow line the last one is opened', async () => {
  tap('adult')
  tap('youth')
  arrive()
  await vi.waitFor(() => {
    expect(start).toHaveBeenCalledExactlyOnceWith({ audience: 'youth' })
  })
  expect(pushed).toHaveBeenCalledOnce()
  expect(location.pathname).toBe('/tjek')
})

test('what an island showed is gone before the page is taken over', async () => {
  const order: string[] = []
  onTakenOver(() => order.push('island'))
  start.mockImplementation(() => {
    order.push('app')
    return Promise.resolve()
  })
  tap('adult')
  arrive()
  await vi.waitFor(() => {
    expect(order).toEqual(['island', 'app'])
  })
})
