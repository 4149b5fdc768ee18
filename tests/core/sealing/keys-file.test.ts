import { expect, test } from 'vitest'
import { keysFile, unbuilt } from '../../../src/core/sealing/keys-file.ts'
import type { Team } from '../../../src/core/sealing/team.ts'
import type { TeamEntry } from '../../../src/core/sealing/team-entry.ts'

const inChain = { v: 1 as const, n: 0, prev: null, on: '2026-11-01', by: 'alva', signature: 's' }
const member = (name: string) => ({ name, signing: name.toLowerCase(), recipient: `age1pq1${name}` })
const add = (name: string): TeamEntry => ({ ...inChain, kind: 'add', member: member(name), role: 'member' })
const remove = (name: string): TeamEntry => ({ ...inChain, kind: 'remove', signing: name.toLowerCase() })
const epoch = (number: number, since: string) => ({
  epoch: number,
  recipient: `team ${number}`,
  recovery: `recovery ${number}`,
  signer: `signer ${number}`,
  since,
  rescue: 'rescue',
})
const [one, two, three] = [epoch(1, '2026-11-01'), epoch(2, '2026-11-26'), epoch(3, '2026-12-30')]
const begins = (of: typeof one): TeamEntry => ({ ...inChain, kind: 'epoch', epoch: of })
const team: Team = {
  members: [
    { ...member('Alva'), role: 'leader' },
    { ...member('Eve'), role: 'member' },
  ],
  epochs: [one, two, three],
  entries: [
    ...['Alva', 'Bo', 'Carl'].map(add),
    begins(one),
    remove('Bo'),
    begins(two),
    add('Eve'),
    remove('Carl'),
    begins(three),
  ],
  seen: { n: 8, hash: 'h' },
}

test('what is to be built is the first epoch that the pages do not know, within a week of its beginning', () => {
  expect(unbuilt(team, 1)).toEqual({ until: '2026-12-03', shutOut: ['Bo', 'Carl'] })
  expect(unbuilt(team, 2)).toEqual({ until: '2027-01-06', shutOut: ['Carl'] })
  expect(unbuilt(team, 3)).toBeNull()
})

test('who is shut out are those removed after the epoch that the pages know, and nobody before', () => {
  const entries = [add('Alva'), add('Bo'), remove('Bo'), begins(one), begins(two)]
  expect(unbuilt({ ...team, entries }, 1)?.shutOut).toEqual([])
  // Pages that know no epoch of the list know nobody who was removed.
  expect(unbuilt({ ...team, entries }, 0)).toEqual({ until: '2026-11-08', shutOut: ['Bo'] })
})

test('the file has the last epoch’s recipients, and to each member what is theirs', () => {
  const answer = {
    demo: false,
    calendars: [{ signing: 'eve', calendar: 'c' }],
    wrapped: [
      { signing: 'alva', epoch: 1, sealed: 'a1' },
      { signing: 'eve', epoch: 2, sealed: 'e2' },
      { signing: 'alva', epoch: 2, sealed: 'a2' },
    ],
  }
  const text = keysFile(team, answer)
  const built = ({ epoch, recipient, recovery, signer, since }: typeof one) => ({
    epoch,
    recipient,
    recovery,
    signer,
    since,
  })
  const file = {
    v: 2,
    demo: false,
    recipients: ['team 3', 'recovery 3'],
    epochs: [one, two, three].map(built),
    members: [
      {
        ...member('Alva'),
        wrapped: [
          { epoch: 1, sealed: 'a1' },
          { epoch: 2, sealed: 'a2' },
        ],
        role: 'leader',
      },
      { ...member('Eve'), wrapped: [{ epoch: 2, sealed: 'e2' }], calendar: 'c', role: 'member' },
    ],
    list: team.entries,
  }
  expect(JSON.parse(text ?? '')).toEqual(file)
  // As `npm run keys` writes it, so that the two can be compared line by line.
  expect(text?.split('\n').slice(0, 3)).toEqual(['{', '  "v": 2,', '  "demo": false,'])
  expect(text?.endsWith('\n}\n')).toBe(true)
  expect(keysFile({ ...team, epochs: [] }, answer)).toBeNull()
})
