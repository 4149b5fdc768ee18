// In a document
import { button, eachAtTen, field, intake, page, type } from './at-request.tsx'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import da from '../../locales/da/inbox.json'
import './frames-at-once.ts'
import { on, opened } from './made-up.ts'

eachAtTen()

const violence = {
  crises: ['violence'],
  text: 'Han slår mig',
  on: on(3),
  answered: false,
  passages: [],
} as const

test('signs of crisis: what it may be about, the person’s words, how to call, and to read them oneself', async () => {
  const sign = {
    crises: ['life'],
    text: 'Jeg orker ikke mere',
    on: on(3),
    answered: false,
    passages: [],
  } as const
  const request = { identity: 'named', name: 'Ida', phone: '12 34 56 78', callTimes: ['evening'] }
  render(page(opened('a', { request, more: { signs: [sign] } })))
  const notice = screen.getByRole('heading', { name: da.list.crisis }).closest<HTMLElement>('.notice')!
  const text = notice.textContent
  expect(text).toContain(da.crisis.life)
  expect(text).not.toContain(da.crisis.violence)
  expect(text).toMatch(/3\.\s+november/)
  expect(notice.querySelector('blockquote')?.textContent).toBe('Jeg orker ikke mere')
  expect(text.indexOf(da.values.callTimes.evening)).toBeLessThan(text.indexOf('Ring 12 34 56 78'))
  expect(within(notice).getByRole('link').getAttribute('href')).toBe('tel:12345678')
  expect(text.endsWith(da.crisis.read.replace('{{line.emergency}}', '112'))).toBe(true)
  await Promise.resolve()
})

test('signs of crisis without a number lead to the reply', () => {
  render(page(opened('a', { more: { signs: [violence] } })))
  expect(screen.getByText(da.crisis.noPhone.split('{{')[0]!, { exact: false })).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
  // Nobody could say whom 112 should go to.
  expect(screen.getByText(da.crisis.readOnly)).toBeTruthy()
  cleanup()
  render(page(opened('b', { more: { signs: [violence], given: { name: 'Ida' } } })))
  expect(screen.getByText(da.crisis.read.replace('{{line.emergency}}', '112'))).toBeTruthy()
})

test('nobody is told to write now to one who has an answer', () => {
  const sign = { crises: ['life'], text: 'x', on: on(3), answered: true, passages: [] } as const
  render(page(opened('a', { stored: { state: 'answered' }, more: { signs: [sign] } })))
  expect(screen.getByRole('heading', { name: da.list.crisisAnswered })).toBeTruthy()
  expect(screen.queryByText(da.crisis.noPhone.split('{{')[0]!, { exact: false })).toBeNull()
  expect(screen.queryByRole('button', { name: da.crisis.suggest })).toBeNull()
})

test('without a number a reply can begin with words in the person’s language, never over what is written', () => {
  const sign = { crises: ['life'], text: 'I want to die', on: on(3), answered: false, passages: [] } as const
  const show = (id: string, request: object): void => {
    cleanup()
    render(page(opened(id, { request, more: { signs: [sign] } })))
  }
  show('a', { language: 'en' })
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toMatch(/^I have read what you wrote\. .* 112\. .* Livslinien, 70 201 201\./)
  expect(document.activeElement).toBe(field())
  type('Hej')
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toBe('Hej')
  expect(intake.sent).toEqual([])
  show('b', { audience: 'youth', wish: 'talk' })
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toMatch(/^Jeg har læst .* BørneTelefonen, 116 111\./)
})

test('violence alone leads to the line on violence; with a number nothing is suggested', () => {
  render(page(opened('c', { more: { signs: [violence] } })))
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toContain('Lev Uden Vold, 1888')
  cleanup()
  render(page(opened('d', { request: { phone: '12345678' }, more: { signs: [violence] } })))
  expect(screen.queryByRole('button', { name: da.crisis.suggest })).toBeNull()
})

test('a number given later was given without being asked when to call', () => {
  const valueOf = (label: string): string | undefined =>
    screen.getByText(label).nextElementSibling?.textContent ?? undefined
  render(page(opened('a', { more: { given: { phone: '12345678' } } })))
  expect(valueOf(da.fields.callTimes)).toBe(da.values.callTimes['not-said'])
  cleanup()
  render(page(opened('a', { request: { phone: '12345678' } })))
  expect(valueOf(da.fields.callTimes)).toBe(da.values.callTimes.any)
})
