// The desk check: reads a JSON list of situations and prints what the rules give for each.
// npm run --silent assess -- FILE [--date YYYY-MM-DD] [--explain]     (FILE may be - for standard input)
import { parseArgs } from 'node:util'
import { municipality } from '#municipality'
import { assess, withDefaults, type Assessment } from '../core/eligibility/index.ts'
import { dayOf } from '../core/calendar/days.ts'
import { readSituations } from './read-situations.ts'
import { Refused, runCommand } from './run.ts'

const USAGE =
  'Usage: npm run --silent assess -- FILE [--date YYYY-MM-DD] [--explain]   (FILE - is standard input)'

function answer(args: string[]): string {
  const { file, date, explain } = readCall(args)
  const results = readSituations(file).map(told => assess(withDefaults(told), date))
  const lines = results.map(({ offers, rights, deadlines, cautions, because }) => {
    const lists = { offers, rights, deadlines, cautions }
    return explain ? { ...lists, because: reasonsOf(because) } : lists
  })
  return JSON.stringify(lines, null, 2)
}

function readCall(args: string[]): { file: string; date: string; explain: boolean } {
  const { values, positionals } = parseCall(args)
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new Refused(`Expected one file.\n${USAGE}`)
  const date = values.date ?? dayOf(Date.now())
  if (!isDay(date)) throw new Refused(`--date: expected a day as YYYY-MM-DD, got ${JSON.stringify(date)}`)
  return { file, date, explain: values.explain ?? false }
}

function parseCall(args: string[]) {
  try {
    const options = { date: { type: 'string' }, explain: { type: 'boolean' } } as const
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    // Node throws a TypeError that names the option it does not know.
    if (error instanceof TypeError) throw new Refused(`${error.message}\n${USAGE}`)
    throw error
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text)
}

/** For each id: the rules that gave it, and the sections of the standards behind it. */
function reasonsOf(because: Assessment['because']) {
  const sorted = [...because].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([id, reasons]) => [
      id,
      reasons.map(({ rule, facts }) => ({ rule, sources: sectionsOf(facts) })),
    ]),
  )
}

function sectionsOf(facts: readonly string[]): { standard: string; section: string }[] {
  const sections = facts.flatMap(id => Object.entries(factCalled(id).section))
  const once = new Map(
    sections.map(([standard, section]) => [`${standard} ${section}`, { standard, section }]),
  )
  return [...once.values()]
}

function factCalled(id: string) {
  const fact = municipality.facts.find(known => known.id === id)
  if (fact === undefined) throw new Error(`a rule names the fact ${id}, which the municipality does not have`)
  return fact
}

await runCommand(() => {
  console.log(answer(process.argv.slice(2)))
  return Promise.resolve()
})
