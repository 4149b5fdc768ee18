// In a document
import { eachAtTen, Requests, show } from './at-list.tsx'
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { inSight } from '../../../src/inbox/requests/list/use-drawn.ts'
import { AtDesk } from '../at-desk.tsx'
import { framesInTurn } from '../frames-at-once.ts'
import { on, opened } from '../made-up.ts'

eachAtTen()

test('a long group is drawn in slices, what is in sight first, and the rest when asked', async () => {
  framesInTurn()
  show(Array.from({ length: 45 }, (_, n) => opened(`id-${n}`)))
  const count = (): number => document.querySelectorAll('.request-card').length
  expect(count()).toBeLessThan(inSight())
  await waitFor(() => {
    expect(count()).toBe(30)
  })
  fireEvent.click(screen.getByRole('button', { name: 'Vis 15 mere' }))
  await waitFor(() => {
    expect(count()).toBe(45)
  })
})

test('no row is drawn with the page, and no more at first than the window holds, however many groups there are', async () => {
  framesInTurn()
  const states = ['new', 'opened', 'answered'] as const
  show(Array.from({ length: 60 }, (_, n) => opened(`id-${n}`, { stored: { state: states[n % 3]! } })))
  const count = (): number => document.querySelectorAll('.request-card').length
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3)
  expect(count()).toBe(0)
  await waitFor(() => {
    expect(count()).toBeGreaterThan(0)
  })
  expect(count()).toBeLessThan(inSight())
  // A list with nothing in it is none to who hears the page: groups further down have their place and no list yet.
  expect(document.querySelectorAll('ul:empty')).toHaveLength(0)
  // Nothing may wait for a frame when the test has ended.
  await waitFor(() => {
    expect(count()).toBe(60)
  })
})

test('the arrow keys lead from one request to the next', () => {
  show([opened('a', { request: { alias: 'Rød Sky' } }), opened('b', { request: { alias: 'Blå Kano' } })])
  const [first, second] = screen.getAllByRole('button', { name: /^Voksen/ })
  first!.focus()
  fireEvent.keyDown(first!, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(second)
  fireEvent.keyDown(second!, { key: 'ArrowUp' })
  expect(document.activeElement).toBe(first)
})

test('a request that moves to another group takes the focus along, and one that was left does not get it back', async () => {
  const listOf = (state: 'new' | 'opened') => (
    <AtDesk requests={[opened('a', { stored: { state }, request: { alias: 'Rød Sky' } }), opened('b')]}>
      <Requests openId={null} />
    </AtDesk>
  )
  const { rerender } = render(listOf('new'))
  const button = (): HTMLElement => screen.getByRole('button', { name: /Rød Sky/ })
  const before = button()
  before.focus()
  rerender(listOf('opened'))
  expect(before.isConnected).toBe(false)
  expect(document.activeElement).toBe(button())
  button().blur()
  await new Promise(done => setTimeout(done, 5))
  rerender(listOf('new'))
  expect(document.activeElement).toBe(document.body)
})

test('a request that moves to where its row is drawn later has the focus as soon as it is, and not the heading', async () => {
  framesInTurn()
  const rest = Array.from({ length: 12 }, (_, n) => opened(`r${n}`, { stored: { state: 'opened' } }))
  const listOf = (state: 'new' | 'opened') => (
    <AtDesk
      requests={[
        ...rest,
        opened('z', { stored: { state, receivedOn: on(9) }, request: { alias: 'Rød Sky' } }),
      ]}
    >
      <Requests openId={null} />
    </AtDesk>
  )
  const { rerender } = render(listOf('new'))
  const row = (): HTMLElement | null => document.querySelector('[data-opens="z"]')
  const rows = (): number => document.querySelectorAll('[data-opens]').length
  await waitFor(() => {
    expect(rows()).toBe(13)
  })
  row()?.focus()
  expect(document.activeElement).toBe(row())
  rerender(listOf('opened'))
  expect(row()).toBeNull()
  expect(document.activeElement).toBe(document.body)
  await waitFor(() => {
    expect(row()).not.toBeNull()
  })
  expect(document.activeElement).toBe(row())
})

test('a request opened from the times leads back there by name; one that is gone leaves nothing begun behind', async () => {
  vi.stubGlobal('scrollTo', () => undefined)
  const times = <p>Tiderne</p>
  const at = (openId: string | null, requests: readonly OpenedRequest[], under?: typeof times) => (
    <AtDesk requests={requests} slots={[]}>
      <Requests openId={openId} times={under} />
    </AtDesk>
  )
  const { rerender } = render(at('a', [opened('a')], times))
  expect(screen.getByRole('button', { name: da.detail.backToTimes })).toBeTruthy()
  expect(screen.queryByRole('button', { name: da.detail.back })).toBeNull()
  const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
  fireEvent.input(field(), { target: { value: 'Hej' } })
  rerender(at('a', [], times))
  expect(await screen.findByText(da.list.gone)).toBeTruthy()
  expect(screen.getByText('Tiderne')).toBeTruthy()
  rerender(at('a', [opened('a')]))
  expect(screen.getByRole('button', { name: da.detail.back })).toBeTruthy()
  expect(field().value).toBe('')
})

test('a request that is still being opened is not called gone, and what was begun for it stays', async () => {
  vi.stubGlobal('scrollTo', () => undefined)
  const at = (requests: readonly OpenedRequest[], left: number) => (
    <AtDesk requests={requests} left={left}>
      <Requests openId="a" />
    </AtDesk>
  )
  const { rerender, container } = render(at([opened('a')], 0))
  const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
  fireEvent.input(field(), { target: { value: 'Hej' } })
  // The desk was locked and is opened again: others are open before it.
  rerender(at([opened('b')], 1))
  expect(container.textContent).toBe('')
  rerender(at([opened('b'), opened('a')], 0))
  expect(field().value).toBe('Hej')
  rerender(at([opened('b')], 0))
  expect(await screen.findByText(da.list.gone)).toBeTruthy()
})

test('where more are shown, the focus is on the first of them', async () => {
  show(Array.from({ length: 35 }, (_, n) => opened(`r${n}`, { stored: { receivedOn: on(1 + (n % 9)) } })))
  await waitFor(() => {
    expect(document.querySelectorAll('[data-opens]')).toHaveLength(30)
  })
  const before = [...document.querySelectorAll('[data-opens]')]
  fireEvent.click(screen.getByRole('button', { name: /^Vis 5 mere/ }))
  await waitFor(() => {
    expect(document.activeElement?.hasAttribute('data-opens')).toBe(true)
  })
  expect(before).not.toContain(document.activeElement)
  expect(document.querySelectorAll('[data-opens]')[30]).toBe(document.activeElement)
})
