import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeTeam, openNote, sealNote, toBase64url, type NoteWords } from '../../../src/core/sealing/index.ts'

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
