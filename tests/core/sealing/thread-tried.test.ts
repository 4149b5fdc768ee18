import { describe, expect, it } from 'vitest'
import {
  deriveFromCode,
  genuine,
  makeCode,
  makeTeamKey,
  nextPosition,
  openThread,
  seal,
  signMessage,
  toBase64url,
  writeMessage,
  type ThreadMessage,
} from '../../../src/core/sealing/index.ts'
import { messageHash } from '../../../src/core/sealing/message.ts'
import { room } from '../../../src/core/sealing/padding.ts'
import { encryptTo } from '../../../src/core/sealing/seal.ts'
import { citizen, recipients, signers, teamKey, thread, turned, fault } from './made-up.ts'
import { writer, write, idOf, store, storeAll, read, texts, talk } from './talk.ts'

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
