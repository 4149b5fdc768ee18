import type { CDPSession, Page } from '@playwright/test'

/** A span of Chromium's tracing, in microseconds: `dur` by the clock, `tdur` in which the thread itself ran. */
export type Span = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const CATEGORIES = ['toplevel', '__metadata']

/** Milliseconds of the longest tasks. */
export type Longest = {
  /** Of the one in which the thread itself ran longest. */
  readonly own: number
  /** Of the one that took longest by the clock. */
  readonly clock: number
  /** Of that, for how long the thread ran: for the rest it waited, for a core or for another thread. */
  readonly ran: number
}

/**
 * The longest tasks of the threads that draw pages.
 *
 * @param threads those known from traces before: one does not always tell them again. What this one tells is added.
 * @returns null where the trace tells of no task
 */
export function longestOf(spans: readonly Span[], threads = new Set<string>()): Longest | null {
  for (const { name, args, pid, tid } of spans)
    if (name === 'thread_name' && args?.name === 'CrRendererMain') threads.add(`${pid} ${tid}`)
  const tasks = spans
    .filter(({ ph, pid, tid }) => ph === 'X' && threads.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, ran: tdur / 1000 }))
  if (tasks.length === 0) return null
  const longest = tasks.reduce((a, b) => (b.clock > a.clock ? b : a))
  return { ...longest, own: tasks.reduce((most, { ran }) => Math.max(most, ran), 0) }
}

/**
 * Measures the longest task of a page's main thread in its own time: unlike the clock it does not count what else runs on the
 * machine meanwhile. A slowed thread is slowed in it too.
 */
export async function ownTime(page: Page): Promise<{
  readonly begin: () => Promise<void>
  /** The longest tasks since `begin`; null where the trace was lost. */
  readonly end: () => Promise<Longest | null>
}> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const cdp: CDPSession = await browser.newBrowserCDPSession()
  let spans: Span[] = []
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
      return longestOf(spans, threads)
    },
  }
}
