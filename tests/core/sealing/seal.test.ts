import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeKeyPair, open, seal } from '../../../src/core/sealing/index.ts'
import { encryptTo } from '../../../src/core/sealing/seal.ts'
import { overhead, pad, room } from '../../../src/core/sealing/padding.ts'
import { citizen, envelope, recipients, recovery, sealedEnvelope, team, turned, fault } from './made-up.ts'

/** A plain object whose JSON has exactly so many bytes. */
const ofBytes = (bytes: number) => ({ t: 'x'.repeat(bytes - '{"t":""}'.length) })

describe('sealing', () => {
  it.each([
    ['team', team.identity],
    ['recovery', recovery.identity],
    ['mailbox', citizen.replyIdentity],
  ])('lets the holder of the %s key read', async (_, identity) => {
    const sealed = await seal({ text: 'Æblegrød 🌙' }, recipients, citizen.replyRecipient)
    expect(await open(sealed, [identity])).toEqual({ text: 'Æblegrød 🌙' })
  })

  it('lets nobody else read', async () => {
    const stranger = await makeKeyPair()
    const sealed = await seal({ text: 'Hej' }, recipients)
    expect(await open(sealed, [stranger.identity])).toBeNull()
    expect(await open(sealed, [citizen.replyIdentity])).toBeNull()
    expect(await open(sealed, [])).toBeNull()
  })

  it.each([
    ['a number', '5'],
    ['nothing', 'null'],
    ['text', '"Hej"'],
    ['no JSON', 'Hej'],
    ['bytes that are no UTF-8', '{"text":"\u00ff"}'],
  ])('opens no %s, whoever sealed it', async (_, plain) => {
    const padded = Buffer.from(plain.padEnd(room(recipients.length)), 'latin1')
    const sealed = await encryptTo(recipients, padded)
    await expect(open(sealed, [team.identity])).rejects.toThrow(fault('form'))
  })

  it('tries all identities, as after a new epoch', async () => {
    const stranger = await makeKeyPair()
    const sealed = await seal({ text: 'Hej' }, recipients)
    expect(await open(sealed, [stranger.identity, team.identity])).toEqual({ text: 'Hej' })
  })

  it('shows nothing of the text and never gives the same bytes twice', async () => {
    const [one, two] = [
      await seal({ text: 'SENTINEL' }, recipients),
      await seal({ text: 'SENTINEL' }, recipients),
    ]
    expect(Buffer.from(one).includes('SENTINEL')).toBe(false)
    expect(one).not.toEqual(two)
  })

  it('gives back any JSON object, and one length whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.string({ unit: 'grapheme', maxLength: 150 }), { maxKeys: 3 }),
        fc.boolean(),
        async (plain, toMailbox) => {
          const written = JSON.parse(JSON.stringify(plain)) // as JSON keeps it: the prototype is Object's
          const mailbox = toMailbox ? citizen.replyRecipient : undefined
          const sealed = await seal(plain, recipients, mailbox)
          expect(sealed).toHaveLength(10240)
          expect(await open(sealed, [team.identity])).toEqual(written)
        },
      ),
      { numRuns: 40 },
    )
  })

  it.each([
    [2, undefined],
    [3, citizen.replyRecipient],
  ])('has 10,240 bytes up to its room for %i keys, then refuses', async (keys, mailbox) => {
    const sizeOf = async (bytes: number) => (await seal(ofBytes(bytes), recipients, mailbox)).length
    expect(await sizeOf(8)).toBe(10240)
    expect(await sizeOf(room(keys))).toBe(10240)
    await expect(sizeOf(room(keys) + 1)).rejects.toThrow(fault('too-long'))
  })

  it('counts bytes, not letters', async () => {
    await expect(seal({ t: '🌙'.repeat(room(2) / 4) }, recipients)).rejects.toThrow(fault('too-long'))
  })

  it('refuses a mailbox that is classic, or is one of the two', async () => {
    const classic = await identityToRecipient(await generateX25519Identity())
    for (const mailbox of [classic, team.recipient, recovery.recipient, '']) {
      await expect(seal({}, recipients, mailbox)).rejects.toThrow(fault('recipients'))
    }
  })
})

describe('padding', () => {
  it('adds spaces that leave the JSON as it was', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 2 }), fc.constantFrom(2, 3), (json, keys) => {
        const padded = pad(json, keys)
        expect(padded).toHaveLength(10240 - overhead(keys))
        expect(JSON.parse(new TextDecoder().decode(padded))).toEqual(JSON.parse(json))
        expect(new TextDecoder().decode(padded).trimEnd()).toBe(json.trimEnd())
      }),
    )
  })
})

