import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/**
 * QualWeb's own rules, put into the page as it stands. `@qualweb/core` does the same from an address, with a browser of its
 * own: most of our states have no address (docs/decisions/0031).
 */
const sources = ['qw-page', 'util', 'locale', 'act-rules', 'wcag-techniques']
  .map(name => readFileSync(createRequire(import.meta.url).resolve(`@qualweb/${name}`), 'utf8'))
  .join('\n;\n')

/** These two break off at a colour that is written in a newer way than `rgb()`. axe measures contrast, day and night. */
const contrast = ['QW-ACT-R37', 'QW-ACT-R76']

type Outcome = 'passed' | 'failed' | 'warning' | 'inapplicable'
type Report = {
  readonly assertions: Readonly<
    Record<
      string,
      {
        readonly name: string
        readonly metadata: { readonly outcome: Outcome }
        readonly results: readonly {
          readonly verdict: Outcome
          readonly description: string
          readonly elements: readonly { readonly pointer?: string; readonly htmlCode?: string }[]
        }[]
      }
    >
  >
}
type Run = { configure(options: object): Run; test(page: object): Run; getReport(): Report }
type Runner = new (options: object, words: object) => Run

/** What QualWeb says of a page: how many rules said something, and what failed, a line for each place. */
export type Judged = {
  readonly passed: number
  readonly failed: readonly string[]
}

export async function judgedByQualWeb(page: Page): Promise<Judged> {
  const isThere = await page.evaluate(() => 'ACTRulesRunner' in globalThis)
  if (!isThere) await page.evaluate(sources)
  const reports = await page.evaluate(exclude => {
    const { ACTRulesRunner, WCAGTechniquesRunner } = globalThis as unknown as Record<
      'ACTRulesRunner' | 'WCAGTechniquesRunner',
      Runner
    >
    const sourceHtml = document.documentElement.outerHTML
    const words = { translate: 'en', fallback: 'en' }
    return [ACTRulesRunner, WCAGTechniquesRunner].map(runner =>
      new runner({ exclude }, words).configure({ exclude }).test({ sourceHtml }).getReport(),
    )
  }, contrast)
  const rules = reports.flatMap(({ assertions }) => Object.entries(assertions))
  const of = (outcome: Outcome): typeof rules =>
    rules.filter(([, { metadata }]) => metadata.outcome === outcome)
  return {
    passed: of('passed').length,
    failed: of('failed').flatMap(([id, { name, results }]) =>
      results
        .filter(({ verdict }) => verdict === 'failed')
        .map(
          ({ elements }) => `${id} ${name}: ${elements.map(one => one.pointer ?? one.htmlCode).join(', ')}`,
        ),
    ),
  }
}
