import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { addCalendar, addMember, makeKeys, removeMember } from '../../src/commands/team-keys.ts'
import {
  fromBase64url,
  makeMember,
  readAnyKey,
  readKeyFile,
  unlockKey,
  unwrapTeamKey,
  type KeyFile,
} from '../../src/core/sealing/index.ts'
import { checkTeam, readTeam, type TeamFile } from '../../src/intake/staff/team.ts'

const root = resolve(import.meta.dirname, '../..')
let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'keys-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
})

const team = () => readTeam(join(dir, 'keys.json'))
const keyOf = async (path: string): Promise<KeyFile> => readKeyFile(await readFile(path, 'utf8'))

/** A new team of Alva alone. */
async function alva(): Promise<KeyFile> {
  return keyOf((await makeKeys(dir, 'Alva', false)).keyFile)
}

/** Everything in the folder with its text, to see that nothing has changed. */
async function everything(): Promise<Record<string, string>> {
  const names = (await readdir(dir)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(dir, name), 'utf8')] as const)),
  )
}

test('a new team: public keys for all, secret ones for their owner', async () => {
  await alva()
  const modes: Record<string, number> = {}
  for (const name of await readdir(dir)) modes[name] = (await stat(join(dir, name))).mode & 0o777
  expect(modes).toEqual({ 'alva.key.json': 0o600, 'keys.json': 0o644, 'recovery.key.txt': 0o600 })
  expect(JSON.stringify(await team())).not.toContain('SECRET')
})

test('what leaders have not signed is no keys file of theirs', async () => {
  const key = await alva()
  await addMember(dir, key, 'Bo')
  await removeMember(dir, key, 'Bo')
  const file = JSON.parse(await readFile(join(dir, 'keys.json'), 'utf8')) as TeamFile
  expect(file.list?.map(({ kind }) => kind)).toEqual(['add', 'epoch', 'add', 'remove', 'epoch'])
  expect(checkTeam(file).signed?.first).toBe(key.first)
  const [one, two] = file.epochs
  const other = { ...two!, signer: one!.signer }
  for (const epochs of [[one!, other], [two!]])
    expect(() => checkTeam({ ...file, epochs })).toThrow(
      /^KEYS_FILE names team keys that no leader has signed/,
    )
  expect(() => checkTeam({ ...file, list: file.list!.slice(1) })).toThrow(/does not hold together \(order\)/)
})

test('a team of before epochs stood in the list gets them with its next change', async () => {
  const key = await alva()
  const path = join(dir, 'keys.json')
  const file = JSON.parse(await readFile(path, 'utf8')) as TeamFile
  await writeFile(path, JSON.stringify({ ...file, list: file.list!.slice(0, 1) }))
  await addMember(dir, key, 'Bo')
  const { list } = JSON.parse(await readFile(path, 'utf8')) as TeamFile
  expect(list?.map(({ kind }) => kind)).toEqual(['add', 'epoch', 'add'])
})

test('where one of the files is already, nothing is written at all', async () => {
  await alva()
  // Gone to the safe and to its owner, as the operations tell.
  for (const gone of ['recovery.key.txt', 'alva.key.json'])
    await rename(join(dir, gone), join(dir, `${gone}.safe`))
  const before = await everything()
  await expect(makeKeys(dir, 'Alva', false)).rejects.toThrow(
    /keys\.json is there already, and is not overwritten\.$/,
  )
  await rm(join(dir, 'keys.json'))
  await rename(join(dir, 'recovery.key.txt.safe'), join(dir, 'recovery.key.txt'))
  await expect(makeKeys(dir, 'Alva', false)).rejects.toThrow(/recovery\.key\.txt is there already/)
  expect((await readdir(dir)).sort()).toEqual(['alva.key.json.safe', 'recovery.key.txt'])
  expect((await everything())['recovery.key.txt']).toBe(before['recovery.key.txt.safe'])
})

