import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Report, Task } from '../../../src/client/beside.ts'
import type { Answers } from '../../../src/core/request/index.ts'
import { contactRequest } from '../../../src/core/request/index.ts'
import {
  deriveFromCode,
  fromBase64url,
  genuine,
  makeCode,
  open,
  openRequest,
} from '../../../src/core/sealing/index.ts'
import { citizen, code, codes, fault, recipients, signers, team, thread } from '../../core/sealing/made-up.ts'

// The same outcome beside the page and on it, in every way in which a worker can be missing or break.

vi.mock('../../../src/app/trusted-types.ts', () => ({ sealingWorkerAddress: () => '/worker.js' }))

/** The worker's own program, beside the test as it would stand beside a page: both ends clone what they send. */
class Beside extends EventTarget {
  static readonly made: Report[] = []
  readonly inside = new EventTarget()
  readonly program: Promise<unknown>
  constructor() {
    super()
    vi.stubGlobal('addEventListener', this.inside.addEventListener.bind(this.inside))
    vi.stubGlobal('postMessage', (data: Report) => {
      Beside.made.push(data)
      this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
    })
    this.program = import('../../../src/app/sealing/worker.ts')
  }
  postMessage(given: Task): void {
    const task = structuredClone(given)
    void this.program.then(() => this.inside.dispatchEvent(new MessageEvent('message', { data: task })))
  }
  readonly terminate = vi.fn()
}

/** Takes a task and dies of it. */
class Dying extends EventTarget {
  postMessage(): void {
    setTimeout(() => this.dispatchEvent(new Event('error')))
  }
  readonly terminate = vi.fn()
}

/** Its file cannot be had. */
class Lost extends EventTarget {
  constructor() {
    super()
    setTimeout(() => this.dispatchEvent(new Event('error')))
  }
  readonly postMessage = vi.fn()
  readonly terminate = vi.fn()
}

const refusing = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
const ways = [
  ['beside the page', Beside],
  ['without workers', undefined],
  ['where the browser refuses one', refusing],
  ['where its file is lost', Lost],
  ['where it dies in the middle', Dying],
] as const

beforeEach(() => {
  vi.resetModules()
  Beside.made.length = 0
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const answers: Answers = {
  audience: 'adult',
  wish: 'advice',
  substance: 'alcohol',
  identity: 'anonymous',
  message: 'Jeg vil gerne tale med nogen',
  slotIds: ['00000000-0000-4000-8000-00000000000a'],
}
const id = '00000000-0000-4000-8000-000000000001'
const given = () =>
  ({ answers, lang: 'da', id, code: makeCode(), writtenOn: '2026-03-01', recipients }) as const

describe.each(ways)('%s', (name, worker) => {
  beforeEach(() => {
    vi.stubGlobal('Worker', worker)
  })
  const door = () => import('../../../src/app/sealing/beside.ts')

  test('a request is sealed, and only the team and the code can go on with it', async () => {
    const asked = given()
    const { sealed, mailbox } = await (await door()).performBeside('request', asked)
    const opened = await openRequest(fromBase64url(sealed), [team.identity], contactRequest, id)
    const keys = await deriveFromCode(asked.code)
    expect(mailbox).toBe(keys.mailboxHash)
    expect(opened).toMatchObject({
      id,
      writtenOn: '2026-03-01',
      request: { wish: 'advice', message: 'Jeg vil gerne tale med nogen', language: 'da' },
      reply: { recipient: keys.replyRecipient, threadId: keys.threadId },
      slotIds: answers.slotIds,
    })
    expect(await open(fromBase64url(sealed), [citizen.replyIdentity])).toBeNull()
  })

  test('a code opens its thread, and the next message takes its place in it', async () => {
    const { performBeside } = await door()
    const { code: text, derived } = codes[3]!
    const keys = await performBeside('keys', { code: code(text) })
    expect(keys).toEqual(derived)
    const opened = await performBeside('thread', { messages: thread.stored, keys, signers })
    const before = genuine(opened)
    expect(before).toEqual(thread.messages)
    const words = { writtenOn: '2026-03-04', text: 'Tak' }
    const { sealed } = await performBeside('message', { thread: opened, keys, words, recipients })
    expect(await open(fromBase64url(sealed), [keys.replyIdentity])).toMatchObject({
      text: 'Tak',
      seq: before.filter(({ from }) => from === 'citizen').length + 1,
    })
  })

  test('what cannot be sealed is told as the error it is', async () => {
    const { performBeside } = await door()
    const words = { writtenOn: '2026-03-04', text: 'a'.repeat(1501) }
    const empty = { messages: [], gaps: [] }
    await expect(
      performBeside('message', { thread: empty, keys: citizen, words, recipients }),
    ).rejects.toEqual(fault('form'))
    await expect(performBeside('request', { ...given(), recipients: ['age1…', 'age1…'] })).rejects.toEqual(
      fault('recipients'),
    )
    await expect(performBeside('request', { ...given(), answers: {} })).rejects.toThrow('unanswered')
  })

  test('it is done where it should be', async () => {
    await (await door()).performBeside('request', given())
    expect(Beside.made.filter(report => typeof report === 'object' && 'made' in report)).toHaveLength(
      name === 'beside the page' ? 1 : 0,
    )
  })
})

test('leaving ends it, and nothing comes of what was under way', async () => {
  const terminate = vi.fn()
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      readonly postMessage = vi.fn()
      readonly terminate = terminate
    },
  )
  const { performBeside } = await import('../../../src/app/sealing/beside.ts')
  const { wipeAll } = await import('../../../src/app/leave/on-leave.ts')
  const told = expect(performBeside('request', given())).rejects.toMatchObject({ name: 'Ended' })
  wipeAll()
  expect(terminate).toHaveBeenCalledOnce()
  await told
})
