import { createHash, createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '../../../src/core/contract/mailbox.ts'
import {
  deriveFromCode,
  genuine,
  makeCode,
  MESSAGE_TEXT_MAX,
  nextPlace,
  openThread,
  seal,
  sealMessage,
  seenBy,
  toBase64url,
  writeMessage,
  type Side,
  type ThreadMessage,
  type Words,
} from '../../../src/core/sealing/index.ts'
import { canonicalBytes, messageHash } from '../../../src/core/sealing/message.ts'
import { citizen, recipients, recovery, team, thread, turned, fault } from './made-up.ts'

const write = (from: Side, before: ThreadMessage[], text: string, words: Partial<Words> = {}) =>
  writeMessage(citizen, from, nextPlace(before, from), { writtenOn: '2026-03-01', text, ...words })

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const store = async (n: number, plain: object): Promise<Omit<StoredMessage, 'from'>> => ({
  id: idOf(n),
  on: '2026-03-02',
  sealed: toBase64url(await seal(plain, recipients, citizen.replyRecipient)),
})
const storeAll = (messages: ThreadMessage[]) => Promise.all(messages.map((message, n) => store(n, message)))
const read = (stored: Omit<StoredMessage, 'from'>[]) => openThread(stored, [citizen.replyIdentity], citizen)
const texts = (messages: ThreadMessage[]) => messages.map(message => message.text)

/** A talk of four: question, answer, thanks, goodbye. */
function talk(): [ThreadMessage, ThreadMessage, ThreadMessage, ThreadMessage] {
  const a = write('citizen', [], 'question')
  const b = write('staff', [a], 'answer')
  const c = write('citizen', [a, b], 'thanks')
  return [a, b, c, write('staff', [a, b, c], 'goodbye')]
}

describe('a pinned thread', () => {
  it.each([
    ['citizen', citizen.replyIdentity],
    ['team', team.identity],
    ['recovery', recovery.identity],
  ])('still opens for the %s key, all genuine and in order', async (_, identity) => {
    const opened = await openThread(thread.stored, [identity], citizen)
    expect(genuine(opened)).toEqual(thread.messages)
    expect(opened.messages.map(entry => entry.status)).toEqual(['genuine', 'genuine', 'genuine'])
    expect(opened.gaps).toEqual([])
  })

  it('has the MACs and the chain that Node computes', () => {
    for (const message of thread.messages) {
      const { v, kind, thread: id, from, seq, prev, seen, writtenOn, text, mac } = message
      const { confirms = null, name = null, phone = null, cancels = null } = message
      const bytes = JSON.stringify([
        v,
        kind,
        id,
        from,
        seq,
        prev,
        seen,
        writtenOn,
        text,
        confirms,
        name,
        phone,
        cancels,
      ])
      expect(Buffer.from(canonicalBytes(message)).toString()).toBe(bytes)
      const threadKey = Buffer.from(citizen.threadKey, 'base64url')
      const key = hkdfSync('sha256', threadKey, 'foerste-snak sealing v1', `thread mac ${from}`, 32)
      expect(createHmac('sha256', Buffer.from(key)).update(bytes).digest('base64url')).toBe(mac)
    }
    const [first, , third] = thread.messages
    const hash = createHash('sha256')
      .update(canonicalBytes(first!))
      .update(Buffer.from(first!.mac, 'base64url'))
    expect(third!.prev).toBe(hash.digest('base64url'))
  })
})

describe('a thread', () => {
  it('comes in the order it was written, however it is stored', async () => {
    const messages = talk()
    const stored = await storeAll(messages)
    for (const shuffled of [stored, stored.toReversed(), [stored[2]!, stored[0]!, stored[3]!, stored[1]!]]) {
      const opened = await read(shuffled)
      expect(texts(genuine(opened))).toEqual(['question', 'answer', 'thanks', 'goodbye'])
      expect(opened.gaps).toEqual([])
    }
  })

  it('trusts what the writer had seen over the day, since clocks can be wrong', async () => {
    const question = write('citizen', [], 'question', { writtenOn: '2027-01-01' })
    const answer = write('staff', [question], 'answer', { writtenOn: '2026-03-02' })
    const thanks = write('citizen', [question, answer], 'thanks', { writtenOn: '2025-01-01' })
    const opened = await read(await storeAll([thanks, answer, question]))
    expect(texts(genuine(opened))).toEqual(['question', 'answer', 'thanks'])
  })

  it('is empty when nothing is stored', async () => {
    expect(await read([])).toEqual({ messages: [], gaps: [] })
    expect(nextPlace([], 'staff')).toEqual({ seq: 1, prev: null, seen: 0 })
  })

  it('stays whole when both sides write at once', async () => {
    const first = write('citizen', [], 'question')
    const more = write('citizen', [first], 'one more thing', { writtenOn: '2026-03-03' })
    const answer = write('staff', [first], 'answer', { writtenOn: '2026-03-02' })
    const opened = await read(await storeAll([first, more, answer]))
    expect(texts(genuine(opened))).toEqual(['question', 'answer', 'one more thing'])
    expect(opened.gaps).toEqual([])
    expect(nextPlace(genuine(opened), 'staff')).toEqual({ seq: 2, prev: messageHash(answer), seen: 2 })
  })

  it('lets a message that answers nothing leave what was written unanswered, with no gap', async () => {
    const first = write('citizen', [], 'question')
    const answer = write('staff', [first], 'answer')
    const more = write('citizen', [first, answer], 'one more thing')
    const before = [first, answer, more]
    expect(seenBy(before, 'staff')).toBe(1)
    const place = nextPlace(before, 'staff', seenBy(before, 'staff'))
    const only = writeMessage(citizen, 'staff', place, {
      writtenOn: '2026-03-02',
      text: '',
      confirms: '2026-03-16',
    })
    const opened = await read(await storeAll([...before, only]))
    expect(texts(genuine(opened))).toEqual(['question', 'answer', 'one more thing', ''])
    expect(opened.gaps).toEqual([])
    expect(seenBy(genuine(opened), 'staff')).toBe(1)
  })

  it('holds a link under the MAC, and what was written before there were links keeps its MAC', () => {
    const linked = write('staff', [], 'found', { links: '8f02068f' })
    expect(canonicalBytes(linked)).not.toEqual(canonicalBytes({ ...linked, links: '8f020690' }))
    const before = canonicalBytes({ ...linked, links: undefined })
    expect(new TextDecoder().decode(before)).toMatch(/,null,null,null,null\]$/)
    expect(() => write('staff', [], '', { links: 'somebody' })).toThrow(fault('form'))
  })

  it('keeps two answers of two of the staff, and shows that they are twins', async () => {
    const question = write('citizen', [], 'question')
    const [one, two] = [write('staff', [question], 'yes'), write('staff', [question], 'no')]
    const after = write('staff', [question, one, two], 'I meant yes')
    const opened = await read(await storeAll([question, one, two, after]))
    expect(opened.gaps).toEqual([])
    const twins = opened.messages.flatMap(e => (e.status === 'genuine' && e.twin ? [e.message.text] : []))
    expect(twins.toSorted()).toEqual(['no', 'yes'])
    expect(texts(genuine(opened)).at(-1)).toBe('I meant yes')
  })

  it('gives any words back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.option(fc.string({ maxLength: 200 }), { nil: undefined }),
        async (text, name) => {
          const message = write('citizen', [], text, name === undefined ? {} : { name })
          const opened = await read([await store(1, message)])
          expect(genuine(opened)).toEqual([message])
        },
      ),
      { numRuns: 12 },
    )
  })

  it('takes the longest message whatever is in it, and refuses a longer one', async () => {
    for (const sign of ['a', '漢', '\u0001', '\ud800', '"']) {
      const message = write('citizen', [], sign.repeat(MESSAGE_TEXT_MAX), {
        name: sign.repeat(200),
        phone: sign.repeat(60),
        confirms: '2026-03-03',
        cancels: [idOf(1), idOf(2), idOf(3)],
      })
      const sealed = await sealMessage(message, recipients, citizen.replyRecipient)
      expect([8192, 16384]).toContain(sealed.length)
    }
    expect(() => write('staff', [], 'a'.repeat(MESSAGE_TEXT_MAX + 1))).toThrow(fault('form'))
  })
})

