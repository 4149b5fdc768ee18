import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { bech32 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { fingerprint, hybridRecipient, parseRecipients } from '../../../src/core/sealing/recipients.ts'
import { makeTeamKey } from '../../../src/core/sealing/staff-keys.ts'
import { citizen, fingerprint as pinned, recipients, recovery, signers, team, fault } from './made-up.ts'

/** A text with a right checksum, whatever it holds. */
const bech = (prefix: string, bytes: number) =>
  bech32.encode(prefix, bech32.toWords(new Uint8Array(bytes).fill(9)), false)

const bytesOf = (recipient: string) =>
  bech32.fromWords(bech32.decode(recipient as `age1${string}`, false).words)
const again = (bytes: Uint8Array) => bech32.encode('age1pq', bech32.toWords(bytes), false)
/** The recovery recipient with another X25519 part: zeros, but for its first and last byte. */
const withPoint = (first: number, last = 0) => {
  const bytes = bytesOf(recovery.recipient).fill(0, 1184)
  bytes[1184] = first
  bytes[1215] = last
  return again(bytes)
}
/** The recovery recipient with another first number in its ML-KEM part: 12 bits. */
const withNumber = (low: number) => {
  const bytes = bytesOf(recovery.recipient)
  bytes[0] = low
  bytes[1] = 0xff
  return again(bytes)
}

const refused = fault('recipients')

describe('the two recipients', () => {
  it('are taken as they are, team first', () => {
    expect(parseRecipients([team.recipient, recovery.recipient])).toEqual([
      team.recipient,
      recovery.recipient,
    ])
  })

  it('are refused when one is classic, first or second', async () => {
    const classic = await identityToRecipient(await generateX25519Identity())
    expect(classic).toMatch(/^age1/)
    expect(() => parseRecipients([team.recipient, classic])).toThrow(refused)
    expect(() => parseRecipients([classic, recovery.recipient])).toThrow(refused)
  })

  it.each([
    ['none', []],
    ['one', [team.recipient]],
    ['three', [team.recipient, recovery.recipient, citizen.replyRecipient]],
    ['the same twice', [team.recipient, team.recipient]],
    ['an identity', [team.recipient, recovery.identity]],
    ['capitals', [team.recipient, recovery.recipient.toUpperCase()]],
    [
      'a letter wrong',
      [team.recipient, recovery.recipient.slice(0, -1) + (recovery.recipient.endsWith('q') ? 'p' : 'q')],
    ],
    ['a letter missing', [team.recipient, recovery.recipient.slice(0, -1)]],
    ['a key one byte short', [team.recipient, bech('age1pq', 1215)]],
    ['a key one byte long', [team.recipient, bech('age1pq', 1217)]],
    ['a key of another kind', [team.recipient, bech('age1pq1x', 1216)]],
    [
      'capitals within',
      [team.recipient, recovery.recipient.slice(0, -9) + recovery.recipient.slice(-9).toUpperCase()],
    ],
    ['a space after', [team.recipient, recovery.recipient + ' ']],
    ['nothing in it', [team.recipient, '']],
    ['a point of small order', [team.recipient, withPoint(0)]],
    ['a point of small order with the ignored bit set', [team.recipient, withPoint(1, 128)]],
    ['a number that is none of ML-KEM', [team.recipient, withNumber(255)]],
  ])('are refused when there is %s', (_, list) => {
    expect(() => parseRecipients(list)).toThrow(refused)
  })
})

it('one that is none is said to be none in a schema', () => {
  expect(hybridRecipient.safeParse(recovery.recipient).success).toBe(true)
  const { error } = hybridRecipient.safeParse(recovery.identity)
  expect(error?.issues.map(({ message }) => message)).toEqual(['recipient'])
})

describe('the fingerprint', () => {
  it('is the pinned one', () => {
    expect(fingerprint(recipients, signers)).toBe(pinned)
  })

  it('is what sha256sum says of a file with these lines', async () => {
    const [first] = signers
    const second = { epoch: 2, key: (await makeTeamKey(2)).signer, until: null }
    const file = `${team.recipient}\n${recovery.recipient}\n${first!.key}\n${second.key}\n`
    const hash = createHash('sha256').update(file).digest('hex')
    for (const all of [
      [first!, second],
      [second, first!],
    ])
      expect(fingerprint(recipients, all)).toBe(hash)
  })

  it('differs when the two change places', () => {
    expect(fingerprint(parseRecipients([recovery.recipient, team.recipient]), signers)).not.toBe(pinned)
  })
})
