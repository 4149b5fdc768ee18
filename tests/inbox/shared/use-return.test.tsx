// In a document
import { cleanup, render } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { DraftsContext, VIEW } from '../../../src/inbox/shared/drafts.ts'
import { useReturn } from '../../../src/inbox/shared/use-return.ts'
import '../frames-at-once.ts'

afterEach(cleanup)

/** The list, as somebody comes back to it who left it by request "a". */
function comeBack(rows: readonly string[], waits?: (opens: string) => boolean): string | undefined {
  vi.stubGlobal('scrollTo', vi.fn())
  const drafts = new Map([[`${VIEW}opened-list`, 'a']])
  const List = () => {
    useReturn('list', true, waits)
    return (
      <main>
        <h1 tabIndex={-1}>Henvendelser</h1>
        {rows.map(id => (
          <button key={id} type="button" data-opens={id}>
            {id}
          </button>
        ))}
      </main>
    )
  }
  render(
    <DraftsContext.Provider value={drafts}>
      <List />
    </DraftsContext.Provider>,
  )
  return document.activeElement === document.body ? undefined : document.activeElement?.textContent
}

test('who comes back is on the row they left; on the heading where it is nowhere; and waits for one that is to be drawn', () => {
  expect(comeBack(['b', 'a'])).toBe('a')
  cleanup()
  expect(comeBack(['b'])).toBe('Henvendelser')
  cleanup()
  expect(comeBack(['b'], () => false)).toBe('Henvendelser')
  cleanup()
  const waits = vi.fn(() => true)
  expect(comeBack(['b'], waits)).toBeUndefined()
  expect(waits).toHaveBeenCalledWith('a')
})
