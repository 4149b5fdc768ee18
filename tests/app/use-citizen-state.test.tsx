// In a document
import { act, cleanup, renderHook } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { unsaved } from '../../src/app/offline/unsaved.ts'
import { useCitizenState } from '../../src/app/use-citizen-state.ts'

afterEach(cleanup)

// Of all that is typed here, what the check was told says most of a person: it must not lie open longer than a request.
test('after 20 minutes untouched the check’s answers go with the request’s', async () => {
  const { result } = renderHook(() => useCitizenState({}, false))
  expect(result.current.toKeep.hasChecked).toBe(false)
  await act(() => {
    result.current.citizen.setSituation({ subject: 'self', age: 16 })
  })
  expect(result.current.toKeep.hasChecked).toBe(true)
  await act(() => {
    result.current.toKeep.forgetAnswers()
  })
  expect(result.current.citizen.situation).toEqual({})
  expect(result.current.toKeep.hasChecked).toBe(false)
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
