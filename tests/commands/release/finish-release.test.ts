import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { finishRelease } from '../../../src/commands/release/finish-release.ts'

const about = { version: '2026.11.27-0123abcd', day: '2026-11-27', municipality: null }

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'finish-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** A release that is filled but has no list yet. */
async function filled(out: string, keys: string): Promise<string> {
  const dir = await mkdtemp(join(out, 'unfinished-'))
  await chmod(dir, 0o700)
  await mkdir(join(dir, 'site'))
  await writeFile(join(dir, 'site/index.html'), `sealed to ${keys}`)
  await writeFile(join(dir, 'server.mjs'), 'serve()')
  return dir
}

test('two releases of one commit with other keys have other names, and the first stays as it was', async () => {
  const out = await folder()
  const one = await finishRelease(await filled(out, 'A'), about)
  const before = await readFile(one.tarball)
  const other = await finishRelease(await filled(out, 'B'), about)
  expect(other.folder).not.toBe(one.folder)
  expect((await readdir(out)).sort()).toEqual(
    [one, other].flatMap(each => [basename(each.folder), basename(each.tarball)]).sort(),
  )
  expect(await readFile(one.tarball)).toEqual(before)
  expect(await readFile(join(one.folder, 'site/index.html'), 'utf8')).toBe('sealed to A')
})

test('the same files again have the same name and the same bytes', async () => {
  const [out, elsewhere] = [await folder(), await folder()]
  const first = await finishRelease(await filled(out, 'A'), about)
  const bytes = await readFile(first.tarball)
  const again = await finishRelease(await filled(out, 'A'), about)
  const apart = await finishRelease(await filled(elsewhere, 'A'), about)
  expect(again).toEqual(first)
  expect(basename(apart.folder)).toBe(basename(first.folder))
  expect(await readFile(again.tarball)).toEqual(bytes)
  expect(await readFile(apart.tarball)).toEqual(bytes)
})

test('the name says the commit, the municipality and what is in it', async () => {
  const { folder: named } = await finishRelease(await filled(await folder(), 'A'), {
    ...about,
    municipality: 'mikkelborg',
  })
  const list = await readFile(join(named, 'release.json'))
  const hash = createHash('sha256').update(list).digest('hex').slice(0, 8)
  expect(basename(named)).toBe(`foerste-snak-2026.11.27-0123abcd-mikkelborg-${hash}`)
})

test('the list names each file with its hash, and the tarball holds what the list names', async () => {
  const { folder: named, tarball } = await finishRelease(await filled(await folder(), 'A'), about)
  const { files } = JSON.parse(await readFile(join(named, 'release.json'), 'utf8')) as {
    files: Record<string, string>
  }
  expect(Object.keys(files)).toEqual(['server.mjs', 'site/index.html'])
  for (const [path, hash] of Object.entries(files)) {
    const bytes = await readFile(join(named, path))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
  }
  const { stdout } = await promisify(execFile)('tar', ['-tzf', tarball])
  expect(stdout.trim().split('\n').sort()).toEqual(
    [...Object.keys(files), 'release.json'].map(path => `${basename(named)}/${path}`).sort(),
  )
})

test('others may read the folder: the service does, as another user', async () => {
  const { folder: named } = await finishRelease(await filled(await folder(), 'A'), about)
  expect((await stat(named)).mode & 0o777).toBe(0o755)
})
