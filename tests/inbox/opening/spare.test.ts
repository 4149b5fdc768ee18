import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  makeMember,
  makeTeam,
  toBase64url,
  wrapTeamKey,
  type TeamKey,
} from '../../../src/core/sealing/index.ts'
import type * as Spare from '../../../src/inbox/opening/spare.ts'
import type { Report, Task } from '../../../src/inbox/opening/worker.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const { team } = await makeTeam()
const { member, key } = await makeMember('Alva')
const stranger = await makeMember('Nobody')
const wrap = async (to: string): Promise<string> => toBase64url(await wrapTeamKey(team, to))
const wrapped = [await wrap(member.recipient), await wrap(stranger.member.recipient), 'bm90aGluZw']
const expected: (TeamKey | null)[] = [team, null, null]

/** A worker that is a stand-in: what the page says to it, and what it says. */
function standIn(): { worker: Worker; told: Task[]; say: (report: Report) => void; terminate: () => void } {
  const end = new EventTarget()
  const told: Task[] = []
  const terminate = vi.fn()
  const worker = Object.assign(end, { postMessage: (task: Task) => told.push(task), terminate })
  return {
    worker: worker as unknown as Worker, // it has what is used of one
    told,
    say: data => {
      end.dispatchEvent(new MessageEvent('message', { data }))
    },
    terminate,
  }
}

let spare: typeof Spare
beforeEach(async () => {
  vi.resetModules()
  spare = await import('../../../src/inbox/opening/spare.ts')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what is wrapped is unwrapped in the worker, which then opens what is sealed', async () => {
  const { worker, told, say } = standIn()
  spare.prepareOpener(() => worker)
  // It may still be on its way.
  const asked = spare.unwrapBeside(wrapped, key)
  expect(told).toEqual([{ unwrap: wrapped, identity: key.identity }])
  say('ready')
  say({ unwrapped: [team] })
  expect(await asked).toEqual([team])
  expect(spare.takeSpare()).toBe(worker)
  expect(spare.takeSpare()).toBeNull()
})

test('the page unwraps by itself where there is no worker', async () => {
  expect(await spare.unwrapBeside(wrapped, key)).toEqual(expected)
  spare.prepareOpener(() => {
    throw new Error('refused')
  })
  expect(await spare.unwrapBeside(wrapped, key)).toEqual(expected)
})

test('a worker that breaks, or says nothing, is ended, and the page unwraps by itself', async () => {
  const broken = standIn()
  spare.prepareOpener(() => broken.worker)
  const asked = spare.unwrapBeside(wrapped, key)
  broken.worker.dispatchEvent(new Event('error'))
  expect(await asked).toEqual(expected)
  expect(broken.terminate).toHaveBeenCalledOnce()

  const early = standIn()
  spare.prepareOpener(() => early.worker)
  early.worker.dispatchEvent(new Event('error'))
  expect(await spare.unwrapBeside(wrapped, key)).toEqual(expected)
  expect(early.told).toEqual([])
  expect(early.terminate).toHaveBeenCalledOnce()

  vi.useFakeTimers()
  const mute = standIn()
  spare.prepareOpener(() => mute.worker)
  const waits = spare.unwrapBeside(wrapped, key)
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  expect(await waits).toEqual(expected)
  expect(mute.terminate).toHaveBeenCalledOnce()
  expect(spare.takeSpare()).toBeNull()
})

test("the worker's own program unwraps what is this member's, and nothing else", async () => {
  const said: Report[] = []
  const inside = new EventTarget()
  vi.stubGlobal('addEventListener', inside.addEventListener.bind(inside))
  vi.stubGlobal('postMessage', (report: Report) => said.push(report))
  await import('../../../src/inbox/opening/worker.ts')
  expect(said).toEqual(['ready'])
  const task: Task = { unwrap: wrapped, identity: key.identity }
  inside.dispatchEvent(new MessageEvent('message', { data: task }))
  await vi.waitFor(() => {
    expect(said).toHaveLength(2)
  })
  expect(said[1]).toEqual({ unwrapped: expected })
})
