import { describe, expect, it } from 'vitest'
import { entryBytes, signEntry, teamEntry, type TeamChange } from '../../../src/core/sealing/team-entry.ts'
import { recipients, signers, teamKey, takenAround } from './made-up.ts'

const leader = { signing: teamKey.signing }
const on = '2026-11-26'
const key = signers[0]!.key
const other = 'A'.repeat(43)
const [recipient, recovery] = recipients
const epoch = { epoch: 1, recipient, recovery, signer: other, since: '2026-11-25', rescue: null }
const member = { name: 'Åse Prøve', signing: other, recipient }
const begins: TeamChange = { kind: 'epoch', epoch }
const isTaken = (entry: object): boolean => teamEntry.safeParse(entry).success

describe('what is signed of an entry', () => {
  const first = signEntry([], begins, leader, on)
  // A list that is kept would be believed no more, were another letter of it signed.
  it.each<[string, TeamChange, readonly unknown[]]>([
    ['adds', { kind: 'add', member, role: 'leader' }, ['Åse Prøve', other, recipient, 'leader']],
    ['removes', { kind: 'remove', signing: other }, [other, null]],
    ['changes a role', { kind: 'role', signing: other, role: 'member' }, [other, 'member']],
    ['begins an epoch', begins, [1, recipient, recovery, other, '2026-11-25', null]],
    [
      'begins one with a key for the recovery key',
      { kind: 'epoch', epoch: { ...epoch, rescue: key } },
      [1, recipient, recovery, other, '2026-11-25', key],
    ],
  ])('that %s is a line of its own and all fields in their order', (_, change, fields) => {
    const entry = signEntry([first], change, leader, on)
    const row = JSON.stringify([1, 1, entry.prev, on, key, change.kind, ...fields])
    expect(new TextDecoder().decode(entryBytes(entry))).toBe(`foerste-snak team entry v1\n${row}`)
    expect(isTaken(entry)).toBe(true)
  })
})

describe('an entry', () => {
  const entry = signEntry([], begins, leader, on)

  it('stands at a place from 0 to 99,999', () => {
    expect(takenAround(0, 99_999, n => isTaken({ ...entry, n }))).toEqual([0, 99_999])
  })

  it('begins an epoch from 1 to 999,999', () => {
    expect(
      takenAround(1, 999_999, number => isTaken({ ...entry, epoch: { ...epoch, epoch: number } })),
    ).toEqual([1, 999_999])
  })
})
