import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { armor, Decrypter } from 'age-encryption'
import * as vectors from 'cctv-age'
import { describe, expect, it } from 'vitest'
import { decryptWith } from '../../../src/core/sealing/open.ts'
import { fault } from './made-up.ts'

// The test vectors of the age format (C2SP CCTV), run through the library that is installed here.

type Vector = { name: string; meta: (key: string) => string[]; file: Uint8Array }

function parse(name: string, bytes: Uint8Array): Vector {
  const all = Buffer.from(bytes)
  const end = all.indexOf('\n\n')
  const lines = all.subarray(0, end).toString('latin1').split('\n')
  const meta = (key: string) =>
    lines.filter(line => line.startsWith(`${key}: `)).map(line => line.slice(key.length + 2))
  const body = all.subarray(end + 2)
  return { name, meta, file: Uint8Array.from(meta('compressed').length > 0 ? inflateSync(body) : body) }
}

const all = Object.entries(vectors).map(([name, bytes]) => parse(name, bytes))
const is = (vector: Vector, key: string) => vector.meta(key).length > 0
const expected = (vector: Vector) => vector.meta('expect')[0]
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const cases = (list: Vector[]): [string, Vector][] => list.map(vector => [vector.name, vector])

async function decrypt(vector: Vector): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  vector.meta('identity').forEach(identity => {
    decrypter.addIdentity(identity)
  })
  vector.meta('passphrase').forEach(passphrase => {
    decrypter.addPassphrase(passphrase)
  })
  const text = () => armor.decode(Buffer.from(vector.file).toString('latin1'))
  return decrypter.decrypt(is(vector, 'armored') ? text() : vector.file)
}

describe('the age library', () => {
  it('is given all the vectors there are', () => {
    expect(all.length).toBeGreaterThan(140)
    expect(all.every(vector => expected(vector) !== undefined)).toBe(true)
  })

  it.each(cases(all.filter(vector => expected(vector) === 'success')))('opens %s', async (_, vector) => {
    expect(sha256(await decrypt(vector))).toBe(vector.meta('payload')[0])
  })

  it.each(cases(all.filter(vector => expected(vector) !== 'success')))('refuses %s', async (_, vector) => {
    await expect(decrypt(vector)).rejects.toThrow()
  })
})

describe('opening', () => {
  /** Vectors with hybrid identities alone: ours take no others. */
  const hybrid = all.filter(
    vector =>
      !is(vector, 'armored') &&
      is(vector, 'identity') &&
      vector.meta('identity').every(identity => identity.startsWith('AGE-SECRET-KEY-PQ-1')),
  )
  const by = (...outcomes: string[]) =>
    cases(hybrid.filter(vector => outcomes.includes(expected(vector) ?? '')))

  it.each(by('success'))('gives the text of %s', async (_, vector) => {
    const plain = await decryptWith(vector.meta('identity'), vector.file)
    expect(plain && sha256(plain)).toBe(vector.meta('payload')[0])
  })

  it.each(by('no match'))('says that %s is not for these keys', async (_, vector) => {
    expect(await decryptWith(vector.meta('identity'), vector.file)).toBeNull()
  })

  it.each(by('header failure', 'HMAC failure', 'payload failure'))(
    'says that %s is damaged',
    async (_, vector) => {
      await expect(decryptWith(vector.meta('identity'), vector.file)).rejects.toThrow(fault('damaged'))
    },
  )
})
