import type { CDPSession, Page } from '@playwright/test'

/** A span of Chromium's tracing, in microseconds: `dur` by the clock, `tdur` in which the thread itself ran. */
type Span = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const CATEGORIES = ['toplevel', '__metadata']

/**
 * Measures the longest task of a page's main thread in its own time: unlike the clock it does not count what else runs on the
 * machine meanwhile. A slowed thread is slowed in it too.
 */
export async function ownTime(page: Page): Promise<{
  readonly begin: () => Promise<void>
  /** Milliseconds of the longest task since `begin`; null where the trace was lost. */
  readonly end: () => Promise<number | null>
}> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const cdp: CDPSession = await browser.newBrowserCDPSession()
  let spans: Span[] = []
  // A trace does not always tell them again.
  const threads = new Set<string>()
  cdp.on('Tracing.dataCollected', ({ value }) => {
    // Sound: the protocol names them objects, and Chromium's format of traces says which.
    spans.push(...(value as unknown as Span[]))
  })
  return {
    async begin() {
      spans = []
      await cdp.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
      })
    },
    async end() {
      const complete = new Promise(done => cdp.once('Tracing.tracingComplete', done))
      await cdp.send('Tracing.end')
      await complete
      for (const { name, args, pid, tid } of spans)
        if (name === 'thread_name' && args?.name === 'CrRendererMain') threads.add(`${pid} ${tid}`)
      const own = spans
        .filter(({ ph, pid, tid }) => ph === 'X' && threads.has(`${pid} ${tid}`))
        .map(({ tdur = 0 }) => tdur / 1000)
      return own.length === 0 ? null : Math.round(Math.max(...own))
    },
  }
}
