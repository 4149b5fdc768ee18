import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { browserArguments, findChromium } from '../tests/browser.ts'
import { longestOf, type Span } from './own-time.ts'

/** Fetched by npm for the bench alone: no other command needs its 180 MB. `LIGHTHOUSE` names a folder that has it already. */
const LIGHTHOUSE = 'lighthouse@12.8.2'

/** The least and the most that a page may have (issue: fast on a poor phone). */
const goals = { score: 100, blocked: 50, longest: 50, painted: 1.4 } as const

/** What is asked of a page: three of the scores, and what the phone of the simulation waits for, in milliseconds. */
export type Seen = {
  readonly scores: readonly number[]
  readonly painted: number
  readonly blocked: number
  /** The longest task in its thread's own time, and by the clock: there what else runs on this machine counts too. */
  readonly longest: number
  readonly clock: number
  readonly bytes: number
  readonly requests: number
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Report = {
  /** How many times slower the phone's processor is taken to be than this one. */
  readonly configSettings: { readonly throttling: { readonly cpuSlowdownMultiplier: number } }
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number; readonly details?: Details }>>
}
/** What `--save-assets` puts beside a report. */
type Trace = { readonly traceEvents: readonly Span[] }
type Details = { readonly items?: readonly { readonly transferSize?: number }[] }

/**
 * Lighthouse's simulated phone on a slow 4G network, as its mobile setting has it.
 *
 * @param url over HTTPS; the certificate need not be anybody's
 * @throws Error when Lighthouse cannot be had or ends without a report
 */
export async function look(url: string): Promise<Seen> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-lighthouse-'))
  try {
    const file = join(dir, 'report.json')
    const flags = ['--headless=new', '--ignore-certificate-errors', ...browserArguments].join(' ')
    const asked = [url, '--quiet', '--output=json', '--save-assets', `--output-path=${file}`]
    const only = [`--only-categories=${CATEGORIES.join(',')}`, `--chrome-flags=${flags}`]
    const [program, first] = lighthouse()
    await promisify(execFile)(program, [...first, ...asked, ...only], {
      env: { ...process.env, CHROME_PATH: await findChromium() },
    })
    // As Lighthouse documents them.
    const report = JSON.parse(await readFile(file, 'utf8')) as Report
    const trace = JSON.parse(await readFile(join(dir, 'report-0.trace.json'), 'utf8')) as Trace
    return seenIn(report, trace)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

function lighthouse(): [program: string, first: readonly string[]] {
  const folder = process.env['LIGHTHOUSE']
  if (folder === undefined) return ['npx', ['--yes', LIGHTHOUSE]]
  const cli = join(folder, 'node_modules/lighthouse/cli/index.js')
  if (!existsSync(cli)) throw new Error(`LIGHTHOUSE names a folder without it: ${folder}`)
  return [process.execPath, [cli]]
}

/**
 * The page is loaded at full speed and reckoned slower: each task takes so many times longer (Lighthouse's simulation).
 *
 * @throws Error when the report or its trace lacks what is asked for: an error of Lighthouse has no scores
 */
export function seenIn({ categories, audits, configSettings }: Report, { traceEvents }: Trace): Seen {
  const number = (of: number | null | undefined, name: string): number => {
    if (typeof of !== 'number') throw new Error(`Lighthouse told no ${name}`)
    return of
  }
  const longest = longestOf(traceEvents)
  const slower = configSettings.throttling.cpuSlowdownMultiplier
  const files = audits['network-requests']?.details?.items ?? []
  return {
    scores: CATEGORIES.map(one => Math.round(number(categories[one]?.score, one) * 100)),
    painted: number(audits['largest-contentful-paint']?.numericValue, 'largest paint'),
    blocked: number(audits['total-blocking-time']?.numericValue, 'blocking time'),
    longest: slower * number(longest?.own, 'task'),
    clock: slower * number(longest?.clock, 'task'),
    bytes: files.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
    requests: files.length,
  }
}

/** The middle one of several looks, each figure by itself. */
export function middleSeen(looks: readonly Seen[]): Seen {
  const middle = (of: (seen: Seen) => number): number =>
    looks.map(of).sort((a, b) => a - b)[Math.floor(looks.length / 2)] ?? NaN
  return {
    scores: CATEGORIES.map((_, n) => middle(({ scores }) => scores[n] ?? NaN)),
    painted: middle(({ painted }) => painted),
    blocked: middle(({ blocked }) => blocked),
    longest: middle(({ longest }) => longest),
    clock: middle(({ clock }) => clock),
    bytes: middle(({ bytes }) => bytes),
    requests: middle(({ requests }) => requests),
  }
}

/** Looks at pages beside each other, `times` each, and prints what was seen; ✗ misses the goal. */
export async function measureLighthouse(
  pages: readonly { readonly name: string; readonly url: string }[],
  floorUrl: string,
  times: number,
): Promise<void> {
  const often = async (url: string): Promise<Seen> => {
    const looks: Seen[] = []
    for (let n = 0; n < times; n++) looks.push(await look(url))
    return middleSeen(looks)
  }
  const floor = await often(floorUrl)
  const rows: Record<string, object> = {}
  for (const { name, url } of pages) rows[name] = rowOf(await often(url), floor)
  rows['floor'] = rowOf(floor, floor)
  console.log(
    `Lighthouse ${LIGHTHOUSE.split('@')[1]}, mobile, HTTPS and HTTP/2, middle of ${times}; ✗ misses the goal`,
  )
  console.table(rows)
}

const rowOf = ({ scores, painted, blocked, longest, clock, bytes, requests }: Seen, floor: Seen): object => ({
  scores: `${scores.join(' ')}${scores.some(score => score < goals.score) ? ' ✗' : ''}`,
  'largest text': `${Math.round(painted)} ms, ${(painted / floor.painted).toFixed(2)} of the floor's${painted > goals.painted * floor.painted ? ' ✗' : ''}`,
  blocked: `${Math.round(blocked)} ms${blocked > goals.blocked ? ' ✗' : ''}`,
  'longest task': `${Math.round(longest)} ms${longest > goals.longest ? ' ✗' : ''}, ${Math.round(clock)} by the clock`,
  'until quiet': `${(bytes / 1000).toFixed(0)} kB, ${requests} requests`,
})
