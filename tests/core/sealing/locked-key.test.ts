import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import {
  fromBase64url,
  lockKey,
  makeMember,
  makePassphrase,
  readAnyKey,
  readPassphrase,
  unlockKey,
  writeKeyFile,
} from '../../../src/core/sealing/index.ts'
import { NOUNS } from '../../../src/core/sealing/passphrase.ts'
import { fault, turned } from './made-up.ts'
import { toBase64url } from '../../../src/core/sealing/base64url.ts'

const { key } = await makeMember('Ida')
const words = makePassphrase()
const locked = await lockKey(key, words)

describe('the words', () => {
  it('are six, of 128 different short nouns in a-z, each as likely as the other', () => {
    expect(NOUNS).toHaveLength(128)
    expect(new Set(NOUNS).size).toBe(128)
    expect(NOUNS.filter(noun => !/^[a-z]{2,8}$/.test(noun))).toEqual([])
    expect(words.split(' ')).toHaveLength(6)
    expect(makePassphrase(Uint8Array.from({ length: 12 }, (_, n) => n))).toBe(
      'solskov stenbro hatsko bogblad lyslampe dugkop',
    )
    expect(makePassphrase(new Uint8Array(12).fill(129))).toBe(Array(6).fill('skovskov').join(' '))
  })

  it('are new each time', () => {
    expect(new Set(Array.from({ length: 200 }, () => makePassphrase())).size).toBe(200)
  })

  it('are each two nouns, however they were drawn', () => {
    const two = new RegExp(`^(${NOUNS.join('|')}){2}$`)
    for (const drawn of [words, makePassphrase(new Uint8Array(32).fill(5))])
      expect(drawn.split(' ').filter(word => !two.test(word))).toEqual([])
  })

  it('are read however they are typed', () => {
    expect(readPassphrase('  Solskov, STENBRO-hatsko\nbogblad  lyslampe dugkop. '.replace('. ', ' '))).toBe(
      'solskov stenbro hatsko bogblad lyslampe dugkop',
    )
  })
})

describe('a key under its words', () => {
  it('is opened by them, and by nothing else', async () => {
    expect(await unlockKey(locked, words.toUpperCase())).toEqual(key)
    expect(await unlockKey(locked, makePassphrase())).toBeNull()
    expect(await unlockKey(locked, '')).toBeNull()
  })

  it('shows the name and nothing of the keys', () => {
    expect(locked.name).toBe('Ida')
    const text = Buffer.from(fromBase64url(locked.locked)).toString('latin1')
    for (const secret of [key.identity, key.signing]) expect(text).not.toContain(secret)
  })

  it('is an age file with one scrypt stanza, as the age program opens it', async () => {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(words)
    expect(await decrypter.decrypt(fromBase64url(locked.locked), 'text')).toBe(writeKeyFile(key))
    const header = Buffer.from(fromBase64url(locked.locked)).toString('latin1')
    expect(header.match(/^-> \S+/gm)).toEqual(['-> scrypt'])
    // 2^15 rounds: more would take an old phone seconds, fewer would be cheaper to guess.
    expect(header).toMatch(/^-> scrypt \S+ 15$/m)
  })

  it('stays shut when it was changed', async () => {
    const bytes = fromBase64url(locked.locked)
    const changed = { ...locked, locked: toBase64url(turned(bytes, bytes.length - 1)) }
    expect(await unlockKey(changed, words)).toBeNull()
  })

  it('is told from a key that is not locked, and from what is no key', () => {
    expect(readAnyKey(JSON.stringify(locked))).toEqual({ locked })
    expect(readAnyKey(writeKeyFile(key))).toEqual({ key })
    for (const text of ['', '{}', JSON.stringify({ ...locked, more: 1 })])
      expect(() => readAnyKey(text)).toThrow(fault('key-file'))
  })
})
