import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packed, type Packs } from '../app/service-worker/packs.ts'
import { partOf } from '../app/service-worker/addresses.ts'
import { languageAt, rootOf } from '../core/languages.ts'
import { byWhatPressesBest } from './pack-order.ts'

/**
 * Writes the packs that a phone keeps files from: the scripts, and of each language all, its pages and its words. Pages and words
 * say the same, and press better together; where a release changes only the pages, they are asked for without the words. What
 * pages ask for themselves before anything is kept lies in none: it would be fetched twice.
 *
 * @param files what is kept, from the folder, without a slash in front
 * @param pages the pages as they are served, from the folder
 * @returns the packs in the order in which they are tried, those that a phone without anything asks for, and the addresses of
 * the files inside them
 */
export async function writePacks(
  outDir: string,
  files: readonly string[],
  pages: readonly string[],
): Promise<{
  readonly packs: Packs
  readonly atFirst: readonly string[]
  readonly inside: ReadonlySet<string>
}> {
  const asked = await askedByPages(outDir, pages)
  const packs = new Map<string, Map<string, string>>()
  for (const file of [...files].sort()) {
    const names = packsOf(file)
    if (names.length === 0 || asked.has(file)) continue
    const text = await readFile(join(outDir, file), 'utf8')
    for (const pack of names)
      packs.set(pack, (packs.get(pack) ?? new Map<string, string>()).set(`/${file}`, text))
  }
  const written: Record<string, string> = {}
  const atFirst: string[] = []
  const inside = new Set<string>()
  const wholeFirst = [...packs].sort(([a], [b]) => Number(isWhole(b)) - Number(isWhole(a)))
  for (const [name, texts] of wholeFirst) {
    const text = packed(new Map([...texts].sort(byWhatPressesBest)))
    const hash = createHash('sha256').update(text).digest()
    const url = `/${name.replace('.', `-${hash.toString('base64url').slice(0, 8)}.`)}`
    await writeFile(join(outDir, url), text)
    written[url] = `sha256-${hash.toString('base64')}`
    if ([...texts.keys()].some(file => !inside.has(file))) atFirst.push(url)
    for (const file of texts.keys()) inside.add(file)
  }
  return { packs: written, atFirst, inside }
}

/** All of a language in one: of two kinds, and therefore plain text. */
const isWhole = (pack: string): boolean => pack.endsWith('.txt')

/** It lies where its files do: it is then of the same language (`partOf`), and a server says the same of it. */
function packsOf(file: string): readonly string[] {
  const part = partOf(`/${file}`)
  const isScript = /^assets\/.*\.js$/.test(file)
  if (part === 'common') return isScript ? ['assets/scripts.js'] : []
  const lean = `lean${rootOf(part)}`
  if (isScript) return [`${lean}/all.txt`, `assets/${part}-words.js`]
  return file.endsWith('.html') ? [`${lean}/all.txt`, `${lean}/pages.html`] : []
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
