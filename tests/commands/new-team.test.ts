import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { checkChain } from '../../src/core/audit/chain.ts'
import { newTeam } from '../../src/commands/server/new-team.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { keptTeam } from '../../src/intake/staff/team-book.ts'
import { readTeam } from '../../src/intake/staff/team.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { holdFolder } from '../../src/intake/store/sqlite-hold.ts'
import { at, everyRequest, request } from '../intake/store/builders.ts'

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'new-team-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** A store with the team that Alva began and a request; beside it the keys of a team that Bo began. */
async function setUp() {
  const [data, old, other] = [await folder(), await folder(), await folder()]
  await makeKeys(old, 'Alva', false)
  await makeKeys(other, 'Bo', false)
  const [alvas, bos] = [await readTeam(join(old, 'keys.json')), await readTeam(join(other, 'keys.json'))]
  const inStore = async <T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) => {
    const store = await openStore({ dataDir: data })
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }
  const post = request()
  await inStore(async store => {
    await keptTeam(store, alvas)
    await store.acceptRequest(post, at('2026-01-20'))
  })
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line))
  vi.stubEnv('INTAKE_DATA', data)
  vi.stubEnv('KEYS_FILE', join(other, 'keys.json'))
  onTestFinished(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })
  const kept = (team: typeof alvas) => inStore(store => keptTeam(store, team).then(() => 'kept'))
  return { data, old, alvas, bos, post, printed, inStore, kept }
}

test(
  'another team takes over a store only by its own word, and the requests stay',
  { timeout: 30_000 },
  async () => {
    const { data, alvas, bos, post, printed, inStore, kept } = await setUp()
    await expect(kept(bos)).rejects.toThrow(/^KEYS_FILE is of another team than the store.+"new-team"/)

    await newTeam([])
    const said = printed.join('\n')
    expect(said).toMatch(/In the store: the team that Alva began .+KEYS_FILE: the team that Bo began/)
    expect(await kept(alvas)).toBe('kept')
    await expect(newTeam(['--instead-of', '000000000000'])).rejects.toThrow('Alva')
    expect(await kept(alvas)).toBe('kept')

    const sign = /--instead-of ([0-9a-f]{12})$/.exec(said)?.[1] ?? ''
    const service = await holdFolder(data)
    await expect(newTeam(['--instead-of', sign])).rejects.toThrow('another process serves')
    service.release()
    expect(await kept(alvas)).toBe('kept')
    await newTeam(['--instead-of', sign])
    expect(await kept(bos)).toBe('kept')
    await expect(kept(alvas)).rejects.toThrow('another team')
    expect((await inStore(everyRequest)).map(({ id }) => id)).toEqual([post.id])
    await expect(newTeam(['--instead-of', sign])).rejects.toThrow('nothing to take over')
    const { entries } = await inStore(store => store.audit())
    expect(entries.map(({ act, who, about, member }) => ({ act, who, about, member }))).toEqual([
      { act: 'team-replaced', who: 'Bo', about: 'Alva', member: bos.members[0]?.signing },
    ])
    expect(checkChain(entries)).toMatchObject({ ok: true })
  },
)

test('an empty store, and a keys file of its own team, need no take-over', async () => {
  const { old } = await setUp()
  vi.stubEnv('KEYS_FILE', join(old, 'keys.json'))
  await expect(newTeam([])).rejects.toThrow('nothing to take over')
  vi.stubEnv('INTAKE_DATA', await folder())
  await expect(newTeam([])).rejects.toThrow('no team yet')
})

test('a keys file from before there was a signed list does not open a store that has one', async () => {
  const { alvas, kept } = await setUp()
  await expect(kept({ ...alvas, signed: null })).rejects.toThrow('KEYS_FILE has no signed list of members')
})
