import { randomBytes } from 'node:crypto'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { names, post, setUp, start } from './two-municipalities.ts'
import { readMunicipalities } from '../../src/intake/settings/municipalities.ts'
import { startSeveral } from '../../src/intake/start-several.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { query, startPostgres } from './postgres.ts'

test('stores changed over in the list are not taken: each has its own team, and keeps it', async () => {
  const { dir, file, entries, env } = await setUp()
  const log: object[] = []
  const begin = async () =>
    startSeveral(await readMunicipalities(file, env), { log: entry => log.push(entry) })
  await (await begin()).stop()
  const teams = () =>
    Promise.all(
      names.map(async name => {
        const store = await openStore({ dataDir: join(dir, name) })
        const team = await store.team()
        await store.close()
        return team
      }),
    )
  const before = await teams()
  expect(before[0]?.wrapped).toHaveLength(1)

  const [first, second] = entries
  if (first && second) [first['data'], second['data']] = [second['data'] ?? '', first['data'] ?? '']
  await writeFile(file, JSON.stringify(entries))
  await expect(begin()).rejects.toThrow('names none that can start')
  for (const municipality of names)
    expect(log).toContainEqual(
      expect.objectContaining({
        event: 'refused',
        municipality,
        setting: 'KEYS_FILE',
        why: expect.stringContaining('another team than the store') as string,
      }),
    )
  expect(await teams()).toEqual(before)
})

test("pages built for one municipality's keys are not served with another's", async () => {
  const { call, log } = await start(entries => {
    const [first, second] = entries
    if (first && second) [first['siteDir'], second['siteDir']] = [second['siteDir'], first['siteDir']]
  }).catch((error: unknown) => ({ call: null, log: [error] }))
  expect(call).toBeNull()
  expect(String(log[0])).toContain('names none that can start')
})

test('names changed over in the list are not taken: nobody is shown the pages of another municipality', async () => {
  const { file, entries, env } = await setUp()
  const [first, second] = entries
  if (first && second) [first['origin'], second['origin']] = [second['origin'] ?? '', first['origin'] ?? '']
  await writeFile(file, JSON.stringify(entries))
  const log: object[] = []
  const started = startSeveral(await readMunicipalities(file, env), { log: entry => log.push(entry) })
  await expect(started).rejects.toThrow('names none that can start')
  expect(log).toContainEqual(
    expect.objectContaining({
      municipality: 'lyngby',
      setting: 'SITE_DIR',
      why: expect.stringContaining(
        'built for https://lyngby.example.dk, and ORIGIN is https://mikk',
      ) as string,
    }),
  )
})

test.each([
  ['name', 'name lyngby'],
  ['origin', 'host lyngby.example.dk'],
  ['inboxHost', 'host inbox.lyngby.example.dk'],
  ['data', 'data '],
  ['keysFile', 'keysFile '],
  ['siteDir', 'siteDir '],
])('two with one %s are refused', async (field, sentence) => {
  const { file, env } = await setUp(entries => {
    if (entries[0] && entries[1]) entries[1][field] = entries[0][field]
  })
  await expect(readMunicipalities(file, env)).rejects.toThrow(sentence)
})

test('two whose addresses differ and lead to one store: the second is told and not served', async () => {
  const { call, log } = await start(async (entries, dir) => {
    await symlink(join(dir, 'lyngby'), join(dir, 'another-name'))
    if (entries[1]) entries[1]['data'] = 'another-name'
  })
  const refused = { event: 'refused', municipality: 'mikkelborg', setting: expect.any(String) as string }
  expect(log).toContainEqual(expect.objectContaining(refused))
  expect((await call('lyngby.example.dk', '/')).status).toBe(200)
  expect((await call('mikkelborg.example.dk', '/')).status).toBe(421)
})

test('one server of PostgreSQL serves each in a schema of its own, where no other user gets in', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  for (const name of names)
    await query(server.url, `create role ${name} login; create schema ${name} authorization ${name}`)
  const own = (name: string) => server.url.replace('test@', `${name}@`)
  const { call } = await start(entries => {
    for (const [n, name] of names.entries()) {
      delete entries[n]?.['data']
      if (entries[n]) entries[n]['databaseUrl'] = own(name)
    }
  })
  const token = randomBytes(32).toString('base64url')
  expect((await call('lyngby.example.dk', '/api/requests', { body: post(token) })).status).toBe(201)
  const headers = { authorization: `Bearer ${token}` }
  expect((await call('lyngby.example.dk', '/api/mailbox', { headers })).status).toBe(200)
  expect((await call('mikkelborg.example.dk', '/api/mailbox', { headers })).status).toBe(404)
  const count = (schema: string) => `select count(*)::int as n from ${schema}.requests`
  expect(await query(own('lyngby'), count('lyngby'))).toEqual([{ n: 1 }])
  expect(await query(own('mikkelborg'), count('mikkelborg'))).toEqual([{ n: 0 }])
  await expect(query(own('mikkelborg'), count('lyngby'))).rejects.toThrow('permission denied')
})

test('two users without a schema of their own would share one: the second is told and not served', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  const { log } = await start(entries => {
    for (const [n, entry] of entries.entries()) {
      delete entry['data']
      entry['databaseUrl'] = `${server.url}?application_name=${n}`
    }
  })
  expect(log).toContainEqual(
    expect.objectContaining({
      municipality: 'mikkelborg',
      why: expect.stringContaining('same store') as string,
    }),
  )
})

test.each([
  ['', 'MUNICIPALITIES must name a readable JSON file'],
  ['[]', 'is not a list'],
  ['[{"name":"A B"}]', 'look at "0.name"'],
])('a list that reads %j is refused', async (text, sentence) => {
  const { file, env } = await setUp()
  await writeFile(file, text)
  await expect(readMunicipalities(file, env)).rejects.toThrow(sentence)
})