test('who is added can open every epoch; who is removed is out, and the next epoch is not theirs', async () => {
  const by = await alva()
  await removeMember(dir, by, (await keyOf((await addMember(dir, by, 'Carl')).keyFile)).name)
  const bo = await keyOf((await addMember(dir, by, '  Bo Å. ')).keyFile)
  const { members } = await team()
  expect(members.map(({ name, wrapped }) => [name, wrapped.map(({ epoch }) => epoch)])).toEqual([
    ['Alva', [1, 2]],
    ['Bo Å.', [1, 2]],
  ])
  for (const { sealed } of members[1]!.wrapped)
    expect(await unwrapTeamKey(fromBase64url(sealed), bo)).not.toBeNull()
  await expect(removeMember(dir, by, 'Carl')).rejects.toThrow('No member is called "Carl".')
})

test.each(['', '   ', 'N'.repeat(81)])('the name %j is refused before anything is written', async name => {
  await expect(makeKeys(dir, name, false)).rejects.toThrow('A name has 1 to 80 characters.')
  expect(await readdir(dir)).toEqual([])
  const by = await alva()
  const before = await everything()
  await expect(addMember(dir, by, name)).rejects.toThrow('A name has 1 to 80 characters.')
  expect(await everything()).toEqual(before)
})

test('a name that is taken is refused, in capitals too', async () => {
  const by = await alva()
  await rename(join(dir, 'alva.key.json'), join(dir, 'elsewhere')) // given to its owner
  const before = await everything()
  await expect(addMember(dir, by, 'ALVA')).rejects.toThrow('A member is called "ALVA" already')
  expect(await everything()).toEqual(before)
})

test('two names that would share a key file never overwrite one', async () => {
  const by = await alva()
  await addMember(dir, by, 'A B')
  const before = await everything()
  await expect(addMember(dir, by, 'a-b')).rejects.toThrow(/a-b\.key\.json is there already/)
  expect(await everything()).toEqual(before)
})

test('a member is known by the key and not by the name in the file', async () => {
  const by = await alva()
  await addMember(dir, { ...by, name: 'Somebody' }, 'Bo')
  const stranger = join(dir, 'other')
  await mkdir(stranger)
  const { keyFile } = await makeKeys(stranger, 'Alva', false)
  await expect(addMember(dir, await keyOf(keyFile), 'Eve')).rejects.toThrow('is not of this team')
  await expect(removeMember(dir, await keyOf(keyFile), 'Bo')).rejects.toThrow('is not of this team')
  await expect(addCalendar(dir, await keyOf(keyFile))).rejects.toThrow('is not of this team')
  expect((await team()).members.map(({ name }) => name)).toEqual(['Alva', 'Bo'])
})

test('keys.json is replaced whole, stays readable for whom it was, and leaves nothing beside it', async () => {
  const by = await alva()
  const file = join(dir, 'keys.json')
  const before = await readFile(file, 'utf8')
  const reader = await open(file) // as an intake that reads it at that moment
  onTestFinished(() => reader.close())
  await addMember(dir, by, 'Bo')
  expect(await reader.readFile('utf8')).toBe(before)
  expect((await team()).members).toHaveLength(2)
  expect((await stat(file)).mode & 0o777).toBe(0o644)
  expect((await readdir(dir)).sort()).toEqual([
    'alva.key.json',
    'bo.key.json',
    'keys.json',
    'recovery.key.txt',
  ])
})

test('a keys.json that is none of ours is named and left as it is', async () => {
  const by = await alva()
  await writeFile(join(dir, 'keys.json'), '{"v":2}')
  await expect(addMember(dir, by, 'Bo')).rejects.toThrow(
    /keys\.json is not a keys file made by "npm run keys"\.$/,
  )
  expect((await everything())['keys.json']).toBe('{"v":2}')
})

