import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '../../../src/core/contract/mailbox.ts'
import { contactRequest } from '../../../src/core/request/index.ts'
import {
  fromBase64url,
  genuine,
  nextPosition,
  openAuthor,
  openNote,
  openRequest,
  openThread,
  seal,
  SealingError,
  seenBy,
  signMessage,
  toBase64url,
} from '../../../src/core/sealing/index.ts'
import { macOf, signedBytes, type Unproved } from '../../../src/core/sealing/message.ts'
import { asJson, attacksOn, withField } from '../../hostile.ts'
import { citizen, envelope, opening, proved, recipients, signers, team, teamKey } from './made-up.ts'

// Anybody with the public keys can seal anything. Whatever is inside, opening says what it is and never breaks: it is taken
// with nothing changed about it, or refused in the way that its callers know.

const uuids = [randomUUID(), randomUUID()]

describe('every field of it hostile', { timeout: 60_000 }, () => {
  it('a request is taken as it is, or refused for its form or its id', async () => {
    const honest = {
      ...envelope.plain,
      request: {
        audience: 'adult',
        wish: 'treatment',
        substance: 'alcohol',
        identity: 'named',
        name: 'Ida',
        phone: '+45 12 34 56 78',
        callTimes: ['morning'],
        ifSomeoneElseAnswers: 'hang-up',
        alias: 'Blå Kano',
        language: 'da',
        message: 'Hej',
      },
      slotIds: uuids,
    }
    await fc.assert(
      fc.asyncProperty(attacksOn(honest), async attacks => {
        for (const plain of attacks) {
          const bytes = await seal(plain, recipients)
          const opened = await opening(() =>
            openRequest(bytes, [team.identity], contactRequest, envelope.plain.id),
          )
          if (opened instanceof SealingError) expect(['form', 'other-request']).toContain(opened.fault)
          else expect(opened).toEqual(asJson(plain))
        }
      }),
      { numRuns: 4 },
    )
  })

  const inThread = {
    v: 2,
    kind: 'message',
    thread: citizen.threadId,
    seq: 2,
    prev: 'A'.repeat(43),
    seen: 1,
    writtenOn: '2026-03-01',
    text: 'Hej',
    cancels: uuids,
  }
  const theirs = { ...inThread, from: 'citizen', name: 'Ida', phone: '+45 12 34 56 78', mac: '' }
  const place = { seq: 1, prev: null, seen: 0 }
  const words = {
    writtenOn: '2026-03-01',
    text: 'Hej',
    confirms: '2026-03-02',
    links: '5b2c8f0e',
    cancels: uuids,
  }
  const ours = signMessage(teamKey, citizen, { name: 'Åse', shown: true }, place, words)

  // A citizen has the thread key; a colleague, or one who was, has the signing key: each proves what they wrote.
  it.each([
    [
      'a citizen’s message',
      theirs,
      (plain: object) => ({ mac: proved(() => macOf(plain as Unproved, citizen.threadKey)) }),
    ],
    [
      'a deadline, link, call-off or answer of staff',
      ours,
      (plain: object) => ({
        signature: proved(() =>
          toBase64url(ed25519.sign(signedBytes(plain as Unproved), fromBase64url(teamKey.signing))),
        ),
      }),
    ],
  ])('%s is shown as it is, or set apart', async (_, honest, prove) => {
    const from = honest.from as StoredMessage['from']
    await fc.assert(
      fc.asyncProperty(attacksOn(honest), fc.boolean(), async (attacks, isProved) => {
        const plains = attacks.map(plain => ({ ...plain, ...(isProved && prove(plain)) }))
        const stored: StoredMessage[] = []
        for (const plain of plains) {
          const sealed = toBase64url(await seal(plain, recipients, citizen.replyRecipient))
          stored.push({ id: randomUUID(), on: '2026-03-02', from, sealed })
        }
        for (const [at, one] of stored.entries()) {
          const thread = await openThread([one], [team.identity], citizen, signers)
          expect(thread.messages).toHaveLength(1)
          const [entry] = thread.messages
          if (entry?.status === 'genuine') expect(entry.message).toEqual(asJson(plains[at]))
        }
        const all = await openThread(stored, [team.identity], citizen, signers)
        expect(all.messages).toHaveLength(stored.length)
        expect(all.gaps.length).toBeLessThan(1100)
        const messages = genuine(all)
        expect(nextPosition(messages, from).seq).toBeLessThan(9999)
        expect(seenBy(messages, from)).toBeLessThan(9999)
        for (const message of messages) if (message.from === 'staff') openAuthor(message, [teamKey])
      }),
      { numRuns: 3 },
    )
  })

  it('a call note is read as it is, or is none', async () => {
    const request = uuids[0]!
    const at = '2026-11-26T13:30:00Z'
    const honest = {
      v: 2,
      kind: 'note',
      request,
      event: 'text',
      at,
      by: 'Åse',
      text: 'Hej',
      upTo: 3,
      epoch: 1,
      mac: '',
    }
    const signing = Buffer.from(teamKey.signing, 'base64url')
    const key = Buffer.from(hkdfSync('sha256', signing, 'foerste-snak sealing v1', 'note to colleagues', 32))
    const macFor = (plain: object): string => {
      const of = new Map<string, unknown>(Object.entries(plain))
      const row = ['v', 'kind', 'request', 'event', 'at', 'by', 'text', 'upTo', 'epoch'].map(name =>
        of.get(name),
      )
      return createHmac('sha256', key).update(JSON.stringify(row)).digest('base64url')
    }
    let taken = 0
    const read = async (attack: object): Promise<void> => {
      const plain = { ...attack, mac: macFor(attack) }
      const note = await openNote(toBase64url(await seal(plain, recipients)), [teamKey], request)
      if (note === null) return
      taken++
      expect(note).toEqual(asJson(plain))
      expect(note.at).toMatch(/^2[01]\d\d-/)
    }
    await read(honest)
    for (const far of ['9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z', '2200-01-01T00:00:00+01:00'])
      await read(withField(honest, ['at'], far))
    await fc.assert(
      fc.asyncProperty(attacksOn(honest), async attacks => {
        for (const attack of attacks) await read(attack)
      }),
      { numRuns: 4 },
    )
    expect(taken).toBeGreaterThan(0)
  })
})
