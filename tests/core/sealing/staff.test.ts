import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { sessionPost, SIGN_IN_PURPOSE } from '../../../src/core/contract/staff.ts'
import {
  fromBase64url,
  makeKeyPair,
  makeMember,
  makeTeam,
  memberOf,
  readKeyFile,
  rescueKey,
  signIn,
  toBase64url,
  unwrapTeamKey,
  verifySignIn,
  wrapTeamKey,
  writeKeyFile,
} from '../../../src/core/sealing/index.ts'
import { encryptTo } from '../../../src/core/sealing/seal.ts'
import { team, teamKey, turned, fault } from './made-up.ts'

const { key, member } = await makeMember('Ida')
const signingLine = `# signing key ${teamKey.signing}\n`
const wrapped = await wrapTeamKey({ ...teamKey, epoch: 3 }, member.recipient)

describe('a wrapped team identity', () => {
  it('is unwrapped by the member, with its epoch and recipient', async () => {
    expect(await unwrapTeamKey(wrapped, key)).toEqual({ ...teamKey, epoch: 3 })
  })

  it('is nothing to another member', async () => {
    expect(await unwrapTeamKey(wrapped, (await makeMember('Bo')).key)).toBeNull()
  })

  it('is an age identity file inside, so that the age program can use it', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(key.identity)
    const lines = (await decrypter.decrypt(wrapped, 'text')).split('\n')
    expect(lines.filter(line => line !== '' && !line.startsWith('#'))).toEqual([team.identity])
  })

  it('is refused when changed on the way', async () => {
    await expect(unwrapTeamKey(turned(wrapped, wrapped.length - 1), key)).rejects.toThrow(fault('damaged'))
  })

  it.each([
    ['no epoch', `${team.identity}\n`],
    ['no signing key', `# team identity, epoch 3\n${team.identity}\n`],
    [
      'a signing key with stray bits',
      `# team identity, epoch 3\n# signing key ${'A'.repeat(42)}B\n${team.identity}\n`,
    ],
    ['epoch 0', `# team identity, epoch 0\n${signingLine}${team.identity}\n`],
    ['a line more', `# team identity, epoch 3\n${signingLine}${team.identity}\n\n`],
    ['a classic identity', `# team identity, epoch 3\n${signingLine}AGE-SECRET-KEY-1ABC\n`],
    ['a mistyped identity', `# team identity, epoch 3\n${signingLine}${team.identity.slice(0, -6)}QQQQQQ\n`],
  ])('is refused with %s inside', async (_, file) => {
    const other = await encryptTo([member.recipient], new TextEncoder().encode(file))
    await expect(unwrapTeamKey(other, key)).rejects.toThrow(fault('form'))
  })

  it('is not made of anything but a hybrid identity', async () => {
    await expect(
      wrapTeamKey({ ...teamKey, identity: 'AGE-SECRET-KEY-1ABC' }, member.recipient),
    ).rejects.toThrow(fault('identity'))
    await expect(wrapTeamKey(teamKey, 'age1classic')).rejects.toThrow(fault('recipients'))
  })
})

describe('new keys', () => {
  it('are all different', async () => {
    const { team: newTeam, recovery, recipients, signers: newSigners } = await makeTeam()
    expect(recipients).toEqual([newTeam.recipient, recovery.recipient])
    expect(newTeam.epoch).toBe(1)
    expect(newSigners).toEqual([{ epoch: 1, key: newTeam.signer, until: null }])
    const all = [newTeam, recovery, await makeKeyPair()].flatMap(pair => [pair.identity, pair.recipient])
    expect(new Set(all).size).toBe(6)
    const other = await makeMember('Ida')
    expect([other.key.identity === key.identity, other.key.signing === key.signing]).toEqual([false, false])
  })
})