describe('what a server or a stranger could try', () => {
  it('shows a message that was held back', async () => {
    const [a, b, c, d] = await storeAll(talk())
    expect((await read([b!, c!, d!])).gaps).toEqual([{ from: 'citizen', seq: 1 }])
    expect((await read([a!, c!, d!])).gaps).toEqual([{ from: 'staff', seq: 1 }])
    expect((await read([d!])).gaps).toEqual([
      { from: 'citizen', seq: 1 },
      { from: 'citizen', seq: 2 },
      { from: 'staff', seq: 1 },
    ])
  })

  it('shows a held back last message once the other side has answered it', async () => {
    const [a, b, , d] = await storeAll(talk())
    expect((await read([a!, b!, d!])).gaps).toEqual([{ from: 'citizen', seq: 2 }])
  })

  it('shows a held back twin that a later message points to', async () => {
    const [one, two] = [write('staff', [], 'one'), write('staff', [], 'two')]
    const after = write('staff', [one], 'after')
    const opened = await read(await storeAll([two, after]))
    expect(opened.gaps).toEqual([{ from: 'staff', seq: 1 }])
  })

  it('shows a message stored twice as one, and names the first', async () => {
    const [a, b] = talk()
    const opened = await read([await store(1, a), await store(2, b), await store(3, a)])
    expect(texts(genuine(opened))).toEqual(['question', 'answer'])
    expect(opened.messages[2]).toEqual({ status: 'replayed', id: idOf(3), on: '2026-03-02', of: idOf(1) })
    expect(opened.gaps).toEqual([])
  })

  it('knows a forged message, whatever was changed, and shows none of its words', async () => {
    const [a] = talk()
    const changes: Partial<ThreadMessage>[] = [
      { text: 'come at another address' },
      { from: 'staff' },
      { seq: 2 },
      { prev: messageHash(a) },
      { seen: 1 },
      { writtenOn: '2026-03-09' },
      { confirms: '2026-03-09' },
      { name: 'Ida' },
      { phone: '112' },
      { cancels: [idOf(9)] },
      { mac: toBase64url(new Uint8Array(32)) },
    ]
    for (const change of changes) {
      const opened = await read([await store(7, { ...a, ...change })])
      expect(opened.messages).toEqual([{ status: 'forged', id: idOf(7), on: '2026-03-02' }])
      expect(opened.gaps).toEqual([])
    }
  })

  it('does not take the key of one side for the other', async () => {
    const asStaff = writeMessage(
      citizen,
      'staff',
      { seq: 1, prev: null, seen: 0 },
      {
        writtenOn: '2026-03-01',
        text: 'hello',
      },
    )
    const opened = await read([await store(1, { ...asStaff, from: 'citizen' })])
    expect(opened.messages[0]?.status).toBe('forged')
  })

  it('knows a message of another thread', async () => {
    const other = await deriveFromCode(makeCode())
    const message = writeMessage(
      other,
      'staff',
      { seq: 1, prev: null, seen: 0 },
      {
        writtenOn: '2026-03-01',
        text: 'not for you',
      },
    )
    const opened = await read([await store(1, message)])
    expect(opened.messages).toEqual([{ status: 'other-thread', id: idOf(1), on: '2026-03-02' }])
    const renamed = await read([await store(2, { ...message, thread: citizen.threadId })])
    expect(renamed.messages[0]?.status).toBe('forged')
  })

  it('tells what cannot be read apart, and still shows the rest', async () => {
    const [a] = talk()
    const good = await store(1, a)
    const bytes = await seal(a, recipients, citizen.replyRecipient)
    const opened = await read([
      { ...good, id: idOf(2), sealed: toBase64url(turned(bytes, 8000)) },
      { ...good, id: idOf(3), sealed: toBase64url(await seal(a, recipients)) },
      await store(4, { ...a, v: 2 }),
      await store(5, { ...a, extra: true }),
      { ...good, id: idOf(6), sealed: 'AA=' },
      good,
    ])
    expect(opened.messages.map(e => [e.id, e.status, e.status === 'unreadable' && e.why])).toEqual([
      [idOf(1), 'genuine', false],
      [idOf(2), 'unreadable', 'damaged'],
      [idOf(3), 'unreadable', 'not-for-us'],
      [idOf(4), 'unreadable', 'form'],
      [idOf(5), 'unreadable', 'form'],
      [idOf(6), 'unreadable', 'damaged'],
    ])
  })
})

it('a mistyped identity is an error, not an unreadable thread', async () => {
  await expect(openThread(thread.stored, ['AGE-SECRET-KEY-PQ-1'], citizen)).rejects.toThrow(fault('identity'))
})
