// In a document
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../src/app/copy/all.ts'
import { CopyContext } from '../../src/app/copy/copy.ts'
import { makeT } from '../../src/app/copy/i18n.ts'
import { hasCopy } from '../../src/app/copy/load.ts'
import type { CopyPart } from '../../src/app/copy/parts.ts'
import { Coming } from '../../src/app/coming.tsx'
import { later, type Later } from '../../src/app/later.ts'
import { useLater } from '../../src/app/use-later.ts'

afterEach(cleanup)

type Part = { readonly words: string }
const copy = { lang: 'da' as const, t: makeT('da', allCopy('da')), today: '2026-11-27' }

type Shown = { readonly part: Later<Part>; readonly ready?: boolean; readonly words?: readonly CopyPart[] }

function Page(props: Shown): JSX.Element {
  return (
    <CopyContext.Provider value={copy}>
      <Place {...props} />
    </CopyContext.Provider>
  )
}

function Place({ part, ready = true, words }: Shown): JSX.Element {
  const found = useLater(part, ready, words)
  return found.here ? <p>{found.here.words}</p> : <Coming failed={found.failed} />
}

/** A part that the network brings or not, as often as it is told. */
function onNetwork(): {
  readonly load: ReturnType<typeof vi.fn<() => Promise<Part>>>
  readonly bring: () => Promise<void>
  readonly lose: () => Promise<void>
} {
  let settle: { readonly done: (part: Part) => void; readonly fail: (why: Error) => void } | null = null
  const load = vi.fn(
    () =>
      new Promise<Part>((done, fail) => {
        settle = { done, fail }
      }),
  )
  return {
    load,
    bring: async () => answered(() => settle?.done({ words: 'the rest' })),
    lose: async () => answered(() => settle?.fail(new Error('no network'))),
  }
}

/** An answer, and what the page makes of it. */
const answered = async (answer: () => void): Promise<void> =>
  act(async () => {
    answer()
    await new Promise(done => setTimeout(done))
  })

const online = async (): Promise<void> =>
  act(() => {
    dispatchEvent(new Event('online'))
  })

test('a part is asked for once for all who ask, and anew after it could not be had', async () => {
  const { load, bring, lose } = onNetwork()
  const part = later(load)
  const asked = [part.fetch(), part.fetch()]
  const lost = Promise.allSettled(asked)
  await lose()
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect([load.mock.calls.length, part.here()]).toEqual([1, null])
  const found = part.fetch()
  await bring()
  expect(part.here()).toBe(await found)
  await part.fetch()
  expect(load).toHaveBeenCalledTimes(2)
})

test('it is not asked for before the first question answers', async () => {
  const { load, bring } = onNetwork()
  const part = later(load)
  const { rerender } = render(<Page part={part} ready={false} />)
  expect(load).not.toHaveBeenCalled()
  rerender(<Page part={part} />)
  expect(screen.getByRole('status').textContent).toContain('Henter')
  await bring()
  expect(screen.getByText('the rest')).toBeTruthy()
})

test('where it could not be had the page says so, can be fetched again, and asks once more when there is a network', async () => {
  const { load, bring, lose } = onNetwork()
  render(<Page part={later(load)} />)
  await lose()
  expect(await screen.findByText(/Siden kom ikke helt frem/)).toBeTruthy()
  const reload = vi.spyOn(location, 'reload').mockReturnValue()
  fireEvent.click(screen.getByRole('button', { name: 'Hent siden igen' }))
  expect(reload).toHaveBeenCalledOnce()
  await online()
  expect(screen.queryByText(/Siden kom ikke helt frem/)).toBeNull()
  expect(load).toHaveBeenCalledTimes(2)
  await bring()
  expect(screen.getByText('the rest')).toBeTruthy()
  await online()
  expect(load).toHaveBeenCalledTimes(2)
})

test('what came meanwhile is shown at once, and not asked for', async () => {
  const { load, bring } = onNetwork()
  const part = later(load)
  const found = part.fetch()
  await bring()
  await found
  render(<Page part={part} />)
  expect(screen.getByText('the rest')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(1)
})

test('a part is not there before the words it speaks in', async () => {
  const { load, bring } = onNetwork()
  const part = later(load)
  const found = part.fetch()
  await bring()
  await found
  expect(hasCopy('da', ['result'])).toBe(false)
  render(<Page part={part} words={['result']} />)
  expect(screen.queryByText('the rest')).toBeNull()
  expect(await screen.findByText('the rest')).toBeTruthy()
  expect(hasCopy('da', ['result'])).toBe(true)
})
