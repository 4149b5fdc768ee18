// In a document
import { render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import type { JSX } from 'preact'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { CrisisCard } from '../../../src/app/crisis/crisis-card.tsx'
import { SlotPicker } from '../../../src/app/slots/slot-picker.tsx'
import type { Slots } from '../../../src/app/slots/use-slots.ts'
import type { Slot } from '../../../src/core/contract/index.ts'

const t = makeT('da', allCopy('da'))
const show = (node: JSX.Element): void => {
  render(<CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-25' }}>{node}</CopyContext.Provider>)
}
const calls = (): (string | null)[] =>
  [...document.querySelectorAll('a[href^="tel:"]')].map(link => link.getAttribute('href'))

beforeEach(() => {
  document.body.textContent = ''
})

test.each([
  [true, ['tel:116111', 'tel:70201201', 'tel:112']],
  [false, ['tel:70201201', 'tel:1813', 'tel:112']],
])('in a crisis the young (%s) are shown their own line first, and everybody 112', async (young, numbers) => {
  show(<CrisisCard crises={[{ crisis: 'life', about: 'writer' }]} young={young} />)
  await waitFor(() => {
    expect(calls()).toEqual(numbers)
  })
})

test('whoever writes in English hears which line is for what', async () => {
  render(
    <CopyContext.Provider value={{ lang: 'en', t: makeT('en', allCopy('en')), today: '2026-11-25' }}>
      <CrisisCard crises={[{ crisis: 'life', about: 'writer' }]} young={false} />
    </CopyContext.Provider>,
  )
  await screen.findByRole('link', { name: 'Call 70\u00a0201\u00a0201: Livslinien, the suicide helpline' })
  screen.getByRole('link', { name: 'Call 1813: Akuttelefonen, the medical helpline' })
})

test('who fears for somebody else is spoken to, and not as the one in danger', async () => {
  show(
    <CrisisCard
      crises={[
        { crisis: 'life', about: 'another' },
        { crisis: 'overdose', about: 'another' },
      ]}
      young={false}
    />,
  )
  await screen.findByRole('heading', { name: t('request:crisis.titleOther') })
  screen.getByText(t('request:crisis.lifeOther'))
  screen.getByText(t('request:crisis.overdoseOther'))
  expect(screen.queryByText(t('request:crisis.life'))).toBeNull()
  expect(calls()).toEqual(['tel:70201201', 'tel:112'])
})

const slot = (id: string, startsAt: string): Slot => ({
  id,
  kind: 'adult-talk',
  dates: [{ startsAt, minutes: 45 }],
  place: 'house',
  seatsLeft: 1,
})

test.each([
  [[], ['a', 'c']],
  [['b'], ['a', 'b', 'c']],
])('two members of staff free at once are one time, but what is ticked (%j) stays', (slotIds, ids) => {
  const slots = [
    slot('a', '2026-12-01T09:00:00Z'),
    slot('b', '2026-12-01T09:00:00Z'),
    slot('c', '2026-12-02T09:00:00Z'),
  ]
  show(
    <SlotPicker
      answers={{ slotIds }}
      update={() => undefined}
      errorOf={() => undefined}
      decide={() => undefined}
      again={() => undefined}
      slots={{ kind: 'there', slots }}
      kind="adult-talk"
      legend="Hvornår?"
      hint=""
      empty=""
    />,
  )
  const shown = [...document.querySelectorAll<HTMLInputElement>('input[name=slotIds]')].map(
    input => input.value,
  )
  expect(shown).toEqual(ids)
})

test('the focus stays on the heading when the times come that it was waiting over', () => {
  const picker = (slots: Slots): JSX.Element => (
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-25' }}>
      <main>
        <SlotPicker
          answers={{}}
          update={() => undefined}
          errorOf={() => undefined}
          decide={() => undefined}
          again={() => undefined}
          slots={slots}
          kind="adult-talk"
          legend="Hvornår?"
          legendIsHeading
          hint=""
          empty="Ingen"
        />
        <button type="button">Videre</button>
      </main>
    </CopyContext.Provider>
  )
  const heading = (): HTMLElement => screen.getByRole('heading', { level: 1, name: 'Hvornår?' })
  const there: Slots = { kind: 'there', slots: [slot('a', '2026-12-01T09:00:00Z')] }
  const { rerender } = render(picker({ kind: 'loading' }))
  heading().focus()
  rerender(picker(there))
  expect(document.activeElement).toBe(heading())
  // "Try again" goes away under the one who pressed it.
  rerender(picker({ kind: 'unreachable' }))
  screen.getByRole('button', { name: t('request:times.again') }).focus()
  rerender(picker({ kind: 'loading' }))
  expect(document.activeElement).toBe(heading())
  // Who has gone on meanwhile is left where they are.
  const next = screen.getByRole('button', { name: 'Videre' })
  next.focus()
  rerender(picker(there))
  expect(document.activeElement).toBe(next)
})
