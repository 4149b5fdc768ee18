import { createHash, createPrivateKey, sign } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  makeKeyPair,
  makeMember,
  makePassphrase,
  makeTeamKey,
  memberOf,
  rescueKey,
  toBase64url,
} from '../../../src/core/sealing/index.ts'
import {
  entryBytes,
  signEntry,
  type TeamChange,
  type TeamEntry,
} from '../../../src/core/sealing/team-entry.ts'
import { compareWords, verifyTeam } from '../../../src/core/sealing/team.ts'

const person = async (name: string) => {
  const { key, member } = await makeMember(name)
  return { key, listed: { name, signing: member.member, recipient: member.recipient } }
}
const [alva, bo, carl, eve] = (await Promise.all(['Alva', 'Bo', 'Carl', 'Eve'].map(person))) as [
  Awaited<ReturnType<typeof person>>,
  Awaited<ReturnType<typeof person>>,
  Awaited<ReturnType<typeof person>>,
  Awaited<ReturnType<typeof person>>,
]
type Person = typeof alva
const first = alva.listed.signing
const day = '2026-11-26'
const add = (who: Person, role: 'leader' | 'member' = 'member'): TeamChange => ({
  kind: 'add',
  member: who.listed,
  role,
})
const remove = (who: Person): TeamChange => ({ kind: 'remove', signing: who.listed.signing })
/** A list made by these leaders, one change after the other. */
const made = (...changes: [Person, TeamChange][]): TeamEntry[] =>
  changes.reduce<TeamEntry[]>((list, [by, change]) => [...list, signEntry(list, change, by.key, day)], [])
const begun: [Person, TeamChange] = [alva, add(alva, 'leader')]
const honest = made(begun, [alva, add(bo)], [alva, add(carl, 'leader')], [carl, remove(bo)])
const why = (...[list, seen]: [unknown, Parameters<typeof verifyTeam>[2]?]): string => {
  const verdict = verifyTeam(list, first, seen)
  return verdict.ok ? 'ok' : verdict.why
}

describe('the list of members', () => {
  it('names those whom leaders have added and not removed, with their roles', () => {
    const verdict = verifyTeam(honest, first)
    expect(verdict.ok && verdict.team.members.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'Alva leader',
      'Carl leader',
    ])
    expect(verdict.ok && verdict.team.seen.n).toBe(3)
  })

  it('is signed as Node signs it', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: first, d: alva.key.signing }
    const signature = sign(null, entryBytes(honest[0]!), createPrivateKey({ key: jwk, format: 'jwk' }))
    expect(toBase64url(Uint8Array.from(signature))).toBe(honest[0]!.signature)
  })

  it('grows, and is the same list', () => {
    const before = verifyTeam(honest.slice(0, 2), first)
    expect(before.ok && why(honest, before.team.seen)).toBe('ok')
  })

  it('keeps a leader, one name and one key each', () => {
    expect(why(made(begun, [alva, remove(alva)]))).toBe('senseless')
    expect(why(made(begun, [alva, { kind: 'role', signing: first, role: 'member' }]))).toBe('senseless')
    expect(why(made(begun, [alva, remove(bo)]))).toBe('senseless')
    const namesake = { ...eve, listed: { ...eve.listed, name: 'ALVA' } }
    expect(why(made(begun, [alva, add(namesake)]))).toBe('senseless')
    const sameKey = { ...eve, listed: { ...eve.listed, recipient: alva.listed.recipient } }
    expect(why(made(begun, [alva, add(sameKey)]))).toBe('senseless')
    const sameSigning = { ...eve, listed: { ...eve.listed, signing: first } }
    expect(why(made(begun, [alva, add(sameSigning)]))).toBe('senseless')
  })
})

