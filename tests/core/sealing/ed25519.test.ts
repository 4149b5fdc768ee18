import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { isStrictlySigned } from '../../../src/core/sealing/ed25519.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ format: 'jwk' }).x ?? ''
const bytes = new TextEncoder().encode('what was signed')
const signature = sign(null, bytes, privateKey).toString('base64url')

test('what Node signs is signed, and nothing else', () => {
  expect(isStrictlySigned(bytes, signature, key)).toBe(true)
  expect(isStrictlySigned(bytes.subarray(1), signature, key)).toBe(false)
})

test('what is no signature, or no key, is refused and never thrown', () => {
  for (const other of ['', '!', 'AAAA', signature.slice(0, -4), `${signature}AAAA`])
    expect(isStrictlySigned(bytes, other, key)).toBe(false)
  for (const other of ['', '!', 'AAAA', key.slice(0, -4), `${key}AAAA`])
    expect(isStrictlySigned(bytes, signature, other)).toBe(false)
})

// ZIP 215 lets a key of small order sign anything, and one text have several signatures.
test('a key of small order signs nothing', () => {
  const identity = (length: number) => Buffer.from(new Uint8Array(length).fill(1, 0, 1)).toString('base64url')
  expect(isStrictlySigned(bytes, identity(64), identity(32))).toBe(false)
})
