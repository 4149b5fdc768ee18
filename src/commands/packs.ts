import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packed, type Packs } from '../app/service-worker/packs.ts'
import { partOf } from '../app/service-worker/addresses.ts'
import { languageAt, rootOf } from '../core/languages.ts'

/**
 * Writes the packs that a phone keeps files from: a language's pages, a language's words, and the scripts. What pages ask for
 * themselves before anything is kept lies in none: it would be fetched twice.
 *
 * @param files what is kept, from the folder, without a slash in front
 * @param pages the pages as they are served, from the folder
 * @returns the packs, and the addresses of the files inside them
 */
export async function writePacks(
  outDir: string,
  files: readonly string[],
  pages: readonly string[],
): Promise<{ readonly packs: Packs; readonly inside: ReadonlySet<string> }> {
  const asked = await askedByPages(outDir, pages)
  const packs = new Map<string, Map<string, string>>()
  for (const file of [...files].sort()) {
    const pack = packOf(file)
    if (pack === undefined || asked.has(file)) continue
    const texts = packs.get(pack) ?? new Map<string, string>()
    packs.set(pack, texts.set(`/${file}`, await readFile(join(outDir, file), 'utf8')))
  }
  const written: Record<string, string> = {}
  const inside = new Set<string>()
  for (const [name, texts] of packs) {
    const text = packed(texts)
    const hash = createHash('sha256').update(text).digest()
    const url = `/${name.replace('.', `-${hash.toString('base64url').slice(0, 8)}.`)}`
    await writeFile(join(outDir, url), text)
    written[url] = `sha256-${hash.toString('base64')}`
    for (const file of texts.keys()) inside.add(file)
  }
  return { packs: written, inside }
}

/** It lies where its files do: it is then of the same language (`partOf`), and a server says the same of it. */
function packOf(file: string): string | undefined {
  const part = partOf(`/${file}`)
  if (/^assets\/.*\.js$/.test(file))
    return part === 'common' ? 'assets/scripts.js' : `assets/${part}-words.js`
  if (part === 'common' || !file.endsWith('.html')) return undefined
  return `lean${rootOf(part)}/pages.html`
}

/** Files under `assets/` that more than one page of a language names by itself. */
async function askedByPages(outDir: string, pages: readonly string[]): Promise<ReadonlySet<string>> {
  const times = new Map<string, number>()
  const asked = new Set<string>()
  for (const page of pages) {
    const html = await readFile(join(outDir, page), 'utf8')
    const lang = languageAt(`/${page}`)
    for (const file of new Set([...html.matchAll(/assets\/[\w.-]+\.js/g)].map(([name]) => name))) {
      const before = times.get(`${lang} ${file}`) ?? 0
      times.set(`${lang} ${file}`, before + 1)
      if (before > 0) asked.add(file)
    }
  }
  return asked
}
