// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { IntakeError } from '../../../src/inbox/shared/api.ts'
import { useLoaded } from '../../../src/inbox/desk/use-loaded.ts'

afterEach(cleanup)

const unreachable = (): Promise<never> => Promise.reject(new IntakeError('unreachable'))

test('what was fetched stays when it cannot be fetched again, and is marked until it can', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockResolvedValueOnce('first')
    .mockImplementationOnce(unreachable)
  load.mockResolvedValueOnce('second')
  const { result } = renderHook(() => useLoaded(load, () => undefined))
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'first', stale: false })
  })

  await act(result.current.again)
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'first', stale: true })
  })
  expect(result.current.busy).toBe(false)

  await act(result.current.again)
  await waitFor(() => {
    expect(result.current.loaded).toMatchObject({ kind: 'there', value: 'second', stale: false })
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
