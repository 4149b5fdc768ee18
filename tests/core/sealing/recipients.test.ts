import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { bech32 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { fingerprint, parseRecipients } from '../../../src/core/sealing/recipients.ts'
import { citizen, fingerprint as pinned, recipients, recovery, team, fault } from './made-up.ts'

/** A text with a right checksum, whatever it holds. */
const bech = (prefix: string, bytes: number) =>
  bech32.encode(prefix, bech32.toWords(new Uint8Array(bytes).fill(9)), false)

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
  ])('are refused when there is %s', (_, list) => {
    expect(() => parseRecipients(list)).toThrow(refused)
  })
})

describe('the fingerprint', () => {
  it('is the pinned one', () => {
    expect(fingerprint(recipients)).toBe(pinned)
  })

  it('is what sha256sum says of a file with the two lines', () => {
    const file = `${team.recipient}\n${recovery.recipient}\n`
    expect(fingerprint(recipients)).toBe(createHash('sha256').update(file).digest('hex'))
  })

  it('differs when the two change places', () => {
    expect(fingerprint(parseRecipients([recovery.recipient, team.recipient]))).not.toBe(pinned)
  })
})
