import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { municipality } from '#municipality'
import { build } from '../../src/commands/build.ts'
import { unanswered } from '../../src/commands/prerender.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { serviceLimits } from '../../src/core/facts/limits.ts'
import { municipality as other } from '../fixtures/mikkelborg/index.ts'

let dir: string
const texts = new Map<string, string>()

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mikkelborg-'))
  await makeKeys(join(dir, 'keys'), 'Prøve', true)
  const outDir = join(dir, 'site')
  await build({
    keysFile: join(dir, 'keys/keys.json'),
    outDir,
    municipality: join(import.meta.dirname, '../fixtures/mikkelborg/index.ts'),
    today: '2026-11-22',
    version: 'test',
    compressed: false,
  })
  for (const entry of await readdir(outDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(html|js|css|json|webmanifest|svg|txt)$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    texts.set(relative(outDir, path), await readFile(path, 'utf8'))
  }
}, 180_000)

afterAll(async () => {
  await rm(dir, { recursive: true, force: true })
})

/** What only the first municipality has: its names, its house, its units and its other places. */
const traces = [
  'Lyngby',
  'Taarbæk',
  municipality.name,
  municipality.place.name,
  municipality.place.street,
  ...municipality.anonymousProviders,
  // Units with a name of their own; what every municipality has (Ankestyrelsen …) is no trace.
  ...Object.entries(municipality.units)
    .filter(([key, name]) => !Object.values(other.units).includes(name) && key !== 'region')
    .map(([, name]) => name),
]

describe('the app built for another municipality', () => {
  it('holds no trace of the first', () => {
    const found = [...texts].flatMap(([file, text]) =>
      traces.filter(trace => text.includes(trace)).map(trace => `${file}: ${trace}`),
    )
    expect(found).toEqual([])
  })

  it('tells the intake its own figures, not the first one’s', () => {
    const { limits } = JSON.parse(texts.get('build.json') ?? '{}') as { limits: unknown }
    expect(limits).toEqual(serviceLimits(other))
    expect(limits).not.toEqual(serviceLimits(municipality))
  })

  it('shows on the privacy page the fingerprint that stands in build.json, before any script runs', () => {
    const { fingerprint } = JSON.parse(texts.get('build.json') ?? '{}') as { fingerprint: string }
    for (const page of ['om/privatliv/index.html', 'en/about/privacy/index.html']) {
      const shown = /data-fingerprint[^>]*>([^<]*)</.exec(texts.get(page) ?? '')?.[1]
      expect(shown?.replaceAll(' ', ''), page).toBe(fingerprint)
    }
  })

  it('gives the worker the hash of every file it keeps', () => {
    const { assets } = JSON.parse(texts.get('build.json') ?? '{}') as { assets: Record<string, string> }
    const worker = texts.get('sw.js') ?? ''
    const kept = Array.from(worker.matchAll(/\{[^{}]*?"?url"?:"\/([^"]*)"[^{}]*\}/g))
    expect(kept.length).toBeGreaterThan(20)
    for (const [entry, url] of kept) {
      const hash = Buffer.from(assets[url ?? ''] ?? '', 'hex').toString('base64')
      expect(entry, url).toContain(`"sha256-${hash}"`)
    }
  })

  it('names its own place and figures in both languages', () => {
    for (const page of ['index.html', 'en/index.html', 'voksne/index.html', 'en/contact/index.html']) {
      expect(texts.get(page), page).toContain(other.place.name)
    }
    expect(texts.size).toBeGreaterThan(30)
  })

  it('says in build.json which required answers its pages lack: of this municipality none', () => {
    expect(JSON.parse(texts.get('build.json') ?? '')).toMatchObject({ v: 1, missing: [] })
    expect(unanswered({ ...other.required, legalBasis: null, recipients: null })).toEqual([
      'legalBasis',
      'recipients',
    ])
  })

  it('shows its house, and every picture it names lies beside the pages', async () => {
    for (const page of ['stedet/index.html', 'en/place/index.html']) {
      const named = [...(texts.get(page) ?? '').matchAll(/<img[^>]* src="\/([^"]+)"/g)].map(
        ([, file]) => file,
      )
      expect(named, page).toEqual(['pictures/house.webp', 'pictures/asta.webp', 'pictures/birk.webp'])
      for (const file of named) expect((await stat(join(dir, 'site', file ?? ''))).size).toBeGreaterThan(1000)
    }
  })

  it('leaves nothing uninterpolated on any page', () => {
    const raw = [...texts]
      .filter(([file, text]) => file.endsWith('.html') && text.includes('{{'))
      .map(([file]) => file)
    expect(raw).toEqual([])
  })
})
