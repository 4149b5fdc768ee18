// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { ErrorSummary, PhoneField, RadioGroup, UiWords } from '../../src/ui/index.ts'

afterEach(cleanup)

const nothing = (): void => undefined
const phone = { name: 'phone', text: 'Skriv et nummer' }
const wish = { name: 'wish', text: 'Vælg, hvad du vil' }

const fields = (
  <>
    <RadioGroup
      name="wish"
      legend="Hvad vil du?"
      options={[{ value: 'a', label: 'Råd' }]}
      value={undefined}
      onChange={nothing}
    />
    <PhoneField name="phone" label="Telefon" value="" onInput={nothing} />
  </>
)

const page = (errors: readonly (typeof phone)[], attempt = 1): ReturnType<typeof ErrorSummary> => (
  <>
    <ErrorSummary title="Der mangler noget" errors={errors} attempt={attempt} />
    {fields}
  </>
)

const summary = (): Element | null => document.querySelector('.error-summary')

it('takes the focus when it appears', () => {
  const { rerender } = render(page([]))
  expect(summary()).toBeNull()
  rerender(page([phone]))
  expect(document.activeElement).toBe(summary())
})

it('takes the focus again when the errors change', () => {
  const { rerender } = render(page([phone, wish]))
  screen.getByLabelText('Telefon').focus()
  rerender(page([wish]))
  expect(document.activeElement).toBe(summary())
})

it('leaves the focus alone while the person types and nothing has changed', () => {
  const { rerender } = render(page([phone]))
  screen.getByLabelText('Telefon').focus()
  rerender(page([{ ...phone }]))
  expect(document.activeElement).toBe(screen.getByLabelText('Telefon'))
})

it('takes the focus again at the next try with the same errors', () => {
  const { rerender } = render(page([phone], 1))
  screen.getByLabelText('Telefon').focus()
  rerender(page([phone], 2))
  expect(document.activeElement).toBe(summary())
})

it('speaks through a child, so that alert and focus do not race', () => {
  render(page([phone]))
  expect(summary()?.getAttribute('role')).toBeNull()
  expect(screen.getByRole('alert').parentElement).toBe(summary())
})

it('leads to the field, with its label in view first', () => {
  const order: string[] = []
  render(page([phone]))
  const label = screen.getByText('Telefon')
  const input = screen.getByLabelText('Telefon')
  label.scrollIntoView = vi.fn(() => order.push('label in view'))
  input.addEventListener('focus', () => order.push('field in focus'))
  fireEvent.click(screen.getByRole('link', { name: 'Skriv et nummer' }))
  expect(order).toEqual(['label in view', 'field in focus'])
})

it('leads to the first option, with the question in view first', () => {
  render(page([wish]))
  const legend = screen.getByText('Hvad vil du?')
  const seen = vi.fn()
  legend.scrollIntoView = seen
  fireEvent.click(screen.getByRole('link', { name: 'Vælg, hvad du vil' }))
  expect(seen).toHaveBeenCalledOnce()
  expect(document.activeElement).toBe(screen.getByLabelText('Råd'))
})

it('leaves the address alone', () => {
  render(page([phone]))
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  fireEvent(screen.getByRole('link', { name: 'Skriv et nummer' }), click)
  expect(click.defaultPrevented).toBe(true)
})

it('says in the title that something is wrong, for as long as it is', () => {
  document.title = 'Kontakt'
  const inDanish = (errors: readonly (typeof phone)[], errorPrefix = 'Fejl:') => (
    <UiWords.Provider value={{ errorPrefix, optional: '' }}>{page(errors)}</UiWords.Provider>
  )
  const { rerender } = render(inDanish([phone, wish]))
  expect(document.title).toBe('Fejl: Kontakt')
  rerender(inDanish([phone]))
  expect(document.title).toBe('Fejl: Kontakt')
  rerender(inDanish([phone], 'Error:'))
  expect(document.title).toBe('Error: Kontakt')
  rerender(inDanish([]))
  expect(document.title).toBe('Kontakt')
})

it('leaves a title alone that somebody else has set meanwhile', () => {
  document.title = 'Kontakt'
  const inDanish = (errors: readonly (typeof phone)[]) => (
    <UiWords.Provider value={{ errorPrefix: 'Fejl:', optional: '' }}>{page(errors)}</UiWords.Provider>
  )
  const { rerender } = render(inDanish([phone]))
  document.title = '\u200b'
  rerender(inDanish([]))
  expect(document.title).toBe('\u200b')
})
