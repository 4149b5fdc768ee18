import { afterEach, expect, test, vi } from 'vitest'
import { fetchTimes } from '../../../src/inbox/model/times.ts'

const times = { slots: [], tally: { 'youth-talk': 0, 'adult-talk': 0, 'relatives-course': 0 } }
afterEach(() => {
  vi.unstubAllGlobals()
})

test('times that have not changed are the very same, and only their version is asked for', async () => {
  const asked: string[] = []
  const answers = [
    { version: 'AAAAAAAAAAA', times },
    { version: 'AAAAAAAAAAA', times: null },
  ]
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(new Response(JSON.stringify(answers.shift())))
  })
  const first = await fetchTimes(null)
  expect(first).toEqual({ version: 'AAAAAAAAAAA', ...times })
  expect(await fetchTimes(first)).toBe(first)
  expect(asked).toEqual(['/api/staff/slots', '/api/staff/slots?have=AAAAAAAAAAA'])
})

test('an answer that speaks of times nobody has here is no answer', async () => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(JSON.stringify({ version: 'BBBBBBBBBBB', times: null }))),
  )
  await expect(fetchTimes({ version: 'AAAAAAAAAAA', ...times })).rejects.toThrow('unexpected')
})
