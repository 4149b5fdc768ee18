import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { clearForBuild, finishBuild } from '../../src/commands/build-folder.ts'
import { readSettings } from '../../src/commands/settings.ts'

// A project of its own in a temporary folder: what fails here would empty the real one.
let project: string

beforeEach(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'build-folder-'))
  project = join(dir, 'project')
  await mkdir(join(project, 'src'), { recursive: true })
  await writeFile(join(project, 'package.json'), '{}')
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
})

const about = { v: 1, fingerprint: 'f', assets: { 'index.html': 'a' } }

async function build(outDir: string): Promise<void> {
  await clearForBuild(outDir, [project])
  await writeFile(join(outDir, 'index.html'), 'page')
  await finishBuild(outDir, about)
}

test('a setting that is set but empty counts as not set', () => {
  const empty = readSettings({ INTAKE_DATA: '', SITE_DIR: ' ', KEYS_FILE: '', ORIGIN: '' }, '/project')
  expect(empty).toEqual(readSettings({}, '/project'))
  expect(empty).toMatchObject({
    siteDir: '/project/dist/site',
    store: { dataDir: '/project/data' },
    keysFile: '/project/data/keys.json',
  })
  expect(readSettings({ INTAKE_DATA: '/d', SITE_DIR: '/s' }, '/project')).toMatchObject({
    siteDir: '/s',
    keysFile: '/d/keys.json',
  })
})

test.each(['.', '..', 'src/..', 'link'])(
  'a build never empties the project or what it lies in: %s',
  async way => {
    await symlink(project, join(project, 'link'))
    await expect(clearForBuild(join(project, way), [project])).rejects.toThrow(
      /^SITE_DIR must be a folder of its own/,
    )
    expect(await readdir(project)).toEqual(['link', 'package.json', 'src'])
  },
)

test('a build never empties a folder with something in it that no build made', async () => {
  const src = join(project, 'src')
  await writeFile(join(src, 'main.ts'), 'work of a week')
  await expect(build(src)).rejects.toThrow(/^SITE_DIR names .*no build made/)
  await writeFile(join(src, 'build.json'), '{"v":1,"scripts":{}}') // somebody else's
  await expect(build(src)).rejects.toThrow(/^SITE_DIR names .*no build made/)
  expect(await readFile(join(src, 'main.ts'), 'utf8')).toBe('work of a week')
})

test('a build never empties away the keys it is made with', async () => {
  const site = join(project, 'site')
  await build(site)
  await writeFile(join(site, 'keys.json'), '{}')
  await expect(clearForBuild(site, [project, join(site, 'keys.json')])).rejects.toThrow(
    /^SITE_DIR .*keys\.json is in it/,
  )
  expect(await readdir(site)).toContain('keys.json')
})

test('what an earlier build made is emptied, also one that broke off', async () => {
  const site = join(project, 'dist/site')
  await build(site)
  await writeFile(join(site, 'old.js'), '')
  await clearForBuild(site, [project])
  await writeFile(join(site, 'half.js'), '')
  await build(site)
  expect((await readdir(site)).sort()).toEqual(['build.json', 'index.html'])
  expect(JSON.parse(await readFile(join(site, 'build.json'), 'utf8'))).toEqual(about)
})

test('a file in place of the folder is named in a sentence', async () => {
  await expect(build(join(project, 'package.json'))).rejects.toThrow(/^SITE_DIR must name a folder/)
})
