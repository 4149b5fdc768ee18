// In a document
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IntakeError } from '../../../src/inbox/shared/failure.ts'
import { useLoaded } from '../../../src/inbox/desk/use-loaded.ts'

beforeEach(() => {
  // happy-dom has none.
  vi.stubGlobal('reportError', vi.fn())
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const unreachable = (): Promise<never> => Promise.reject(new IntakeError('unreachable'))

test('what was fetched stays when it cannot be fetched again, and is marked until it can', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockResolvedValueOnce('first')
    .mockImplementationOnce(unreachable)
  load.mockResolvedValueOnce('second')
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'first', stale: null })
  })

  await act(result.current.again)
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'first', stale: 'unreachable' })
  })
  expect(result.current.busy).toBe(false)

  await act(result.current.again)
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'second', stale: null })
  })
})

test('fetched quietly, nothing is busy', async () => {
  const load = vi.fn<() => Promise<string>>().mockResolvedValueOnce('first').mockResolvedValueOnce('second')
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  await waitFor(() => {
    expect(result.current.busy).toBe(false)
  })
  const seen: boolean[] = []
  const quiet = act(() => {
    result.current.quietly()
    seen.push(result.current.busy)
  })
  await quiet
  await waitFor(() => {
    seen.push(result.current.busy)
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'second' })
  })
  expect(seen).not.toContain(true)
})

test('what was never fetched has failed, and can be tried again', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockImplementationOnce(unreachable)
    .mockResolvedValueOnce('first')
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  await waitFor(() => {
    expect(result.current.loaded.kind).toBe('failed')
  })
  await act(result.current.again)
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'first' })
  })
})

test('a session that has ended is told, and nothing is marked', async () => {
  const signedOut = vi.fn()
  const ended = (): Promise<never> => Promise.reject(new IntakeError('not-signed-in'))
  const { result } = renderHook(() => useLoaded(ended, signedOut))
  await waitFor(() => {
    expect(signedOut).toHaveBeenCalledOnce()
  })
  expect(result.current.loaded.kind).toBe('loading')
})

/** A load that ends when the test says so. */
function slow() {
  const ends: ((value: string) => void)[] = []
  const load = vi.fn(() => new Promise<string>(done => ends.push(done)))
  return { load, end: (index: number, value: string) => act(() => ends[index]?.(value)) }
}

test('one load runs at a time: quiet wishes join it, a loud one is met by one more after it', async () => {
  const { load, end } = slow()
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  await act(() => {
    result.current.quietly()
    result.current.quietly()
  })
  expect(load).toHaveBeenCalledTimes(1)
  await act(() => {
    result.current.again()
    result.current.again()
  })
  expect(load).toHaveBeenCalledTimes(1)
  await end(0, 'old')
  expect(load).toHaveBeenCalledTimes(2)
  expect(result.current.busy).toBe(true)
  await end(1, 'new')
  await waitFor(() => {
    expect(result.current).toMatchObject({ busy: false, loaded: { value: 'new' } })
  })
  expect(load).toHaveBeenCalledTimes(2)
})

test('what came in part is drawn in a task of its own, and over nothing that has come or failed since', async () => {
  const tasks: (() => void)[] = []
  const postTask = (work: () => void): Promise<void> => {
    tasks.push(work)
    return Promise.resolve()
  }
  vi.stubGlobal('scheduler', { postTask })
  let bring: (part: string) => void = () => undefined
  let end: (value: string) => void = () => undefined
  let fail: (why: IntakeError) => void = () => undefined
  const load = (onPart: (part: string) => void): Promise<string> => {
    bring = onPart
    return new Promise((done, failed) => {
      end = done
      fail = failed
    })
  }
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  await act(() => {
    bring('some')
  })
  expect(result.current.loaded.kind).toBe('loading')
  await act(() => tasks.shift()?.())
  expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'some' })
  await act(() => {
    bring('more')
    end('all')
  })
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'all' })
  })
  await act(() => tasks.shift()?.())
  expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'all' })

  await act(() => {
    result.current.again()
  })
  await act(() => {
    bring('more of it')
    fail(new IntakeError('unreachable'))
  })
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ value: 'more of it', stale: 'unreachable' })
  })
  await act(() => tasks.shift()?.())
  expect(result.current.loaded).toMatchObject({ value: 'more of it', stale: 'unreachable' })
})

test('an error that nobody foresaw is not taken for a server that does not answer', async () => {
  const load = (): Promise<never> => Promise.reject(new Error('Non-zero padding: 64'))
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  await waitFor(() => {
    expect(result.current.loaded).toEqual({ kind: 'failed', why: 'unexpected' })
  })
  expect(reportError).toHaveBeenCalledOnce()
})

test('only what the page fetches by itself is told as such, and one that somebody asks for meanwhile is not', async () => {
  const told: boolean[] = []
  const load = (_: unknown, byItself: boolean): Promise<string> => {
    told.push(byItself)
    return Promise.resolve('value')
  }
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  const idle = (): Promise<void> =>
    waitFor(() => {
      expect(result.current.busy).toBe(false)
    })
  await idle()
  await act(() => {
    result.current.quietly(true)
    result.current.again()
  })
  await idle()
  await act(() => {
    result.current.quietly()
  })
  expect(told).toEqual([false, true, false, false])
})
