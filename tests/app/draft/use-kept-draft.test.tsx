// In a document
import { act, cleanup, renderHook } from '@testing-library/preact'
import { render as renderNow } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Receipt } from '../../../src/app/citizen.ts'
import { draftText, isSome, type Draft } from '../../../src/app/draft/content.ts'
import { onQuiet, sayQuiet, type Quiet } from '../../../src/app/idle/quiet.ts'
import { wipeAll } from '../../../src/app/leave/on-leave.ts'
import { makeCode } from '../../../src/core/sealing/return-code.ts'

const fakes = vi.hoisted(() => ({
  lookForDraft: vi.fn(),
  saveDraft: vi.fn(),
  touchDraft: vi.fn(),
  wipeDraft: vi.fn(),
}))
vi.mock('../../../src/app/draft/draft.ts', () => ({
  WARN_BEFORE: 2 * 60_000,
  ...fakes,
}))
const { useKeptDraft } = await import('../../../src/app/draft/use-kept-draft.ts')

const receipt: Receipt = {
  id: 'an-id',
  code: makeCode(),
  answers: {},
  state: 'sent',
  slot: null,
  writtenOn: '2026-11-22',
}
const nothing: Draft = { answers: {}, receipt: null }
const writing = (message: string): Draft => ({ answers: { message }, receipt: null })
const bring = vi.fn()
const forgetAnswers = vi.fn()
let heard: Quiet[] = []
let stopHearing = (): unknown => undefined
const run = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })

async function use(first: Draft): Promise<{ kept: () => boolean; now: (draft: Draft) => void }> {
  const { result, rerender } = renderHook(
    (draft: Draft) => useKeptDraft(draft, bring, forgetAnswers, isSome({ ...draft, receipt: null })),
    {
      initialProps: first,
    },
  )
  await run(0)
  return { kept: () => result.current.kept, now: rerender }
}

const saved = (): unknown[] => fakes.saveDraft.mock.calls.map(([text]: string[]) => text)

beforeEach(() => {
  sayQuiet('here')
  heard = []
  stopHearing = onQuiet(quiet => heard.push(quiet))
  vi.useFakeTimers()
  vi.resetAllMocks()
  vi.stubGlobal('reportError', vi.fn())
  fakes.lookForDraft.mockResolvedValue(null)
  fakes.saveDraft.mockResolvedValue(true)
  fakes.touchDraft.mockResolvedValue(undefined)
})
afterEach(() => {
  stopHearing()
  cleanup()
  vi.useRealTimers()
})

test('who writes without a pause is put away while they write', async () => {
  const { now } = await use(nothing)
  for (let letters = 1; letters <= 40; letters++) {
    now(writing('x'.repeat(letters)))
    await run(50)
  }
  expect(fakes.saveDraft.mock.calls.length).toBeGreaterThan(10)
  await run(100)
  expect(saved().at(-1)).toBe(draftText(writing('x'.repeat(40))))
})

test('a receipt is put away at once, and each time it changes', async () => {
  const { now } = await use(writing('Hej'))
  await run(100)
  fakes.saveDraft.mockClear()
  now({ answers: {}, receipt: { ...receipt, state: 'sending' } })
  expect(saved()).toEqual([draftText({ answers: {}, receipt: { ...receipt, state: 'sending' } })])
  now({ answers: {}, receipt })
  expect(saved()).toHaveLength(2)
})

test('a phone that does not answer is asked again, until it has it', async () => {
  fakes.saveDraft.mockResolvedValue('silent')
  const { kept, now } = await use(nothing)
  now({ answers: {}, receipt })
  await run(10)
  expect([kept(), saved().length]).toEqual([false, 1])
  fakes.saveDraft.mockResolvedValue('kept')
  await run(5_000)
  expect([kept(), saved().length]).toEqual([true, 2])
  await run(60_000)
  expect(saved()).toHaveLength(2)
})

test.each(['pagehide', 'pointerdown'])('what is not put away yet is at %s', async moment => {
  const { now } = await use(nothing)
  now(writing('Hej'))
  dispatchEvent(new Event(moment))
  expect(saved()).toEqual([draftText(writing('Hej'))])
  dispatchEvent(new Event(moment))
  expect(saved()).toHaveLength(1)
})

test('what the page starts with does not take the place of what is being looked for', async () => {
  let found: (text: string) => void = () => undefined
  fakes.lookForDraft.mockReturnValue(
    new Promise<string>(resolve => {
      found = resolve
    }),
  )
  await use(writing('Hej'))
  await run(1000)
  expect(fakes.saveDraft).not.toHaveBeenCalled()
  expect(fakes.wipeDraft).not.toHaveBeenCalled()
  found(draftText({ answers: {}, receipt }))
  await run(0)
  await run(1000)
  expect(bring).toHaveBeenCalledExactlyOnceWith({ answers: {}, receipt })
  expect(saved()).toEqual([draftText(writing('Hej'))])
})

