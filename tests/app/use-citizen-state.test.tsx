// In a document
import { act, cleanup, renderHook } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { inMemory, unsaved } from '../../src/app/offline/unsaved.ts'
import { useCitizenState } from '../../src/app/use-citizen-state.ts'
import type { Answers } from '../../src/core/request/index.ts'
import { lieInMemory, waitingReceipt } from './harness/receipt.ts'

afterEach(() => {
  cleanup()
  inMemory.clear()
})

// Of all that is typed here, what the check was told says most of a person: it must not lie open longer than a request.
test('after 20 minutes untouched the check’s answers go with the request’s', async () => {
  const { result } = renderHook(() => useCitizenState({}, false))
  expect(result.current.toKeep.answering).toBe(false)
  await act(() => {
    result.current.citizen.setSituation({ subject: 'self', age: 16 })
  })
  expect(result.current.toKeep.answering).toBe(true)
  await act(() => {
    result.current.toKeep.forgetAnswers()
  })
  expect(result.current.citizen.situation).toEqual({})
  expect(result.current.toKeep.answering).toBe(false)
})

// What keeps answers comes later than the first question answers: on a weak network much later.
test('an answer given before there is anything to keep it holds the page all the same', async () => {
  const { result } = renderHook(() => useCitizenState({}, false))
  expect(await unsaved()).toBe('no')
  await act(() => {
    result.current.citizen.update({ audience: 'adult' })
  })
  expect(await unsaved()).toBe('here')
  await act(() => {
    result.current.citizen.forget()
  })
  expect(await unsaved()).toBe('no')
})

// It is in memory yet, and goes when there is a network: the page must not say that it has deleted what was written.
test('the answers of a request that lies in this page only are not among those that go after 20 minutes', async () => {
  const { result } = renderHook(() => useCitizenState({}, false))
  const answers = { audience: 'adult', message: 'Hej' } as const
  await act(() => {
    result.current.citizen.update(answers)
  })
  expect(result.current.toKeep.answering).toBe(true)
  await act(() => {
    lieInMemory('an-id')
    result.current.citizen.setReceipt({ ...waitingReceipt(), answers })
  })
  expect(result.current.toKeep.draft).toMatchObject({ answers, receipt: null })
  expect(result.current.toKeep.answering).toBe(false)
  await act(() => {
    result.current.citizen.setWriting({ mailbox: 'hash', text: 'Mere' })
  })
  expect(result.current.toKeep.answering).toBe(true)
})

test('what is being written in a thread stays when a request is taken back, and its receipt goes', async () => {
  const { result } = renderHook(() => useCitizenState({}, false))
  const writing = { mailbox: 'hash', text: 'Jeg kan ikke på mandag.' }
  await act(() => {
    result.current.citizen.setReceipt(waitingReceipt())
    result.current.citizen.setWriting(writing)
  })
  await act(() => {
    result.current.toKeep.takenBack('another', 'withdrawn')
  })
  expect(result.current.citizen.receipt).toMatchObject({ state: 'waiting' })
  await act(() => {
    result.current.toKeep.takenBack('an-id', 'taken-back')
  })
  expect(result.current.citizen.receipt).toMatchObject({ state: 'taken-back' })
  await act(() => {
    result.current.toKeep.takenBack('an-id', 'withdrawn')
  })
  expect(result.current.citizen).toMatchObject({ receipt: null, answers: {}, writing })
})

describe('what was put away and comes from a phone that is slow to answer', () => {
  const putAway: Answers = { audience: 'adult', wish: 'advice', identity: 'anonymous', message: 'Hej' }
  async function bringTo(first: Answers, meanwhile: Answers = {}, before = putAway): Promise<Answers> {
    const { result } = renderHook(() => useCitizenState(first, false))
    await act(() => {
      if (Object.keys(meanwhile).length > 0) result.current.citizen.update(meanwhile)
    })
    await act(() => {
      result.current.toKeep.bring({ answers: before, receipt: null })
    })
    return result.current.citizen.answers
  }

  test('is all there where nothing has been answered', async () => {
    expect(await bringTo({})).toEqual(putAway)
  })

  test('is not lost by the first tick, nor by coming through a door', async () => {
    expect(await bringTo({}, { audience: 'adult' })).toMatchObject(putAway)
    expect(await bringTo({ audience: 'adult' })).toMatchObject(putAway)
  })

  test('gives way to what stands on the page by now', async () => {
    const now = { audience: 'adult', wish: 'treatment', message: 'Noget andet' } as const
    expect(await bringTo({}, now)).toMatchObject({ ...putAway, ...now })
    expect(await bringTo({ audience: 'adult' }, now)).toMatchObject({ ...putAway, ...now })
  })

  test('keeps the times that were wished for, when the same is chosen again', async () => {
    const youth = { audience: 'youth', wish: 'anonymous-talk' } as const
    expect(await bringTo({}, youth, { ...youth, slotIds: ['a'] })).toMatchObject({ ...youth, slotIds: ['a'] })
  })

  test('is not written over by the words of a link', async () => {
    const link = { audience: 'adult', message: 'Hvornår kan jeg begynde?' } as const
    expect(await bringTo(link)).toMatchObject(putAway)
    expect(await bringTo(link, { message: 'Noget andet' })).toMatchObject({
      wish: 'advice',
      message: 'Noget andet',
    })
  })

  test('is not brought to others', async () => {
    expect((await bringTo({ audience: 'relative' })).message).toBeUndefined()
    expect((await bringTo({}, { audience: 'relative' })).message).toBeUndefined()
  })
})