describe('opening with nothing but the library, as the age program would', () => {
  it('gives the padded JSON', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(recovery.identity)
    const text = await decrypter.decrypt(sealedEnvelope, 'text')
    expect(text).toHaveLength(10240 - overhead(2) - (new TextEncoder().encode(text).length - text.length))
    expect(JSON.parse(text)).toEqual(envelope.plain)
    expect(text.slice(JSON.stringify(envelope.plain).length)).toMatch(/^ +$/)
  })

  it('shows an age file with one post-quantum stanza for each key and no other', async () => {
    const header = Buffer.from(await seal({}, recipients, citizen.replyRecipient)).toString('latin1')
    expect(header.startsWith('age-encryption.org/v1\n-> mlkem768x25519 ')).toBe(true)
    expect(header.match(/^-> \S+/gm)).toEqual(Array(3).fill('-> mlkem768x25519'))
  })
})

describe('what was changed on the way', () => {
  /** The header's lines in the pinned file: where each starts. */
  const text = Buffer.from(sealedEnvelope).toString('latin1')
  const recoveryStanza = text.indexOf('-> ', 30)
  const macLine = text.indexOf('\n--- ') + 1
  const payload = text.indexOf('\n', macLine) + 1

  it.each([
    ['the version line', 3],
    ['the line of the other key', recoveryStanza + 100],
    ['the MAC', macLine + 10],
    ['the nonce', payload + 3],
    ['the first byte of the text', payload + 16],
    ['the padding', 9000],
    ['the last byte', 10239],
  ])('is called damaged when it is %s', async (_, at) => {
    await expect(open(turned(sealedEnvelope, at), [team.identity])).rejects.toThrow(fault('damaged'))
  })

  it('cannot be told from a file for others when it is the own stanza, and is damaged for the other key', async () => {
    const inKey = Uint8Array.from(sealedEnvelope)
    inKey[200] = text[200] === 'A' ? 0x42 : 0x41 // another letter of base64
    for (const changed of [inKey, turned(sealedEnvelope, 26)]) {
      expect(await open(changed, [team.identity])).toBeNull()
      await expect(open(changed, [recovery.identity])).rejects.toThrow(fault('damaged'))
    }
  })

  it('is never opened, wherever a bit is turned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(10239), fc.nat(7), async (at, bit) => {
        const result = await open(turned(sealedEnvelope, at, 1 << bit), [team.identity]).catch(
          (error: unknown) => error,
        )
        if (result !== null) expect(result).toEqual(fault('damaged'))
      }),
      { numRuns: 120 },
    )
  })

  it('is never opened when the end is cut off, even to a length of ours', async () => {
    const long = await encryptTo(recipients, new Uint8Array(9000).fill(0x20))
    await expect(open(long.subarray(0, 10240), [team.identity])).rejects.toThrow(fault('damaged'))
  })

  it('is refused unread when the length is not ours', async () => {
    for (const length of [0, 1, 8192, 10239, 10241, 16384]) {
      const bytes = new Uint8Array(length)
      bytes.set(sealedEnvelope.subarray(0, length))
      await expect(open(bytes, [team.identity])).rejects.toThrow(fault('foreign'))
    }
  })

  it('is called damaged when it is no age file at all', async () => {
    await expect(open(new Uint8Array(10240), [team.identity])).rejects.toThrow(fault('damaged'))
  })
})

describe('identities', () => {
  it('are refused when classic or mistyped, and are not quoted', async () => {
    const mistyped = team.identity.slice(0, -1) + (team.identity.endsWith('Q') ? 'P' : 'Q')
    for (const identity of [await generateX25519Identity(), mistyped, '']) {
      const error: unknown = await open(sealedEnvelope, [identity]).catch((e: unknown) => e)
      expect(error).toEqual(fault('identity'))
      expect(JSON.stringify([String(error), (error as Error).cause])).not.toContain(identity || 'AGE-SECRET')
    }
  })
})

describe('on a phone without Web Crypto', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('works with random numbers alone', async () => {
    const random = globalThis.crypto
    vi.stubGlobal('crypto', {
      getRandomValues: (array: Uint8Array<ArrayBuffer>) => random.getRandomValues(array),
    })
    const sealed = await seal({ text: 'Hej' }, recipients, citizen.replyRecipient)
    expect(await open(sealed, [citizen.replyIdentity])).toEqual({ text: 'Hej' })
  })
})
