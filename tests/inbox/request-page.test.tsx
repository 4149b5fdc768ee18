// In a document
import { eachAtTen, page } from './at-request.tsx'
import { cleanup, render, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import da from '../../locales/da/inbox.json'
import type { RequestState } from '../../src/core/contract/index.ts'
import type { Readable } from '../../src/inbox/model/requests.ts'
import './frames-at-once.ts'
import { message, on, opened } from './made-up.ts'

eachAtTen()

test('on its own page a request is not called new, since looking at it opens it', () => {
  render(page(opened('a')))
  expect(screen.queryByText(da.state.new)).toBeNull()
  cleanup()
  render(page(opened('a', { stored: { state: 'closed' } })))
  expect(screen.getByText(da.state.closed, { selector: '.tag' })).toBeTruthy()
})

test('a name that was given is told once; without one it is said what was given', () => {
  const { rerender } = render(
    page(opened('a', { request: { identity: 'named', name: 'Ida', phone: '12345678' } })),
  )
  expect(screen.queryByText(da.fields.identity)).toBeNull()
  expect(screen.queryByText(da.fields.writtenOn)).toBeNull()
  rerender(page(opened('a', { request: { identity: 'number-only', phone: '12345678' }, writtenOn: on(1) })))
  expect(screen.getByText(da.fields.identity).nextElementSibling?.textContent).toBe(
    da.values.nameGiven['number-only'],
  )
  expect(screen.getByText(da.fields.writtenOn)).toBeTruthy()
})

test('what is erased and when stands on the request', () => {
  const said = (state: RequestState): string => {
    cleanup()
    render(page(opened('a', { stored: { state, stateOn: on(4) }, messages: [message('citizen', 1)] })))
    return document.querySelector('form .hint:not([id])')?.textContent ?? ''
  }
  expect(said('opened')).toBe(da.kept.waits)
  expect(said('closed')).toMatch(/tidligst .*31\.\s+januar 2027/)
  expect(said('junk')).toMatch(/slettes .*18\.\s+november 2026/)
})

test('what the summary says is not said over it as well', () => {
  const request = { substance: 'alcohol' } as const
  const { container, unmount } = render(page(opened('a', { request, stored: { state: 'opened' } })))
  const tags = container.querySelector('.tags')?.textContent
  expect(container.querySelector('.summary')?.textContent).toContain(da.values.substance.alcohol)
  expect(tags).not.toContain(da.values.substance.alcohol)
  expect(tags).not.toContain(da.list.received.replace(' {{day}}', ''))
  unmount()
  // Of one that is new and has nothing more to it, no list is left: an empty one is read out.
  render(page(opened('b', { request, stored: { receivedOn: on(5) } })))
  expect(document.querySelector('.tags')).toBeNull()
})

test('who has it stands over the thread as well', () => {
  const note = { event: 'mine', by: 'Anne', at: '2026-11-04T10:00:00Z', text: '', mac: 'm' }
  render(page(opened('a', { more: { notes: [note] as unknown as Readable['notes'] } })))
  const owner = da.notes.owner.replace('{{name}}', 'Anne')
  expect(screen.getAllByText(owner).some(one => one.className === 'thread-owner')).toBe(true)
})

test('a made-up name that somebody else has too is told apart', () => {
  render(page(opened('3f9a1c2b', { request: { alias: 'Blå Kano' }, more: { mark: '3f9a' } })))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Blå Kano · 3f9a')
  expect(screen.getByText(da.detail.namesake.replace('{{mark}}', '3f9a'))).toBeTruthy()
})