test('the command says what it wrote, and refuses in a sentence', { timeout: 120_000 }, async () => {
  const keysWith = (typed: string, ...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>(done => {
      const program = ['--import', 'tsx', join(root, 'src/commands/keys.ts'), ...args]
      const child = execFile(process.execPath, program, { cwd: root }, (error, out, err) => {
        done({ code: error ? 1 : 0, out, err })
      })
      child.stdin?.end(typed)
    })
  const keys = (...args: string[]) => keysWith('', ...args)
  const made = await keys('init', dir, '--name', 'Alva')
  expect(made).toMatchObject({ code: 0, err: '' })
  for (const file of ['keys.json', 'alva.key.json', 'recovery.key.txt']) expect(made.out).toContain(file)
  expect(await keys('add', dir, '--by', join(dir, 'keys.json'), '--name', 'Bo')).toEqual({
    code: 1,
    out: '',
    err: `${join(dir, 'keys.json')} is not a key file of a member.\n`,
  })
  // Her key file is locked with the words that were printed, and lets her add somebody with them alone.
  const file = await readFile(join(dir, 'alva.key.json'), 'utf8')
  expect(file).not.toContain('SECRET-KEY')
  const words = /Alva, shown only now: ([a-z]+(?: [a-z]+){5})\n/.exec(made.out)?.[1] ?? ''
  const read = readAnyKey(file)
  expect('locked' in read && (await unlockKey(read.locked, words))?.name).toBe('Alva')
  const add = ['add', dir, '--by', join(dir, 'alva.key.json'), '--name', 'Bo']
  for (const typed of ['', 'solskov stenbro\n'])
    expect(await keysWith(typed, ...add)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Those are not the six words of this key file.'),
    })
  expect(await keysWith(`${words}\n`, ...add)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Bo, shown only now: [a-z]+( [a-z]+){5}\n/),
  })
  expect((await team()).members.map(({ name }) => name)).toEqual(['Alva', 'Bo'])
  expect(await keys('add', dir, '--name', 'Bo')).toMatchObject({
    code: 1,
    err: expect.stringContaining('npm run keys -- add DIR --by KEYFILE --name NAME'),
  })
})

test('keys.json that somebody else has written on gives no next key away', async () => {
  const by = await alva()
  await addMember(dir, by, 'Bo')
  const path = join(dir, 'keys.json')
  const honest = JSON.parse(await readFile(path, 'utf8')) as TeamFile
  const { member: eve } = await makeMember('Eve')
  const other = join(dir, 'other')
  const evesTeam = await keyOf((await makeKeys(other, 'Eve', false)).keyFile)
  const evesFile = JSON.parse(await readFile(join(other, 'keys.json'), 'utf8')) as TeamFile
  const [alvas, bos] = honest.members
  const touched: [string, Partial<TeamFile>, RegExp][] = [
    [
      'a member nobody added',
      {
        members: [...honest.members, { ...bos!, name: 'Eve', signing: eve.member, recipient: eve.recipient }],
      },
      /Nobody of the team has added "Eve"/,
    ],
    [
      'another key in a member’s place',
      { members: [alvas!, { ...bos!, recipient: eve.recipient }] },
      /added "Bo"/,
    ],
    ['a member left out', { members: [alvas!] }, /Somebody is missing/],
    ['a list of another team', { list: evesFile.list ?? [] }, /not to be believed \(other-team\)/],
    ['no list', { list: [] }, /not to be believed \(form\)/],
  ]
  for (const [what, change, why] of touched) {
    await writeFile(path, JSON.stringify({ ...honest, ...change }))
    await expect(addMember(dir, by, 'Carl'), what).rejects.toThrow(why)
    if (what !== 'a member left out') await expect(removeMember(dir, by, 'Bo'), what).rejects.toThrow(why)
  }
  await writeFile(path, JSON.stringify(honest))
  expect(evesTeam.first).not.toBe(by.first)
  await removeMember(dir, by, 'Bo')
  expect((await team()).members.map(({ name }) => name)).toEqual(['Alva'])
})
