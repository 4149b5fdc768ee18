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

/**
 * What a rule says of these elements is passed over, and of no others: it asks how they are written, and answers wrongly
 * what they are to a reader. `docs/accessibility.md` names each with its reason; a test holds that it does.
 */
export const passedOver: Readonly<Record<string, readonly string[]>> = {
  'QW-WCAG-T3': [
    'fieldset.form-body[role=presentation]',
    'form fieldset:has(> legend:first-child:not(:empty))',
  ],
  'QW-WCAG-T17': ['details:not([open]) > :not(summary) *'],
  'QW-WCAG-T19': [
    'form[data-signs]',
    'form.form:not(:has(input, textarea))',
    'div:has(> .notice button) ~ form.form',
  ],
  'QW-WCAG-T23': ['body:not(:has(a, button, input))'],
  'QW-WCAG-T24': ['details:not([open]) > :not(summary)', 'details:not([open]) > :not(summary) *'],
  'QW-WCAG-T33': ['dl > div > dt', 'dl > div > dd'],
}

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
  // All in one go: between two of them the page may become another.
  const assertions = await page.evaluate(
    ([exclude, over]) => {
      const { ACTRulesRunner, WCAGTechniquesRunner, QWPage } = globalThis as unknown as {
        readonly [name in 'ACTRulesRunner' | 'WCAGTechniquesRunner']: Runner
      } & { readonly QWPage: new (page: Document, withStyles: boolean) => { cleanAllElements(): void } }
      // Places are written into the page when it is read: those of the state before lead elsewhere now.
      const read = new QWPage(document, true)
      Object.assign(globalThis, { qwPage: read })
      const sourceHtml = document.documentElement.outerHTML
      const words = { translate: 'en', fallback: 'en' }
      const reports = [ACTRulesRunner, WCAGTechniquesRunner].map(runner =>
        new runner({ exclude }, words).configure({ exclude }).test({ sourceHtml }).getReport(),
      )
      read.cleanAllElements()
      const isPassedOver = (id: string, places: readonly string[]): boolean => {
        const selector = over[id]?.join(', ')
        return (
          selector !== undefined &&
          places.every(place => document.querySelector(place)?.matches(selector) ?? false)
        )
      }
      return reports
        .flatMap(report => Object.entries(report.assertions))
        .map(([id, { name, metadata, results }]) => ({
          outcome: metadata.outcome,
          // A rule that names no element speaks of the whole page.
          failed: results.flatMap(({ verdict, elements, description }) => {
            const places = elements.flatMap(({ pointer }) => pointer ?? [])
            const isFault = verdict === 'failed' && !isPassedOver(id, places.length > 0 ? places : ['body'])
            return isFault ? [`${id} ${name}: ${description} ${places.join(', ')}`] : []
          }),
        }))
    },
    [contrast, passedOver] as const,
  )
  return {
    passed: assertions.filter(({ outcome }) => outcome === 'passed').length,
    failed: assertions.flatMap(({ failed }) => failed),
  }
}
