import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { municipality } from '#municipality'
import { copyPictures, picturesFolder, picturesOf } from '../../src/commands/pictures.ts'
import { municipality as mikkelborg } from '../fixtures/mikkelborg/index.ts'

const folder = join(import.meta.dirname, '../fixtures/mikkelborg/pictures')
const named = (file: string) => [{ file, width: 1, height: 1 }]
let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pictures-'))
})
afterEach(async () => {
  await rm(dir, { recursive: true, force: true })
})

it('puts every picture that a page names beside the pages', async () => {
  await copyPictures(picturesOf(mikkelborg), folder, dir)
  expect(await readdir(join(dir, 'pictures'))).toEqual(['asta.webp', 'birk.webp', 'house.webp'])
})

it('makes no folder for a municipality without pictures', async () => {
  await copyPictures(picturesOf(municipality), folder, dir)
  expect(await readdir(dir)).toEqual([])
})

it('looks for them beside the municipality’s own facts', () => {
  expect(picturesFolder(join(folder, '../index.ts'))).toBe(folder)
  expect(picturesFolder(undefined)).toMatch(/facts\/lyngby-taarbaek\/pictures$/)
})

it.each(['../index.ts', 'House.webp', 'house.svg', 'a/b.png'])('refuses the name %s', async file => {
  await expect(copyPictures(named(file), folder, dir)).rejects.toThrow(/must be called by/)
})

it('refuses one that is not there, too large, or still tells where it was taken', async () => {
  await writeFile(join(dir, 'large.png'), Buffer.alloc(150_001))
  await writeFile(join(dir, 'told.jpg'), Buffer.from('\xff\xd8\xff\xe1\0\x10Exif\0\0', 'latin1'))
  await expect(copyPictures(named('none.webp'), dir, dir)).rejects.toThrow(/is not in/)
  await expect(copyPictures(named('large.png'), dir, dir)).rejects.toThrow(/larger than 150 kB/)
  await expect(copyPictures(named('told.jpg'), dir, dir)).rejects.toThrow(/without metadata/)
})
