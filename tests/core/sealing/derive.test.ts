import { createHash, hkdfSync } from 'node:crypto'
import { identityToRecipient } from 'age-encryption'
import { bech32 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { deriveFromCode, makeCode } from '../../../src/core/sealing/index.ts'
import { code, codes } from './made-up.ts'

/** HKDF by Node's OpenSSL, with salt and label written out once more. */
const openssl = (material: string, label: string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', material, 'foerste-snak sealing v1', label, bytes)).toString('base64url')

describe.each(codes)('the code $shown', pinned => {
  it('gives the pinned keys', async () => {
    expect(await deriveFromCode(code(pinned.shown))).toEqual(pinned.derived)
  })

  it('gives the keys that another HKDF gives', async () => {
    const { derived } = pinned
    expect(derived.mailboxToken).toBe(openssl(pinned.code, 'mailbox token', 32))
    expect(derived.threadKey).toBe(openssl(pinned.code, 'thread key', 32))
    expect(derived.threadId).toBe(openssl(pinned.code, 'thread id', 16))
    const seed = bech32.decodeToBytes(derived.replyIdentity.toLowerCase())
    expect(seed.prefix).toBe('age-secret-key-pq-')
    expect(Buffer.from(seed.bytes).toString('base64url')).toBe(openssl(pinned.code, 'reply identity', 32))
    expect(await identityToRecipient(derived.replyIdentity)).toBe(derived.replyRecipient)
  })

  it('names its mailbox by the hash of the token', () => {
    const token = Buffer.from(pinned.derived.mailboxToken, 'base64url')
    expect(pinned.derived.mailboxHash).toBe(createHash('sha256').update(token).digest('base64url'))
    expect(hashToken(pinned.derived.mailboxToken)).toBe(pinned.derived.mailboxHash)
  })
})

it('two codes share nothing', async () => {
  const [a, b] = [await deriveFromCode(makeCode()), await deriveFromCode(makeCode())]
  expect(new Set([...Object.values(a), ...Object.values(b)]).size).toBe(12)
})

it('a token that is not base64url is refused', () => {
  expect(() => hashToken('not base64url!')).toThrow()
})
