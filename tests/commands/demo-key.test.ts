import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { builtIn, demoKeyOf } from '../../src/commands/build.ts'
import { DEMO_NAME } from '../../src/commands/keys-folder.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { readTeam } from '../../src/intake/staff/team.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo-key-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
})

test('the inbox of demo keys signs in with one click: its build holds the demo member’s key', async () => {
  const { keyFile } = await makeKeys(dir, DEMO_NAME, true)
  const team = await readTeam(join(dir, 'keys.json'))
  const key = await demoKeyOf(team, join(dir, 'keys.json'))
  expect(key).toBe(await readFile(keyFile, 'utf8'))
  expect(builtIn(team, '2026-11-26', key)['__DEMO_KEY__']).toContain('AGE-SECRET-KEY')
})

test('a build with real keys holds no key, also when a member is called as the demo’s', async () => {
  await makeKeys(dir, DEMO_NAME, false)
  const team = await readTeam(join(dir, 'keys.json'))
  const key = await demoKeyOf(team, join(dir, 'keys.json'))
  expect(key).toBeNull()
  expect(JSON.stringify(builtIn(team, '2026-11-26', key))).not.toContain('SECRET')
})
