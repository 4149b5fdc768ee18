// In a document
import { render } from 'preact'
import { afterEach, expect, test } from 'vitest'
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
