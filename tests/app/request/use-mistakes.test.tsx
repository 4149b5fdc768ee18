// In a document
import { act, renderHook } from '@testing-library/preact'
import type { ComponentChildren, JSX } from 'preact'
import { expect, test } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { useMistakes } from '../../../src/app/request/use-mistakes.ts'

const t = makeT('da', allCopy('da'))
const wrapper = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>{children}</CopyContext.Provider>
)

test('what must be mended is told in a sentence, and counted each time, so that it is heard each time', async () => {
  const { result } = renderHook(() => useMistakes(), { wrapper })
  expect(result.current).toMatchObject({ errors: [], attempt: 0 })
  for (const times of [1, 2]) {
    await act(() => {
      result.current.tell([{ field: 'name', why: 'name-missing' }])
    })
    const text = t('request:errors.name-missing')
    expect(result.current).toMatchObject({ errors: [{ name: 'name', text }], attempt: times })
    expect(result.current.errorOf('name')).toBe(text)
    expect(result.current.errorOf('phone')).toBeUndefined()
  }
})

test('nothing to mend is no reason to take the focus', async () => {
  const { result } = renderHook(() => useMistakes(), { wrapper })
  await act(() => {
    result.current.tell([{ field: 'name', why: 'name-missing' }])
  })
  await act(() => {
    result.current.tell([])
  })
  expect(result.current).toMatchObject({ errors: [], attempt: 1 })
})
