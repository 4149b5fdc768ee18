import { createHash, createHmac, createPrivateKey, hkdfSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  genuine,
  MESSAGE_TEXT_MAX,
  nextPosition,
  openAuthor,
  openThread,
  sealMessage,
  seenBy,
  signMessage,
  writeMessage,
} from '../../../src/core/sealing/index.ts'
import { canonicalBytes, messageHash } from '../../../src/core/sealing/message.ts'
import { citizen, recipients, recovery, signers, signing, team, teamKey, thread, fault } from './made-up.ts'
import { writer, write, idOf, store, storeAll, read, texts, talk } from './talk.ts'

describe('a pinned thread', () => {
  it.each([
    ['citizen', citizen.replyIdentity],
    ['team', team.identity],
    ['recovery', recovery.identity],
  ])('still opens for the %s key, all genuine and in order', async (_, identity) => {
    const opened = await openThread(thread.stored, [identity], citizen, signers)
    expect(genuine(opened)).toEqual(thread.messages)
    expect(opened.messages.map(entry => entry.status)).toEqual(['genuine', 'genuine', 'genuine'])
    expect(opened.gaps).toEqual([])
  })

  it('has the MACs, the signature and the chain that Node computes', () => {
    const threadKey = Buffer.from(citizen.threadKey, 'base64url')
    const key = Buffer.from(
      hkdfSync('sha256', threadKey, 'foerste-snak sealing v1', 'thread mac citizen', 32),
    )
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: signers[0]!.key, d: signing.signing }
    for (const message of thread.messages) {
      const names = ['v', 'kind', 'thread', 'from', 'seq', 'prev', 'seen', 'writtenOn', 'text', 'confirms']
      const later = ['name', 'phone', 'cancels', 'links', 'epoch', 'by', 'author']
      const fields = new Map(Object.entries(message))
      const bytes = JSON.stringify([...names, ...later].map(name => fields.get(name) ?? null))
      expect(Buffer.from(canonicalBytes(message)).toString()).toBe(bytes)
      const signed = Buffer.from(`foerste-snak staff message v2\n${bytes}`)
      if (message.from === 'citizen')
        expect(createHmac('sha256', key).update(bytes).digest('base64url')).toBe(message.mac)
      // Ed25519 is deterministic (RFC 8032 §5.1.6): there is one right signature.
      else
        expect(sign(null, signed, createPrivateKey({ key: jwk, format: 'jwk' })).toString('base64url')).toBe(
          message.signature,
        )
    }
    const [first, , third] = thread.messages
    const hash = createHash('sha256')
      .update(canonicalBytes(first!))
      .update(Buffer.from(first!.mac!, 'base64url'))
    expect(third!.prev).toBe(hash.digest('base64url'))
  })

  it('names its author to colleagues, and to nobody with another key', () => {
    const [, answer] = thread.messages
    if (answer?.from !== 'staff') throw new Error('the second message is staff’s')
    expect(openAuthor(answer, [signing])).toBe(thread.author)
    expect(openAuthor(answer, [{ epoch: 1, signing: citizen.threadKey }])).toBeNull()
    expect(openAuthor(answer, [{ ...signing, epoch: 2 }])).toBeNull()
    expect(openAuthor({ ...answer, author: 'A'.repeat(answer.author.length) }, [signing])).toBeNull()
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
    expect(nextPosition([], 'staff')).toEqual({ seq: 1, prev: null, seen: 0 })
  })

  it('stays whole when both sides write at once', async () => {
    const first = write('citizen', [], 'question')
    const more = write('citizen', [first], 'one more thing', { writtenOn: '2026-03-03' })
    const answer = write('staff', [first], 'answer', { writtenOn: '2026-03-02' })
    const opened = await read(await storeAll([first, more, answer]))
    expect(texts(genuine(opened))).toEqual(['question', 'answer', 'one more thing'])
    expect(opened.gaps).toEqual([])
    expect(nextPosition(genuine(opened), 'staff')).toEqual({ seq: 2, prev: messageHash(answer), seen: 2 })
  })

  it('lets a message that answers nothing leave what was written unanswered, with no gap', async () => {
    const first = write('citizen', [], 'question')
    const answer = write('staff', [first], 'answer')
    const more = write('citizen', [first, answer], 'one more thing')
    const before = [first, answer, more]
    expect(seenBy(before, 'staff')).toBe(1)
    const place = nextPosition(before, 'staff', seenBy(before, 'staff'))
    const only = signMessage(teamKey, citizen, writer, place, {
      writtenOn: '2026-03-02',
      text: '',
      confirms: '2026-03-16',
    })
    const opened = await read(await storeAll([...before, only]))
    expect(texts(genuine(opened))).toEqual(['question', 'answer', 'one more thing', ''])
    expect(opened.gaps).toEqual([])
    expect(seenBy(genuine(opened), 'staff')).toBe(1)
  })

  it('takes as a link eight signs of an id', () => {
    expect(write('staff', [], 'found', { links: '8f02068f' })).toMatchObject({ links: '8f02068f' })
    expect(() => write('staff', [], '', { links: 'somebody' })).toThrow(fault('form'))
  })

  it('holds no confirmation, link or signature of the citizen’s, and no name, number or MAC of staff', async () => {
    const [a, b] = talk()
    const wrong = [
      { ...a, confirms: '2026-03-09' },
      { ...a, links: '8f02068f' },
      { ...a, epoch: 1 },
      { ...b, name: 'Ida' },
      { ...b, mac: a.mac },
    ]
    const opened = await read(await Promise.all(wrong.map((one, n) => store(n, one))))
    expect(opened.messages.map(one => one.status === 'unreadable' && one.why)).toEqual(Array(5).fill('form'))
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
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.option(fc.constantFrom('Ida', 'Åse "B" O’Neill', '王'), { nil: undefined }),
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
    const cancels = [idOf(1), idOf(2), idOf(3)]
    for (const sign of ['a', '漢', '"', '\n']) {
      const text = sign.repeat(MESSAGE_TEXT_MAX)
      const place = { seq: 9999, prev: citizen.threadKey, seen: 9999 }
      const days = { writtenOn: '2026-03-01', confirms: '2026-03-03' }
      const name = `a${sign.repeat(39)}b`
      const staff = { name: sign === '漢' ? sign.repeat(40) : name.padEnd(80, 'æ').slice(0, 80), shown: true }
      const longest = [
        writeMessage(citizen, place, {
          writtenOn: days.writtenOn,
          text,
          cancels,
          phone: '+45 00 00 00 00 ('.padEnd(30, '-'),
          name: `a${sign.repeat(99)}`,
        }),
        signMessage({ ...teamKey, epoch: 999_999 }, citizen, staff, place, {
          ...days,
          text,
          cancels,
          links: '8f02068f',
        }),
      ]
      for (const message of longest) {
        const sealed = await sealMessage(message, recipients, citizen.replyRecipient)
        expect(sealed).toHaveLength(10240)
      }
    }
    for (const side of ['citizen', 'staff'] as const) {
      expect(() => write(side, [], 'a'.repeat(MESSAGE_TEXT_MAX + 1))).toThrow(fault('form'))
      for (const sign of ['\u0001', '\ud800']) expect(() => write(side, [], sign)).toThrow(fault('form'))
    }
  })
})
