import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'

/** A picture of a screen: `file` in the folder, and what is written under it. */
export type Shot = { readonly file: string; readonly caption: string }

/** So many are looked at together, in so many columns of a sheet. */
const EACH = 12
const COLUMNS = 4
const WIDTH = 1920

/**
 * Lays pictures of screens on sheets of a dozen, so that all of them can be looked at: `<name>-1.png` and so on in the folder.
 * @returns the names of the sheets
 */
export async function makeSheets(
  browser: Browser,
  folder: string,
  name: string,
  shots: readonly Shot[],
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1000 } })
  const made: string[] = []
  for (let at = 0; at < shots.length; at += EACH) {
    const html = join(folder, 'sheet.html')
    await writeFile(html, pageOf(shots.slice(at, at + EACH)))
    await page.goto(pathToFileURL(html).href)
    made.push(`${name}-${at / EACH + 1}.png`)
    await page.screenshot({ path: join(folder, made.at(-1) ?? ''), fullPage: true })
  }
  await page.close()
  return made
}

const pageOf = (shots: readonly Shot[]): string => `<!doctype html><meta charset="utf-8">
<style>body{margin:8px;font:13px sans-serif;columns:${COLUMNS};column-gap:8px;background:#888}
figure{margin:0 0 8px;break-inside:avoid}img{width:100%;max-height:1100px;object-fit:cover;object-position:top}figcaption{background:#fff}</style>
${shots.map(({ file, caption }) => `<figure><figcaption>${caption}</figcaption><img src="${file}" alt=""></figure>`).join('')}
`
