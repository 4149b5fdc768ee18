// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { LateFold } from '../../../src/inbox/shared/late-fold.tsx'
import { unfold } from '../unfold.ts'

afterEach(cleanup)

test('what nobody has opened is not drawn; opened once, it stays with what was typed', () => {
  const onOpen = vi.fn()
  const { container } = render(
    <LateFold summary="Mere" onOpen={onOpen}>
      {() => <input aria-label="Navn" />}
    </LateFold>,
  )
  expect(screen.queryByLabelText('Navn')).toBeNull()
  unfold()
  expect(onOpen).toHaveBeenCalledOnce()
  fireEvent.input(screen.getByLabelText('Navn'), { target: { value: 'Ida' } })
  const fold = container.querySelector('details')!
  fold.open = false
  expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('Ida')
})

test('what is open from the first is drawn with the page', () => {
  render(
    <LateFold summary="Mere" open>
      {() => <p>Her</p>}
    </LateFold>,
  )
  expect(screen.getByText('Her')).toBeTruthy()
})
