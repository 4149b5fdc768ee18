import { createHash, createHmac, createPrivateKey, hkdfSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '../../../src/core/contract/mailbox.ts'
import {
  deriveFromCode,
  genuine,
  makeCode,
  makeTeamKey,
  MESSAGE_TEXT_MAX,
  nextPosition,
  openAuthor,
  openThread,
  seal,
  sealMessage,
  seenBy,
  signMessage,
  toBase64url,
  writeMessage,
  type Side,
  type StaffWords,
  type ThreadMessage,
  type CitizenWords,
} from '../../../src/core/sealing/index.ts'
import { canonicalBytes, messageHash } from '../../../src/core/sealing/message.ts'
import { room } from '../../../src/core/sealing/padding.ts'
import { encryptTo } from '../../../src/core/sealing/seal.ts'
import {
  citizen,
  recipients,
  recovery,
  signers,
  signing,
  team,
  teamKey,
  thread,
  turned,
  fault,
} from './made-up.ts'

const writer = { name: 'Åse Prøve', shown: false }
const write = (
  from: Side,
  before: ThreadMessage[],
  text: string,
  words: Partial<CitizenWords & StaffWords> = {},
) => {
  const place = nextPosition(before, from)
  const written = { writtenOn: '2026-03-01', text, ...words }
  return from === 'citizen'
    ? writeMessage(citizen, place, written)
    : signMessage(teamKey, citizen, writer, place, written)
}

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const store = async (
  n: number,
  plain: Record<string, unknown> & { from: Side },
  by: Side = plain.from,
): Promise<StoredMessage> => ({
  id: idOf(n),
  on: '2026-03-02',
  from: by,
  sealed: toBase64url(await seal(plain, recipients, citizen.replyRecipient)),
})
const storeAll = (messages: readonly ThreadMessage[]) =>
  Promise.all(messages.map((message, n) => store(n, message)))
const read = (stored: StoredMessage[]) => openThread(stored, [citizen.replyIdentity], citizen, signers)
const texts = (messages: ThreadMessage[]) => messages.map(message => message.text)

/** A talk of four: question, answer, thanks, goodbye. */
function talk() {
  const a = write('citizen', [], 'question')
  const b = write('staff', [a], 'answer')
  const c = write('citizen', [a, b], 'thanks')
  return [a, b, c, write('staff', [a, b, c], 'goodbye')] as const
}

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
    const [a, b] = talk()
    const both = [
      { text: 'come at another address' },
      { seq: 2 },
      { prev: messageHash(a) },
      { seen: 7 },
      { writtenOn: '2026-03-09' },
      { cancels: [idOf(9)] },
    ]
    const changes: [ThreadMessage, object][] = [
      ...both.flatMap((change): [ThreadMessage, object][] => [
        [a, change],
        [b, change],
      ]),
      [a, { name: 'Ida' }],
      [a, { phone: '11 21 12 11' }],
      [a, { mac: toBase64url(new Uint8Array(32)) }],
      [b, { confirms: '2026-03-09' }],
      [b, { links: '8f02068f' }],
      [b, { by: 'Eva' }],
      [b, { author: 'A'.repeat(214) }],
      [b, { signature: toBase64url(new Uint8Array(64)) }],
    ]
    for (const [message, change] of changes) {
      const opened = await read([await store(7, { ...message, ...change })])
      expect(opened.messages, JSON.stringify(change)).toEqual([
        { status: 'forged', id: idOf(7), on: '2026-03-02' },
      ])
      expect(opened.gaps).toEqual([])
    }
  })

  it('takes nothing for the team’s that its key did not sign, whoever has the code', async () => {
    const other = await makeTeamKey(1)
    const place = nextPosition([], 'staff')
    const words = { writtenOn: '2026-03-01', text: 'do not write again', confirms: '2026-12-24' }
    const forged = signMessage(other, citizen, writer, place, words)
    const identity = toBase64url(Uint8Array.from({ length: 32 }, (_, n) => (n === 0 ? 1 : 0)))
    const smallOrder = {
      ...forged,
      signature: toBase64url(Uint8Array.from({ length: 64 }, (_, n) => (n === 0 ? 1 : 0))),
    }
    const opened = await read([await store(1, forged), await store(2, smallOrder)])
    expect(opened.messages.map(one => one.status)).toEqual(['forged', 'forged'])
    const weak = [{ epoch: 1, key: identity, until: null }]
    const [entry] = (await openThread([await store(3, smallOrder)], [citizen.replyIdentity], citizen, weak))
      .messages
    expect(entry?.status).toBe('forged')
  })

  it('takes nothing for one side’s that came by the other side’s route', async () => {
    const [a, b] = talk()
    const opened = await read([await store(1, a, 'staff'), await store(2, b, 'citizen')])
    expect(opened.messages.map(one => one.status)).toEqual(['forged', 'forged'])
  })

  it('takes what an epoch signed that has ended only as long as its day', async () => {
    const [, b] = talk()
    const later = await makeTeamKey(2)
    const keys = (until: string) => [
      { epoch: 1, key: signers[0]!.key, until },
      { epoch: 2, key: later.signer, until: null },
    ]
    const stored = [await store(1, b)]
    for (const [until, status] of [
      ['2026-03-02', 'genuine'],
      ['2026-03-01', 'forged'],
    ] as const) {
      const opened = await openThread(stored, [citizen.replyIdentity], citizen, keys(until))
      expect(opened.messages[0]?.status).toBe(status)
    }
  })

  it('says that a message of a newer key needs a newer page, and shows none of its words', async () => {
    const newer = signMessage(await makeTeamKey(2), citizen, writer, nextPosition([], 'staff'), {
      writtenOn: '2026-03-01',
      text: 'hello',
    })
    expect((await read([await store(1, newer)])).messages).toEqual([
      { status: 'newer', id: idOf(1), on: '2026-03-02' },
    ])
  })

  it('sets aside what is numbered, or has seen, far beyond what is here', async () => {
    const [a, b] = talk()
    const place = (seq: number, seen: number) => ({ seq, prev: null, seen })
    const words = { writtenOn: '2026-03-01', text: '' }
    const far = writeMessage(citizen, place(502, 0), words)
    const near = writeMessage(citizen, place(501, 0), words)
    const seer = signMessage(teamKey, citizen, writer, place(2, 502), words)
    expect(
      (
        await read([await store(1, a), await store(2, b), await store(3, far), await store(4, seer)])
      ).messages.map(one => [one.id, one.status === 'unreadable' ? one.why : one.status]),
    ).toEqual([
      [idOf(1), 'genuine'],
      [idOf(2), 'genuine'],
      [idOf(3), 'number'],
      [idOf(4), 'number'],
    ])
    expect((await read([await store(1, a), await store(3, near)])).messages.map(one => one.status)).toEqual([
      'genuine',
      'genuine',
    ])
  })

  it('never gives a number beyond the last', () => {
    const last = writeMessage(
      citizen,
      { seq: 9999, prev: null, seen: 0 },
      { writtenOn: '2026-03-01', text: '' },
    )
    expect(() => nextPosition([last], 'citizen')).toThrow(fault('full'))
  })

  it('knows a message of another thread', async () => {
    const other = await deriveFromCode(makeCode())
    const words = { writtenOn: '2026-03-01', text: 'not for you' }
    const place = { seq: 1, prev: null, seen: 0 }
    for (const message of [
      writeMessage(other, place, words),
      signMessage(teamKey, other, writer, place, words),
    ]) {
      const opened = await read([await store(1, message)])
      expect(opened.messages).toEqual([{ status: 'other-thread', id: idOf(1), on: '2026-03-02' }])
      const renamed = await read([await store(2, { ...message, thread: citizen.threadId })])
      expect(renamed.messages[0]?.status).toBe('forged')
    }
  })

  it('tells what cannot be read apart, and still shows the rest', async () => {
    const [a] = talk()
    const good = await store(1, a)
    const to = [...recipients, citizen.replyRecipient]
    const noJson = new TextEncoder().encode('no JSON'.padEnd(room(3)))
    const bytes = await seal(a, recipients, citizen.replyRecipient)
    const opened = await read([
      { ...good, id: idOf(2), sealed: toBase64url(turned(bytes, 8000)) },
      { ...good, id: idOf(3), sealed: toBase64url(await seal(a, recipients)) },
      await store(4, { ...a, v: 1 }),
      await store(5, { ...a, extra: true }),
      { ...good, id: idOf(6), sealed: 'AA=' },
      { ...good, id: idOf(7), sealed: toBase64url(await encryptTo(to, noJson)) },
      good,
    ])
    expect(opened.messages.map(e => [e.id, e.status, e.status === 'unreadable' && e.why])).toEqual([
      [idOf(1), 'genuine', false],
      [idOf(2), 'unreadable', 'damaged'],
      [idOf(3), 'unreadable', 'not-for-us'],
      [idOf(4), 'unreadable', 'form'],
      [idOf(5), 'unreadable', 'form'],
      [idOf(6), 'unreadable', 'damaged'],
      [idOf(7), 'unreadable', 'form'],
    ])
  })
})

it('a mistyped identity is an error, not an unreadable thread', async () => {
  await expect(openThread(thread.stored, ['AGE-SECRET-KEY-PQ-1'], citizen, signers)).rejects.toThrow(
    fault('identity'),
  )
})
