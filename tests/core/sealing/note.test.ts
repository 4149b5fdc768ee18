import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  makeTeam,
  makeTeamKey,
  openNote,
  seal,
  sealNote,
  toBase64url,
  type NoteWords,
  type TeamKey,
} from '../../../src/core/sealing/index.ts'

const words: NoteWords = { event: 'text', at: '2026-11-26T13:30:00Z', text: 'Ring efter kl. 14', upTo: null }
const id = randomUUID()
const { team, recipients } = await makeTeam()
const other = (await makeTeam()).team
const sealed = async (by = 'Anne', signing = team): Promise<string> =>
  toBase64url(await sealNote(signing, id, by, words, recipients))

test('a note is read by colleagues, with its writer and time', async () => {
  expect(await openNote(await sealed(), [team], id)).toMatchObject({ ...words, by: 'Anne' })
})

test('a note about another request, damaged, or to somebody else is none', async () => {
  expect(await openNote(await sealed(), [team], randomUUID())).toBeNull()
  expect(await openNote('AAAA', [team], id)).toBeNull()
  expect(await openNote(await sealed(), [other], id)).toBeNull()
})

test('who has only the public key cannot write as a colleague', async () => {
  const stranger = { ...team, signing: other.signing }
  expect(await openNote(await sealed('Anne', stranger), [team], id)).toBeNull()
})

/** What a colleague who writes their own program can seal: any fields, with the MAC that they take. */
const FIELDS = ['v', 'kind', 'request', 'event', 'at', 'by', 'text', 'upTo', 'epoch']
async function opened(more: object, key: TeamKey = team): Promise<unknown> {
  const plain = { v: 2, kind: 'note', request: id, by: 'Anne', epoch: key.epoch, ...words, ...more }
  const of = new Map<string, unknown>(Object.entries(plain))
  const signing = Buffer.from(key.signing, 'base64url')
  const secret = Buffer.from(hkdfSync('sha256', signing, 'foerste-snak sealing v1', 'note to colleagues', 32))
  const row = JSON.stringify(FIELDS.map(name => of.get(name)))
  const mac = createHmac('sha256', secret).update(row).digest('base64url')
  return openNote(toBase64url(await seal({ ...plain, mac }, recipients)), [team], id)
}

test('a note is proved by the MAC that Node makes of all its fields, so that notes of before are still read', async () => {
  expect(await opened({ upTo: 3 })).toMatchObject({ ...words, upTo: 3, by: 'Anne' })
})

test.each(['text', 'mine', 'free', 'no-answer', 'hung-up', 'talked', 'came', 'no-show', 'aside', 'wrong'])(
  'a note can tell: %s',
  async event => {
    expect(await opened({ event })).toMatchObject({ event })
  },
)

test('a note of another form is none, even well proved', async () => {
  for (const [field, taken, refused] of [
    ['text', ['', 'a'.repeat(1500)], ['a'.repeat(1501)]],
    ['upTo', [null, 0, 9999], [-1, 10_000]],
    ['v', [2], [1, 3]],
    ['kind', ['note'], ['templates']],
    ['event', [], ['none']],
  ] as const) {
    for (const value of taken) expect(await opened({ [field]: value })).toMatchObject({ [field]: value })
    for (const value of refused) expect(await opened({ [field]: value }), `${field} ${value}`).toBeNull()
  }
})

test('a note names the epoch whose key proves it, from 1 to 999,999', async () => {
  const keys = await Promise.all([1, 2, 999_999].map(makeTeamKey))
  for (const key of keys) {
    const bytes = toBase64url(await sealNote(key, id, 'Anne', words, recipients))
    const all = [...keys, team].map(one => ({ ...one, identity: team.identity }))
    expect(await openNote(bytes, all.slice(0, 3), id)).toMatchObject({ epoch: key.epoch })
    const without = all.filter(({ epoch }) => epoch !== key.epoch)
    expect(await openNote(bytes, without, id)).toBeNull()
  }
  for (const epoch of [0, 1_000_000])
    await expect(sealNote({ ...team, epoch }, id, 'Anne', words, recipients)).rejects.toMatchObject({
      fault: 'form',
    })
})
