import type { Browser } from '@playwright/test'
import { startSlowLine, TWO_G } from '../tests/journeys/slow-line.ts'
import { loadPage, middleOf, type PageLoad } from './page-load.ts'

/** A page, and the selector that is there once it can be used. */
export type Page = { readonly name: string; readonly url: string; readonly usable: string }

/** How often each page is loaded; the middle one counts. */
const TIMES = 3

/**
 * Loads pages over 2G of which every tenth packet is lost, HTTPS and HTTP/2 as in production: how long somebody waits for
 * text, and until the page can be used. There is no goal for either, only other pages on the same line.
 */
export async function measureSlowLine(browser: Browser, pages: readonly Page[]): Promise<void> {
  const rows: Record<string, object> = {}
  for (const { name, url, usable } of pages) {
    const loads: PageLoad[] = []
    for (let n = 0; n < TIMES; n++) loads.push(await loadSlowly(browser, new URL(url), usable))
    const { first, painted, usable: at, bytes } = middleOf(loads)
    rows[name] = {
      text: inSeconds(first),
      'largest text': inSeconds(painted),
      usable: inSeconds(at),
      bytes: `${bytes} B`,
    }
  }
  console.log(
    `On 2G (${TWO_G.rate / 1000} kB/s, ${TWO_G.delay} ms each way, every ${TWO_G.lost}th packet lost), empty cache, processor slowed 4 times, middle of ${TIMES}`,
  )
  console.table(rows)
}

/** A line of its own for each load: what an earlier one still sends does not take its turn. */
async function loadSlowly(browser: Browser, url: URL, usable: string): Promise<PageLoad> {
  const line = await startSlowLine(Number(url.port), TWO_G)
  try {
    return await loadPage(browser, `${url.protocol}//${url.hostname}:${line.port}${url.pathname}`, usable)
  } finally {
    line.stop()
  }
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