describe('whoever runs the intake, or has its database', () => {
  it('cannot add anybody, nor make anybody leader', () => {
    expect(why([...honest, signEntry(honest, add(eve), eve.key, day)])).toBe('not-a-leader')
    // In a leader's name, with another key.
    const forged = { ...signEntry(honest, add(eve), eve.key, day), by: first }
    expect(why([...honest, forged])).toBe('not-a-leader')
    const [begin, second, ...rest] = honest
    expect(why([begin, { ...second, role: 'leader' }, ...rest])).toBe('not-a-leader')
  })

  it('cannot change one letter of any entry', () => {
    for (const [at, entry] of honest.entries()) {
      for (const change of [
        { on: '2026-11-27' },
        { by: eve.listed.signing },
        { signature: honest[(at + 1) % 4]!.signature },
      ]) {
        const list = honest.map((one, n) => (n === at ? { ...one, ...change } : one))
        expect(why(list), `${entry.kind} ${JSON.stringify(change)}`).not.toBe('ok')
      }
    }
    const [begin, second] = honest
    if (second?.kind !== 'add') throw new Error('the second adds')
    const swapped = { ...second, member: { ...second.member, recipient: eve.listed.recipient } }
    expect(why([begin, swapped])).toBe('not-a-leader')
  })

  it('cannot begin another list', () => {
    expect(why(made([eve, add(eve, 'leader')], [eve, add(alva, 'leader')]))).toBe('other-team')
    expect(why(made([eve, add(alva, 'leader')]))).toBe('other-team')
    expect(why([])).toBe('form')
    expect(why(made([alva, add(alva)]))).toBe('other-team')
    expect(why(made([alva, add(bo, 'leader')]))).toBe('other-team')
    expect(why(made([alva, remove(bo)]))).toBe('other-team')
    expect(why(made([alva, { kind: 'role', signing: first, role: 'leader' }]))).toBe('other-team')
  })

  it('cannot leave out, move or repeat an entry', () => {
    const [a, b, c, d] = honest
    for (const list of [
      [a, c, d],
      [a, b, d],
      [a, c, b, d],
      [a, b, b, c, d],
      [b, c, d],
    ])
      expect(['order', 'other-team']).toContain(why(list))
  })

  it('cannot hang an entry of a leader’s into another list, nor can a leader number it anew', () => {
    const other = made(begun, [alva, add(eve)], [alva, add(carl, 'leader')])
    expect(why([...honest.slice(0, 2), other[2]])).toBe('order')
    const renumbered = { ...honest[2]!, n: 7 }
    const signature = toBase64url(
      ed25519.sign(entryBytes(renumbered), Buffer.from(alva.key.signing, 'base64url')),
    )
    expect(why([...honest.slice(0, 2), { ...renumbered, signature }])).toBe('order')
  })

  it('cannot bring back who was removed, by an older list or another ending', () => {
    const now = verifyTeam(honest, first)
    if (!now.ok) throw new Error(now.why)
    expect(why(honest.slice(0, 3), now.team.seen)).toBe('cut')
    const other = made(begun, [alva, add(bo)], [alva, add(carl, 'leader')], [carl, add(eve)])
    expect(why(other, now.team.seen)).toBe('forked')
  })

  it('gets no list believed that a removed leader goes on with', () => {
    const list = made(begun, [alva, add(carl, 'leader')], [alva, remove(carl)], [carl, add(eve)])
    expect(why(list)).toBe('not-a-leader')
  })

  it('stops nobody with anything else in place of the list', () => {
    fc.assert(
      fc.property(fc.anything(), fc.nat(3), fc.string(), (junk, at, field) => {
        expect(why(junk)).not.toBe('ok')
        const list: unknown[] = [...honest]
        list[at] = { ...honest[at], [field]: junk }
        expect(() => verifyTeam(list, first)).not.toThrow()
      }),
    )
  })
})