describe('a key file', () => {
  it('is read as it was written', async () => {
    expect(readKeyFile(writeKeyFile(key))).toEqual(key)
    expect(await memberOf(readKeyFile(writeKeyFile(key)))).toEqual(member)
  })

  it('has a line for each field, as people see it who open it', () => {
    const lines = [
      '{',
      '  "v": 1,',
      '  "name": "Ida",',
      `  "identity": "${key.identity}",`,
      `  "signing": "${key.signing}"`,
      '}',
      '',
    ]
    expect(writeKeyFile(key)).toBe(lines.join('\n'))
  })

  it('of the recovery key is one too', async () => {
    const rescue = await rescueKey(team.identity)
    expect(readKeyFile(writeKeyFile(rescue))).toEqual(rescue)
  })

  it.each([
    ['empty', ''],
    ['not JSON', 'SENTINEL'],
    ['a bare identity', key.identity],
    ['of another version', JSON.stringify({ ...key, v: 2 })],
    ['without a signing key', JSON.stringify({ ...key, signing: undefined })],
    ['with a field more', JSON.stringify({ ...key, SENTINEL: 1 })],
    ['with a classic identity', JSON.stringify({ ...key, identity: 'AGE-SECRET-KEY-1SENTINEL' })],
  ])('is refused when it is %s, and is not quoted', (_, text) => {
    let error: unknown
    try {
      readKeyFile(text)
    } catch (caught) {
      error = caught
    }
    expect(error).toEqual(fault('key-file'))
    expect(String(error)).not.toContain('SENTINEL')
    expect((error as Error).cause).toBeUndefined()
  })
})

describe('signing in', () => {
  const origin = 'https://inbox.example'
  const nonce = toBase64url(new Uint8Array(32).fill(7))
  const post = signIn({ key, origin, nonce, expires: 1000 })
  /** What a holder of the key could sign with another program. */
  const signed = (statement: unknown) => signedText(JSON.stringify(statement))
  const signedText = (text: string | Buffer) => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: post.member, d: key.signing }
    const signature = sign(null, bytes, createPrivateKey({ key: jwk, format: 'jwk' }))
    return { ...post, statement: toBase64url(bytes), signature: toBase64url(Uint8Array.from(signature)) }
  }
  const good = { purpose: SIGN_IN_PURPOSE, origin, nonce, expires: 1000 }

  it('is taken until it runs out, and names member and nonce', () => {
    expect(verifySignIn(post, origin, 999)).toEqual({ ok: true, member: member.member, nonce })
    expect(verifySignIn(post, origin, 1000)).toEqual({ ok: false, why: 'expired' })
  })

  it('has the form of the contract', () => {
    expect(sessionPost.safeParse(post).success).toBe(true)
  })

  it('is a signature that Node accepts too', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: post.member }
    const bytes = fromBase64url(post.statement)
    expect(
      verify(null, bytes, createPublicKey({ key: jwk, format: 'jwk' }), fromBase64url(post.signature)),
    ).toBe(true)
    expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(good)
  })

  it('is refused at another origin', () => {
    expect(verifySignIn(post, 'https://evil.example', 999)).toEqual({ ok: false, why: 'origin' })
  })

  it('is refused for another member, or with one bit turned anywhere', async () => {
    const other = (await makeMember('Bo')).member.member
    expect(verifySignIn({ ...post, member: other }, origin, 999)).toEqual({ ok: false, why: 'signature' })
    for (const part of ['statement', 'signature'] as const) {
      const bytes = fromBase64url(post[part])
      for (let at = 0; at < bytes.length; at += 3) {
        const changed = { ...post, [part]: toBase64url(turned(bytes, at)) }
        expect(verifySignIn(changed, origin, 999)).toEqual({ ok: false, why: 'signature' })
      }
    }
  })

  it.each([
    ['another purpose', { ...good, purpose: 'something else' }],
    ['a field more', { ...good, more: 1 }],
    ['a short nonce', { ...good, nonce: 'AAAA' }],
    ['no object', 'hello'],
  ])('is refused with %s, even well signed', (_, statement) => {
    expect(verifySignIn(signed(statement), origin, 999)).toEqual({ ok: false, why: 'form' })
  })

  it('is refused when its bytes are no UTF-8, even well signed', () => {
    const text = JSON.stringify({ ...good, origin: 'https://\u00ff.example' })
    expect(verifySignIn(signedText(Buffer.from(text, 'latin1')), origin, 999)).toEqual({
      ok: false,
      why: 'form',
    })
  })

  it('is refused when it is not base64url', () => {
    expect(verifySignIn({ ...post, signature: '!' }, origin, 999)).toEqual({ ok: false, why: 'form' })
  })

  it('is refused with a key of small order, which signs anything', () => {
    const identityPoint = new Uint8Array(32)
    identityPoint[0] = 1
    const signature = new Uint8Array(64)
    signature[0] = 1
    const forged = { ...post, member: toBase64url(identityPoint), signature: toBase64url(signature) }
    expect(verifySignIn(forged, origin, 999)).toEqual({ ok: false, why: 'signature' })
  })

  it('never signs a nonce that is not one', () => {
    expect(() => signIn({ key, origin, nonce: 'read me a file', expires: 1000 })).toThrow()
  })
})
