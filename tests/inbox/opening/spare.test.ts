import { Encrypter } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  makeMember,
  makePassphrase,
  makeTeam,
  signIn,
  toBase64url,
  wrapTeamKey,
  writeKeyFile,
  type LockedKey,
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

const words = makePassphrase()
/** A text under the six words, with less work than a key's. */
async function locked(text: string): Promise<LockedKey> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(words)
  encrypter.setScryptWorkFactor(10)
  return { v: 1, name: 'Alva', locked: toBase64url(await encrypter.encrypt(text)) }
}

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

const unwrapBeside = (): Promise<(TeamKey | null)[]> =>
  spare.performBeside('unwrap', { wrapped, identity: key.identity })

test('what is wrapped is unwrapped in the worker, which then opens what is sealed', async () => {
  const { worker, told, say } = standIn()
  spare.prepareOpener(() => worker)
  // It may still be on its way.
  const asked = unwrapBeside()
  const input = { wrapped, identity: key.identity }
  expect(told).toEqual([{ turn: 1, craft: 'unwrap', input }])
  say('ready')
  say({ crafted: 2, made: [] })
  say({ crafted: 1, made: [team] })
  expect(await asked).toEqual([team])
  expect(spare.takeSpare()).toBe(worker)
  expect(spare.takeSpare()).toBeNull()
  // It goes on doing both, until the one that took it ends it.
  const more = unwrapBeside()
  say({ crafted: 2, made: [team, team] })
  expect(await more).toEqual([team, team])
  spare.leave(worker)
  expect(await unwrapBeside()).toEqual(expected)
  expect(told).toHaveLength(2)
})

test('what fails in the worker is done again by the page, which throws what it throws', async () => {
  const { worker, say, terminate } = standIn()
  spare.prepareOpener(() => worker)
  const asked = spare.performBeside('unlock', { locked: await locked('no key'), words })
  say({ crafted: 1 })
  await expect(asked).rejects.toMatchObject({ fault: 'key-file' })
  expect(terminate).not.toHaveBeenCalled()
})

test('the page unwraps by itself where there is no worker', async () => {
  expect(await unwrapBeside()).toEqual(expected)
  spare.prepareOpener(() => {
    throw new Error('refused')
  })
  expect(await unwrapBeside()).toEqual(expected)
})

test('a worker that breaks, or says nothing, is ended, and the page unwraps by itself', async () => {
  const broken = standIn()
  spare.prepareOpener(() => broken.worker)
  const asked = unwrapBeside()
  broken.worker.dispatchEvent(new Event('error'))
  expect(await asked).toEqual(expected)
  expect(broken.terminate).toHaveBeenCalledOnce()

  const early = standIn()
  spare.prepareOpener(() => early.worker)
  early.worker.dispatchEvent(new Event('error'))
  expect(await unwrapBeside()).toEqual(expected)
  expect(early.told).toEqual([])
  expect(early.terminate).toHaveBeenCalledOnce()

  vi.useFakeTimers()
  const mute = standIn()
  spare.prepareOpener(() => mute.worker)
  const waits = unwrapBeside()
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  expect(await waits).toEqual(expected)
  expect(mute.terminate).toHaveBeenCalledOnce()
  expect(spare.takeSpare()).toBeNull()
})

describe("the worker's own program", () => {
  const said: Report[] = []
  let inside: EventTarget
  beforeEach(async () => {
    said.length = 0
    inside = new EventTarget()
    vi.stubGlobal('addEventListener', inside.addEventListener.bind(inside))
    vi.stubGlobal('postMessage', (report: Report) => said.push(report))
    await import('../../../src/inbox/opening/worker.ts')
    expect(said).toEqual(['ready'])
  })
  const answerTo = async (task: Task): Promise<Report | undefined> => {
    inside.dispatchEvent(new MessageEvent('message', { data: structuredClone(task) }))
    await vi.waitUntil(() => said.length === 2, { timeout: 60_000 })
    return structuredClone(said[1])
  }

  test("unwraps what is this member's, and nothing else", async () => {
    const input = { wrapped, identity: key.identity }
    expect(await answerTo({ turn: 7, craft: 'unwrap', input })).toEqual({ crafted: 7, made: expected })
  })

  test('signs in as the page would', async () => {
    const input = { key, origin: 'https://inbox.example', nonce: 'A'.repeat(43), expires: 1_800_000_000 }
    expect(await answerTo({ turn: 7, craft: 'signIn', input })).toEqual({ crafted: 7, made: signIn(input) })
  })

  test('opens a key with its six words, and with no others', async () => {
    const input = { locked: await locked(writeKeyFile(key)), words }
    expect(await answerTo({ turn: 7, craft: 'unlock', input })).toEqual({ crafted: 7, made: key })
    said.pop()
    const wrong = { ...input, words: makePassphrase() }
    expect(await answerTo({ turn: 8, craft: 'unlock', input: wrong })).toEqual({ crafted: 8, made: null })
  })

  test('does not believe a list of members that is none, nor open what is none of ours', async () => {
    const input = { entries: [], first: member.member, seen: undefined }
    const made = { ok: false, why: 'form' }
    expect(await answerTo({ turn: 7, craft: 'verifyTeam', input })).toEqual({ crafted: 7, made })
    said.pop()
    const sealed = { sealed: 'bm90aGluZw', identities: [] }
    expect(await answerTo({ turn: 8, craft: 'openTemplates', input: sealed })).toEqual({
      crafted: 8,
      made: null,
    })
  })

  test('says so where something cannot be done', async () => {
    const input = { locked: await locked('no key'), words }
    expect(await answerTo({ turn: 7, craft: 'unlock', input })).toEqual({ crafted: 7 })
  })
})