describe('the epochs of a team', async () => {
  const recovery = await makeKeyPair()
  const rescuer = { key: await rescueKey(recovery.identity) }
  const rescue = (await memberOf(rescuer.key)).member
  const epochOf = async (epoch: number) => {
    const { recipient, signer } = await makeTeamKey(epoch)
    return { epoch, recipient, recovery: recovery.recipient, signer, since: day, rescue }
  }
  const [one, two] = [await epochOf(1), await epochOf(2)]
  const begins = (epoch: typeof one): TeamChange => ({ kind: 'epoch', epoch })
  const list = made(begun, [alva, begins(one)], [alva, add(bo)], [alva, remove(bo)], [alva, begins(two)])

  it('are those that leaders have signed, each after the one before', () => {
    const verdict = verifyTeam(list, first)
    expect(verdict.ok && verdict.team.epochs).toEqual([one, two])
    expect(why([...list, signEntry(list, begins(one), alva.key, day)])).toBe('senseless')
    expect(why([...list, signEntry(list, begins(two), alva.key, day)])).toBe('senseless')
  })

  it('cannot be put in or changed by whoever runs the intake', async () => {
    const own = await epochOf(3)
    expect(why([...list, signEntry(list, begins(own), eve.key, day)])).toBe('not-a-leader')
    const [a, b] = list
    if (b?.kind !== 'epoch') throw new Error('the second begins an epoch')
    for (const change of [
      { recipient: own.recipient },
      { signer: own.signer },
      { rescue: eve.listed.signing },
    ])
      expect(why([a, { ...b, epoch: { ...b.epoch, ...change } }])).toBe('not-a-leader')
  })

  it('let whoever has the recovery key begin again, and nobody who has another', async () => {
    const anew: [{ key: typeof rescuer.key }, TeamChange][] = [
      [rescuer, add(eve, 'leader')],
      [rescuer, remove(alva)],
      [eve, begins(await epochOf(3))],
    ]
    const again = anew.reduce((all, [by, change]) => [...all, signEntry(all, change, by.key, day)], list)
    const verdict = verifyTeam(again, first)
    expect(verdict.ok && verdict.team.members.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'Eve leader',
    ])
    const other = await rescueKey((await makeKeyPair()).identity)
    expect(why([...list, signEntry(list, add(eve, 'leader'), other, day)])).toBe('not-a-leader')
    // A later epoch may name another: then that one signs, even for the last leader to go, and the one before no more.
    const later = { ...(await epochOf(3)), rescue: (await memberOf(other)).member }
    const since = [...list, signEntry(list, begins(later), alva.key, day)]
    expect(why([...since, signEntry(since, remove(alva), other, day)])).toBe('ok')
    expect(why([...since, signEntry(since, add(eve), rescuer.key, day)])).toBe('not-a-leader')
    // Before an epoch names it, nobody signs for it.
    expect(why([...made(begun), signEntry(made(begun), add(eve), rescuer.key, day)])).toBe('not-a-leader')
  })

  it('take no key for the recovery key that is none', async () => {
    await expect(rescueKey('AGE-SECRET-KEY-PQ-1QQQQ')).rejects.toThrow('not a recovery key')
    await expect(rescueKey('')).rejects.toThrow('not a recovery key')
  })
})

describe('the words a newcomer and a leader compare', () => {
  it('are six, the same for both, and others for any other key', () => {
    const words = compareWords(bo.listed)
    expect(words.split(' ')).toHaveLength(6)
    expect(compareWords(structuredClone(bo.listed))).toBe(words)
    expect(compareWords({ ...bo.listed, recipient: eve.listed.recipient })).not.toBe(words)
    expect(compareWords({ ...bo.listed, signing: eve.listed.signing })).not.toBe(words)
  })

  it('are those that any page makes of the keys, also one of before', () => {
    const { signing, recipient } = bo.listed
    const bytes = createHash('sha256')
      .update('foerste-snak newcomer v1\n')
      .update(Buffer.from(signing, 'base64url'))
      .update(recipient)
      .digest()
    expect(compareWords(bo.listed)).toBe(makePassphrase(Uint8Array.from(bytes)))
  })
})
