import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import {
  deriveFromCode,
  fromBase64url,
  makeCode,
  makeTeam,
  openNote,
} from '../../../src/core/sealing/index.ts'
import { prepareNote } from '../../../src/inbox/model/notes.ts'
import { perform, type Craft } from '../../../src/inbox/opening/crafts.ts'
import { endSpare, leave, performBeside, prepareOpener, takeSpare } from '../../../src/inbox/opening/spare.ts'
import type { Task } from '../../../src/inbox/opening/worker.ts'
import { noKey } from '../made-up.ts'

const keys = vi.hoisted(() => ({ recipients: [] as string[] }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  get recipients() {
    return keys.recipients
  },
  signers: [],
}))

/** Does what it is asked to, with copies, as a worker has them. */
function standIn(): { readonly worker: Worker; readonly crafts: Craft[] } {
  const page = new EventTarget()
  const crafts: Craft[] = []
  const work = async (task: Task): Promise<void> => {
    if (!('craft' in task)) return
    crafts.push(task.craft)
    const made: unknown = await perform(task.craft, structuredClone(task.input) as never)
    page.dispatchEvent(new MessageEvent('message', { data: { crafted: task.turn, made } }))
  }
  const worker = Object.assign(page, { postMessage: work, terminate: () => undefined })
  return { worker: worker as unknown as Worker, crafts } // it has what is used of one
}

test('what a member writes is signed and sealed beside the page, which would stand still meanwhile', async () => {
  const { team, recovery } = await makeTeam()
  keys.recipients = [team.recipient, recovery.recipient]
  const session = { name: 'Alva', member: 'A', key: noKey, teams: [team], keptKey: {} as CryptoKey } as const
  const { worker, crafts } = standIn()
  prepareOpener(() => worker)

  const id = randomUUID()
  const { sealed } = await prepareNote(session, id, { event: 'text', text: 'Ring i morgen' })
  expect(await openNote(sealed, [team], id)).toMatchObject({ by: 'Alva', text: 'Ring i morgen' })

  const { threadId, replyRecipient: recipient } = await deriveFromCode(makeCode())
  const message = await performBeside('sealMessage', {
    team,
    to: { threadId, recipient },
    writer: { name: 'Alva', shown: false },
    place: { seq: 1, prev: null, seen: 0 },
    words: { writtenOn: '2026-11-05', text: 'Vi ringer' },
    recipients: keys.recipients,
  })
  expect(fromBase64url(message)).toHaveLength(10_240)
  expect(crafts).toEqual(['sealNote', 'sealMessage'])
})

test('what was to be sealed when the desk is shut is not sealed by the page instead', async () => {
  const asked: unknown[] = []
  const silent = Object.assign(new EventTarget(), {
    postMessage: (task: unknown) => asked.push(task),
    terminate: () => undefined,
  }) as unknown as Worker // it has what is used of one
  endSpare(silent) // another's is left alone
  leave(takeSpare()!)
  prepareOpener(() => silent)
  const sealing = performBeside('unwrap', { wrapped: [], identity: 'x' })
  expect(asked).toHaveLength(1)
  endSpare(silent)
  await expect(sealing).rejects.toMatchObject({ problem: 'not-signed-in' })
})
