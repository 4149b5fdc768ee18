// In a document
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newMemory, type DeskMemory, type DeskPlace } from '../../../src/inbox/desk/desk-memory.ts'
import { makePlaces, type Places } from '../../../src/inbox/desk/places.ts'

const list: DeskPlace = { tab: 'requests', openId: null }
const times: DeskPlace = { tab: 'slots', openId: null }
const request = (openId: string): DeskPlace => ({ tab: 'requests', openId })

let entries: unknown[]
let at: number
let memory: DeskMemory
let places: Places

/** The browser's history: what goes is cut off by what is pushed. */
function step(by: number): void {
  at += by
  places.onPop(entries[at])
}

beforeEach(() => {
  entries = ['from elsewhere']
  at = 0
  vi.spyOn(history, 'pushState').mockImplementation(state => {
    entries = [...entries.slice(0, ++at), state]
  })
  vi.spyOn(history, 'replaceState').mockImplementation(state => {
    entries[at] = state
  })
  vi.spyOn(history, 'back').mockImplementation(() => {
    step(-1)
  })
  memory = newMemory()
  places = makePlaces(memory, () => undefined)
  places.begin()
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('Back leads from a request to the list, and Forward to the request again', () => {
  places.go(request('a'))
  expect([memory.place, entries.length]).toEqual([request('a'), 2])
  step(-1)
  expect(memory.place).toEqual(list)
  step(1)
  expect(memory.place).toEqual(request('a'))
  step(-1)
  expect(memory.place).toEqual(list)
})

test('from one request to the next there is still one step back to the list', () => {
  places.go(request('a'))
  places.go(request('b'))
  expect(entries).toHaveLength(2)
  step(-1)
  expect(memory.place).toEqual(list)
})

test('"Back to the list" takes the step back, so that no second list lies on top', () => {
  places.go(request('a'))
  places.go(list)
  expect([memory.place, at]).toEqual([list, 0])
  places.go(request('b'))
  expect([memory.place, entries.length]).toEqual([request('b'), 2])
})

test('from the times a request leads back to the times, by the browser’s way and by its own', () => {
  const onTimes: DeskPlace = { tab: 'slots', openId: 'a' }
  places.go(times)
  places.go(onTimes)
  step(-1)
  expect(memory.place).toEqual(times)
  step(1)
  places.go(times)
  expect([memory.place, at]).toEqual([times, 0])
  // A member who wants the list goes there instead.
  places.go(onTimes)
  places.go(list)
  expect([memory.place, at]).toEqual([list, 1])
  places.go(request('b'))
  step(-1)
  expect(memory.place).toEqual(list)
})

test('an entry holds a number and nothing else, and one that another member left leads to the list', () => {
  places.go(request('a'))
  for (const entry of entries) expect(Object.values(entry as object)).toEqual([expect.any(Number)])
  expect(JSON.stringify(entries)).not.toContain('"a"')
  const left = entries[1]
  memory = newMemory()
  places = makePlaces(memory, () => undefined)
  places.begin()
  places.onPop(left)
  expect(memory.place).toEqual(list)
  places.onPop(null)
  expect(memory.place).toEqual(list)
})
