import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { besidePage, Ended, type Report, type Task } from '../../src/client/beside.ts'

type Crafts = { readonly twice: (given: { readonly of: number }) => Promise<number> }

const here = { fetch: vi.fn(), perform: vi.fn() }
let made: Fake[] = []

class Fake extends EventTarget {
  readonly tasks: Task[] = []
  readonly terminate = vi.fn()
  postMessage(task: Task): void {
    this.tasks.push(structuredClone(task))
  }
  says(data: Report): void {
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
  }
}

const start = vi.fn<() => Worker>()
const beside = () => besidePage<Crafts>(start, here)
const first = (): Fake => made[0]!

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  made = []
  here.perform.mockResolvedValue('on the page')
  start.mockImplementation(() => {
    made.push(new Fake())
    // Sound: it has what is used of one.
    return made.at(-1) as unknown as Worker
  })
})
afterEach(() => {
  vi.useRealTimers()
})

test('one worker does all, and is not asked for twice', async () => {
  const { prepare, perform } = beside()
  prepare()
  const [one, two] = [perform('twice', { of: 1 }), perform('twice', { of: 2 })]
  expect(made).toHaveLength(1)
  expect(first().tasks).toEqual([
    { turn: 1, craft: 'twice', input: { of: 1 } },
    { turn: 2, craft: 'twice', input: { of: 2 } },
  ])
  first().says('ready')
  first().says({ turn: 2, made: 4 })
  first().says({ turn: 1, made: 2 })
  expect(await Promise.all([one, two])).toEqual([2, 4])
  await vi.advanceTimersByTimeAsync(1_000_000)
  expect(first().terminate).not.toHaveBeenCalled()
  expect(here.perform).not.toHaveBeenCalled()
  expect(here.fetch).not.toHaveBeenCalled()
})

test('what fails there is done here, which tells why; the worker goes on', async () => {
  const { perform } = beside()
  here.perform.mockRejectedValue(new RangeError('too much'))
  const one = perform('twice', { of: 1 })
  first().says('begun')
  first().says({ turn: 1 })
  await expect(one).rejects.toThrow(RangeError)
  const two = perform('twice', { of: 2 })
  first().says({ turn: 2, made: 4 })
  expect(await two).toBe(4)
})

test('one that dies in the middle is let go, and what it had is done here', async () => {
  const { perform } = beside()
  const both = [perform('twice', { of: 1 }), perform('twice', { of: 2 })]
  first().says('begun')
  first().dispatchEvent(new Event('error'))
  expect(await Promise.all(both)).toEqual(['on the page', 'on the page'])
  expect(here.perform.mock.calls).toEqual([
    ['twice', { of: 1 }],
    ['twice', { of: 2 }],
  ])
  expect(first().terminate).toHaveBeenCalledOnce()
  // A word that comes too late changes nothing of what a new one is asked.
  const three = perform('twice', { of: 3 })
  first().says({ turn: 3, made: 'too late' })
  made[1]!.says({ turn: 3, made: 6 })
  expect(await three).toBe(6)
})

test.each([
  ['never begins', 10_000, [] as Report[]],
  ['has come and does not begin', 10_000, ['ready'] as Report[]],
  ['begins and is never done', 60_000, ['ready', 'begun'] as Report[]],
])('one that %s is waited for, and then not', async (_, patience, said) => {
  const { perform } = beside()
  const one = perform('twice', { of: 1 })
  for (const word of said) first().says(word)
  await vi.advanceTimersByTimeAsync(patience - 1)
  expect(here.perform).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(await one).toBe('on the page')
  expect(first().terminate).toHaveBeenCalledOnce()
  // Nobody waits for another one.
  expect(await perform('twice', { of: 2 })).toBe('on the page')
  expect(made).toHaveLength(1)
})

test('after five that broke none is asked for any more', async () => {
  const { prepare, perform } = beside()
  while (made.length < 5) {
    prepare()
    made.at(-1)!.dispatchEvent(new Event('error'))
  }
  expect(await perform('twice', { of: 1 })).toBe('on the page')
  expect(made).toHaveLength(5)
})

test.each(['at the start', 'when it is spoken to'])(
  'a browser that refuses %s does it here, and fetches that in advance',
  async when => {
    if (when === 'at the start')
      start.mockImplementation(() => {
        throw new DOMException('no', 'SecurityError')
      })
    const { prepare, perform } = beside()
    prepare()
    for (const worker of made)
      worker.postMessage = () => {
        throw new DOMException('no', 'SecurityError')
      }
    expect(await perform('twice', { of: 1 })).toBe('on the page')
    expect(here.fetch).toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(here.perform).toHaveBeenCalledOnce()
  },
)

test('the end ends the worker and what it does; nothing of it is done here', async () => {
  const { perform, end } = beside()
  const one = perform('twice', { of: 1 })
  const told = expect(one).rejects.toBeInstanceOf(Ended)
  end()
  await told
  expect(first().terminate).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(1_000_000)
  expect(here.perform).not.toHaveBeenCalled()
  // A page that comes back to it is served again.
  const two = perform('twice', { of: 2 })
  made[1]!.says({ turn: 2, made: 4 })
  expect(await two).toBe(4)
})
