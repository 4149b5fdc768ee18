// In a document
import { expect, it } from 'vitest'
import {
  deriveFromCode,
  genuine,
  makeCode,
  makeTeam,
  nextPosition,
  open,
  openThread,
  sealMessage,
  toBase64url,
  signMessage,
} from '../../../src/core/sealing/index.ts'

it('a page can make a code, seal to it and open what comes', async () => {
  expect(document.body).toBeDefined()
  const { team, recipients, signers } = await makeTeam()
  const keys = await deriveFromCode(makeCode())
  const message = signMessage(team, keys, { name: 'Åse', shown: false }, nextPosition([], 'staff'), {
    writtenOn: '2026-03-01',
    text: 'Hej 🌙',
  })
  const sealed = await sealMessage(message, recipients, keys.replyRecipient)
  expect(await open(sealed, [team.identity])).toEqual(message)
  const stored = [
    {
      id: '00000000-0000-4000-8000-000000000001',
      on: '2026-03-01',
      from: 'staff' as const,
      sealed: toBase64url(sealed),
    },
  ]
  expect(genuine(await openThread(stored, [keys.replyIdentity], keys, signers))).toEqual([message])
})
