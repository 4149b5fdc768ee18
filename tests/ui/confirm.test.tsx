// In a document
import { render } from 'preact'
import * as testing from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AskBefore } from '../../src/ui/ask-before.tsx'
import { Confirm } from '../../src/ui/confirm.tsx'

const root = document.createElement('div')
document.body.append(root)
afterEach(() => {
  render(null, root)
})

/** Drawn, and nothing more: what comes a moment later has not come. */
const draw = (asking: boolean): void => {
  render(
    <Confirm asking={asking} label="Time" question="Sure?" answers={<button type="button">Yes</button>}>
      <button type="button" data-asks="">
        Cancel
      </button>
    </Confirm>,
    root,
  )
}
const focused = (): string | null | undefined => document.activeElement?.textContent

test('the focus is on the question as soon as it is drawn, and back on the button after a no', () => {
  draw(false)
  root.querySelector('button')?.focus()
  draw(true)
  expect(focused()).toBe('Sure?')
  draw(false)
  expect(focused()).toBe('Cancel')
})

test('a question that stands there from the start takes no focus', () => {
  draw(true)
  expect(document.activeElement).toBe(document.body)
})

describe('asking before something is done', () => {
  const show = (onYes: () => boolean | Promise<boolean>): void => {
    testing.render(
      <AskBefore ask="Delete" question="Sure?" yes="Yes" no="No" onYes={onYes}>
        <button type="button">Send</button>
      </AskBefore>,
    )
  }
  const press = (name: string): void => {
    testing.fireEvent.click(testing.screen.getByRole('button', { name }))
  }
  const buttons = (): string[] => testing.screen.getAllByRole('button').map(({ textContent }) => textContent)
  afterEach(testing.cleanup)

  test('does nothing until it is answered, and nothing on a no', () => {
    const onYes = vi.fn(() => true)
    show(onYes)
    press('Delete')
    expect(buttons()).toEqual(['Yes', 'No'])
    press('No')
    expect(buttons()).toEqual(['Send', 'Delete'])
    expect(onYes).not.toHaveBeenCalled()
  })

  test.each([true, false])(
    'a yes is done once, and the question goes only where it was: %s',
    async isDone => {
      // happy-dom has none.
      vi.stubGlobal('reportError', vi.fn())
      let end: (isDone: boolean) => void = () => undefined
      const onYes = vi.fn(() => new Promise<boolean>(done => (end = done)))
      show(onYes)
      press('Delete')
      press('Yes')
      press('Yes')
      expect(onYes).toHaveBeenCalledOnce()
      expect(testing.screen.getByRole('button', { name: 'Yes' }).getAttribute('aria-disabled')).toBe('true')
      end(isDone)
      await testing.waitFor(() => {
        expect(buttons()).toEqual(isDone ? ['Send', 'Delete'] : ['Yes', 'No'])
        expect(document.querySelector('[aria-disabled]')).toBeNull()
      })
      vi.unstubAllGlobals()
    },
  )
})
