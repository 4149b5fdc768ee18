// In a document
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CitizenContext } from '../../../src/app/citizen.ts'
import { wipeAll } from '../../../src/app/leave/on-leave.ts'
import { useCitizenState } from '../../../src/app/use-citizen-state.ts'

vi.mock('../../../src/app/replies/use-mailbox.ts', () => ({
  useMailbox: () => {
    const [mailbox, setMailbox] = useState<object | null>(null)
    return {
      mailbox,
      open: (mailboxHash: string) => {
        setMailbox({ keys: { mailboxHash } })
      },
      close: () => {
        setMailbox(null)
      },
    }
  },
}))
type Code = { readonly state: { open: (hash: string) => void }; readonly onOpen: (code: string) => void }
vi.mock('../../../src/app/replies/code-screen.tsx', () => ({
  CodeScreen: ({ state, onOpen }: Code) => (
    <>
      {['mine', 'another'].map(code => (
        <button
          key={code}
          type="button"
          onClick={() => {
            state.open(code)
            onOpen(code)
          }}
        >
          {code}
        </button>
      ))}
    </>
  ),
}))
type Thread = { readonly text: string; readonly onText: (text: string) => void; readonly onClose: () => void }
vi.mock('../../../src/app/use-later.ts', () => ({
  useLater: () => ({
    failed: false,
    here: {
      ThreadScreen: ({ text, onText, onClose }: Thread) => (
        <>
          <textarea
            value={text}
            onInput={event => {
              onText(event.currentTarget.value)
            }}
          />
          <button type="button" onClick={onClose}>
            close
          </button>
        </>
      ),
    },
  }),
}))
const { Replies } = await import('../../../src/app/replies/replies.tsx')

const citizen: { now: ReturnType<typeof useCitizenState> | null } = { now: null }
function App({ page }: { readonly page: 'replies' | 'another' }): JSX.Element {
  const state = useCitizenState({}, false)
  citizen.now = state
  return (
    <CitizenContext.Provider value={state.citizen}>
      {page === 'replies' && <Replies ready />}
    </CitizenContext.Provider>
  )
}

let show: (page: 'replies' | 'another') => void
beforeEach(() => {
  history.replaceState(null, '', '/svar')
  vi.stubGlobal('scrollTo', vi.fn())
  const { rerender } = render(<App page="replies" />)
  show = page => {
    rerender(<App page={page} />)
  }
})
afterEach(cleanup)
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')

/** The browser's Back, to the code. */
const back = () =>
  act(() => {
    history.replaceState({ step: 0, depth: 0 }, '', '/svar')
    dispatchEvent(new PopStateEvent('popstate'))
  })

const writes = 'Jeg kan ikke på mandag.'
beforeEach(() => {
  press('mine')
  fireEvent.input(field(), { target: { value: writes } })
})

test('what is being written is there again with the code, after Back and after another page', async () => {
  await back()
  press('mine')
  expect(field().value).toBe(writes)
  show('another')
  show('replies')
  press('mine')
  expect(field().value).toBe(writes)
})

test('closed by the button, nothing of it is left', () => {
  press('close')
  press('mine')
  expect(field().value).toBe('')
})

test('the tab keeps it as it keeps answers, with its mailbox', () => {
  expect(citizen.now?.toKeep.draft.writing).toEqual({ mailbox: 'mine', text: writes })
  fireEvent.input(field(), { target: { value: '' } })
  expect(citizen.now?.toKeep.draft.writing).toBeUndefined()
})

test('another code does not show it', async () => {
  await back()
  press('another')
  expect(field().value).toBe('')
})

test.each([
  ['leaving', wipeAll],
  ['twenty minutes untouched', () => citizen.now?.toKeep.forgetAnswers()],
])('%s takes it away', async (_, goes) => {
  await act(() => {
    goes()
  })
  await back()
  press('mine')
  expect(field().value).toBe('')
})
