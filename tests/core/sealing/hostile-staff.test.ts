import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromBase64url,
  lockKey,
  makeMember,
  makePassphrase,
  memberOf,
  readAnyKey,
  SealingError,
  signIn,
  toBase64url,
  unwrapTeamKey,
  verifySignIn,
  type Member,
} from '../../../src/core/sealing/index.ts'
import { encryptTo } from '../../../src/core/sealing/seal.ts'
import { entryBytes, signEntry, type UnsignedEntry } from '../../../src/core/sealing/team-entry.ts'
import { verifyTeam } from '../../../src/core/sealing/team.ts'
import { asJson, attacksOn, fieldsOf, hostileValues, withField, type Path } from '../../hostile.ts'
import { opening, proved, team, teamKey } from './made-up.ts'

// What the intake hands to staff, and what staff hand to it: believed, or refused in the way that callers know.

describe('every field of it hostile', { timeout: 60_000 }, () => {
  it('the list of members is believed or not, each of its entries signed by the first leader', async () => {
    const [alva, bo] = await Promise.all(['Alva', 'Bo'].map(makeMember))
    const listed = ({ name, member, recipient }: Member) => ({ name, signing: member, recipient })
    if (!alva || !bo) throw new Error('two members')
    const first = signEntry(
      [],
      { kind: 'add', member: listed(alva.member), role: 'leader' },
      alva.key,
      '2026-11-26',
    )
    const changes = [
      { kind: 'add', member: listed(bo.member), role: 'member' },
      { kind: 'remove', signing: bo.member.member },
      { kind: 'role', signing: alva.member.member, role: 'leader' },
    ] as const
    for (const change of changes) {
      const second = signEntry([first], change, alva.key, '2026-11-26')
      expect(verifyTeam([first, second], alva.member.member).ok).toBe(change.kind !== 'remove')
      fc.assert(
        fc.property(attacksOn(second), fc.boolean(), (attacks, isSigned) => {
          for (const attack of attacks) {
            const entry = asJson(attack) as UnsignedEntry
            const seed = fromBase64url(alva.key.signing)
            const signature = proved(() => toBase64url(ed25519.sign(entryBytes(entry), seed)))
            const list = [first, isSigned ? { ...entry, signature } : entry]
            const verdict = verifyTeam(list, alva.member.member)
            if (verdict.ok) expect(verdict.team.members.map(({ name }) => name)).toContain('Alva')
          }
        }),
        { numRuns: 5 },
      )
    }
    for (const put of hostileValues) expect(verifyTeam(put, alva.member.member).ok).toBe(false)
  })

  it('a sign-in is let in or refused', async () => {
    const { key } = await makeMember('Alva')
    const origin = 'https://inbox.example'
    const honest = signIn({ key, origin, nonce: 'A'.repeat(43), expires: 2_000_000_000 })
    const statement = JSON.parse(new TextDecoder().decode(fromBase64url(honest.statement))) as object
    const seed = fromBase64url(key.signing)
    const signed = (value: unknown): typeof honest => {
      const bytes = new TextEncoder().encode(JSON.stringify(value))
      return { ...honest, statement: toBase64url(bytes), signature: toBase64url(ed25519.sign(bytes, seed)) }
    }
    const isLetIn = (post: object): boolean => verifySignIn(post as typeof honest, origin, 1_900_000_000).ok
    expect(isLetIn(honest)).toBe(true)
    for (const put of hostileValues) {
      expect(isLetIn(signed(put))).toBe(false)
      for (const path of fieldsOf(honest)) if (typeof put === 'string') isLetIn(withField(honest, path, put))
      for (const path of fieldsOf(statement)) isLetIn(signed(withField(statement, path, put)))
    }
  })

  it('a key file, locked or not, is read or refused', async () => {
    const { key } = await makeMember('Alva')
    const locked = await lockKey(key, makePassphrase(new Uint8Array(32)))
    const files: [object, Path[]][] = [key, locked].map(file => [file, fieldsOf(file)])
    for (const [file, paths] of files) {
      for (const path of paths) {
        for (const put of hostileValues) {
          const read = await opening(() => readAnyKey(JSON.stringify(withField(file, path, put))))
          if (read instanceof SealingError) expect(read.fault).toBe('key-file')
          // A mistyped identity shows when it is used, with a sentence of its own.
          else if ('key' in read)
            await memberOf(read.key).catch((error: unknown) => {
              expect(error).toBeInstanceOf(Error)
            })
        }
      }
    }
    for (const put of hostileValues) {
      const read = await opening(() => readAnyKey(JSON.stringify(put)))
      expect(read).toBeInstanceOf(SealingError)
    }
  })

  it('what is wrapped to a member is a team key or none', async () => {
    const { key, member } = await makeMember('Alva')
    const lines = ['# team identity, epoch 1', `# signing key ${teamKey.signing}`, team.identity]
    for (const put of hostileValues.filter(one => typeof one === 'string')) {
      for (const at of lines.keys()) {
        const text = lines.map((line, n) => (n === at ? put : line)).join('\n') + '\n'
        const bytes = await encryptTo([member.recipient], new TextEncoder().encode(text))
        const opened = await opening(() => unwrapTeamKey(bytes, key))
        expect(opened).toMatchObject({ fault: 'form' })
      }
    }
  })
})
