import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpacked } from '../../src/app/service-worker/packs.ts'
import { writePacks } from '../../src/commands/packs.ts'

const page = (...scripts: string[]): string => scripts.map(name => `<script src="/assets/${name}">`).join('')
const files: Record<string, string> = {
  'kontakt/index.html': page('base.js', 'contact.js', 'da-base.js'),
  'tjek/index.html': page('base.js', 'da-base.js', 'sealing.js', 'sealing.js'),
  'en/contact/index.html': page('base.js', 'contact.js', 'en-base.js'),
  'lean/kontakt/index.html': 'Skriv',
  'lean/en/contact/index.html': 'Write',
  'assets/base.js': '0',
  'assets/contact.js': '1',
  'assets/sealing.js': '2',
  'assets/da-base.js': '3',
  'assets/da-more.js': '4',
  'assets/en-base.js': '5',
  'assets/app.css': '6',
  'ude.html': '7',
}
const pages = Object.keys(files).filter(file => /^(?!lean).*index\.html$/.test(file))
const kept = Object.keys(files).filter(file => !pages.includes(file))

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'packs-'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true })
    await writeFile(join(dir, file), text)
  }
})
afterAll(async () => rm(dir, { recursive: true }))

test('pages, words and scripts lie in packs by language, and pages and words in one that is tried first', async () => {
  const { packs, atFirst, inside } = await writePacks(dir, kept, pages)
  const held: Record<string, string[]> = {}
  for (const url of Object.keys(packs)) {
    const name = url.replace(/-[\w-]{8}(?=\.\w+$)/, '')
    held[name] = [...unpacked(await readFile(join(dir, url), 'utf8')).keys()]
  }
  expect(Object.keys(held).slice(0, 2)).toEqual(['/lean/all.txt', '/lean/en/all.txt'])
  expect(held).toEqual({
    '/lean/all.txt': ['/assets/da-more.js', '/lean/kontakt/index.html'],
    '/lean/en/all.txt': ['/assets/en-base.js', '/lean/en/contact/index.html'],
    '/assets/scripts.js': ['/assets/sealing.js', '/assets/contact.js'],
    '/assets/da-words.js': ['/assets/da-more.js'],
    '/assets/en-words.js': ['/assets/en-base.js'],
    '/lean/pages.html': ['/lean/kontakt/index.html'],
    '/lean/en/pages.html': ['/lean/en/contact/index.html'],
  })
  expect(inside).toEqual(new Set(Object.values(held).flat()))
  expect(atFirst.map(url => url.replace(/-[\w-]{8}(?=\.\w+$)/, ''))).toEqual([
    '/lean/all.txt',
    '/lean/en/all.txt',
    '/assets/scripts.js',
  ])
})

test('what two pages of a language ask for themselves lies in no pack', async () => {
  const { inside } = await writePacks(dir, kept, pages)
  expect(inside).not.toContain('/assets/base.js')
  expect(inside).not.toContain('/assets/da-base.js')
})

test('a pack comes with the hash of its text, and under a name that changes with it', async () => {
  const { packs: before } = await writePacks(dir, kept, pages)
  await writeFile(join(dir, 'assets/sealing.js'), 'other')
  const { packs } = await writePacks(dir, kept, pages)
  for (const [url, integrity] of Object.entries(packs)) {
    const hash = createHash('sha256').update(await readFile(join(dir, url)))
    expect(integrity).toBe(`sha256-${hash.digest('base64')}`)
  }
  const changed = Object.keys(packs).filter(url => !(url in before))
  expect(changed).toHaveLength(1)
  expect(changed[0]).toContain('/assets/scripts-')
})