test('nothing more to put away removes what was', async () => {
  const { now } = await use({ answers: {}, receipt })
  await run(1000)
  expect(saved()).toEqual([draftText({ answers: {}, receipt })])
  now(nothing)
  await run(1000)
  expect(fakes.wipeDraft).toHaveBeenCalled()
  expect(saved()).toHaveLength(1)
})

test('nothing is put away after leaving', async () => {
  const { now } = await use(nothing)
  now(writing('Hej'))
  wipeAll()
  dispatchEvent(new Event('pagehide'))
  await run(1000)
  expect(fakes.saveDraft).not.toHaveBeenCalled()
})

test('after 20 minutes untouched answers go from the page, a receipt only from what is kept', async () => {
  const { now } = await use({ answers: {}, receipt })
  await run(21 * 60_000)
  expect(fakes.wipeDraft).toHaveBeenCalled()
  expect(forgetAnswers).not.toHaveBeenCalled()
  now({ answers: { message: 'Hej' }, receipt: null })
  await run(21 * 60_000)
  expect(forgetAnswers).toHaveBeenCalledOnce()
})

test.each(['pointerdown', 'keydown'])(
  'who is there again after that has the receipt put away again (%s)',
  async touch => {
    await use({ answers: {}, receipt })
    await run(21 * 60_000)
    fakes.saveDraft.mockClear()
    await run(60_000)
    expect(saved()).toEqual([])
    dispatchEvent(new Event(touch))
    await run(10)
    expect(saved()).toEqual([draftText({ answers: {}, receipt })])
    // And has it for as long again.
    fakes.wipeDraft.mockClear()
    await run(19 * 60_000)
    expect(fakes.wipeDraft).not.toHaveBeenCalled()
    await run(2 * 60_000)
    expect(fakes.wipeDraft).toHaveBeenCalled()
  },
)

test('a phone that wakes by the touch has first removed it, and then puts it away', async () => {
  await use({ answers: {}, receipt })
  await run(1_000)
  fakes.saveDraft.mockClear()
  fakes.wipeDraft.mockClear()
  vi.setSystemTime(Date.now() + 60 * 60_000)
  dispatchEvent(new Event('pointerdown'))
  expect(fakes.wipeDraft).toHaveBeenCalledOnce()
  await run(10)
  expect(saved()).toHaveLength(1)
})

test('the touch does not take away the word that answers have gone, and puts none of them away', async () => {
  const { now } = await use(writing('Hej'))
  forgetAnswers.mockImplementation(() => {
    now(nothing)
  })
  await run(1_000)
  fakes.saveDraft.mockClear()
  vi.setSystemTime(Date.now() + 60 * 60_000)
  dispatchEvent(new Event('pointerdown'))
  await run(1_000)
  dispatchEvent(new Event('pointerdown'))
  await run(1_000)
  expect(heard).toEqual(['here', 'gone'])
  expect(saved()).toEqual([])
})

test('what the check was told is never put away, and goes after 20 minutes untouched too', async () => {
  renderHook(() => useKeptDraft(nothing, bring, forgetAnswers, true))
  await run(17 * 60_000)
  dispatchEvent(new Event('keydown'))
  await run(18 * 60_000 + 10_000)
  expect(heard).toEqual(['here', 'warned'])
  expect(forgetAnswers).not.toHaveBeenCalled()
  await run(2 * 60_000)
  expect(heard).toEqual(['here', 'warned', 'gone'])
  expect(forgetAnswers).toHaveBeenCalledOnce()
  expect(fakes.saveDraft).not.toHaveBeenCalled()
})

test('a phone that refuses to keep it is known', async () => {
  const { kept, now } = await use(nothing)
  expect(kept()).toBe(true)
  now({ answers: {}, receipt })
  await run(1000)
  expect(kept()).toBe(false)
})

test('a code that is saved is put away no more by the time the page can be seen to say so', async () => {
  const Keeps = ({ draft }: { readonly draft: Draft }): null => {
    useKeptDraft(draft, bring, forgetAnswers, false)
    return null
  }
  const page = document.createElement('div')
  await act(() => {
    renderNow(<Keeps draft={{ answers: {}, receipt }} />, page)
  })
  await run(0)
  fakes.wipeDraft.mockClear()
  // Not in `act`, which also runs what a browser does only after it has drawn the page.
  renderNow(<Keeps draft={nothing} />, page)
  expect(fakes.wipeDraft).toHaveBeenCalledOnce()
  renderNow(null, page)
})
