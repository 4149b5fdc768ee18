import { readFileSync } from 'node:fs'
import type * as z from 'zod/mini'
import { situation, type Situation } from '../core/eligibility/index.ts'
import { Refused } from './run.ts'

type Issue = z.core.$ZodIssue

/**
 * The situations in a JSON file; `-` is standard input.
 * @throws Refused naming the index, the field and what was expected of everything that is wrong.
 */
export function readSituations(file: string): readonly Situation[] {
  const json = parseJson(file)
  if (!Array.isArray(json))
    throw new Refused(`${file}: expected a JSON array of situations, got ${kindOf(json)}`)
  const checked = json.map((entry: unknown) => situation.safeParse(entry))
  const faults = checked.flatMap(({ error }, index) =>
    (error?.issues ?? []).map(issue => faultOf(index, json[index], issue)),
  )
  if (faults.length > 0) throw new Refused(faults.join('\n'))
  return checked.flatMap(({ data }) => (data === undefined ? [] : [data]))
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused(`${file}: expected JSON: ${error.message}`)
    if (error instanceof Error && 'code' in error)
      throw new Refused(`expected a file to read: ${error.message}`)
    throw error
  }
}

/** One line per fault: index in the file, field, what was expected and what stood there. */
function faultOf(index: number, entry: unknown, issue: Issue): string {
  const where = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(issue.path).join(', ')
    return issue.keys
      .map(
        key =>
          `situation ${index}: ${where ? `${where}.${key}` : key}: unknown field, expected one of ${known}`,
      )
      .join('\n')
  }
  const got = issue.path.reduce<unknown>(
    (value, key) => (isRecord(value) ? value[String(key)] : undefined),
    entry,
  )
  return `situation ${index}: ${where || '(itself)'}: expected ${expectedBy(issue)}, got ${JSON.stringify(got)}`
}

function expectedBy(issue: Issue): string {
  // A situation and a wish in the list must be there; every other answer may be unknown.
  const optional = issue.path.length > 0 && !(issue.path[0] === 'wishes' && issue.path.length > 1)
  const expected = valueExpectedBy(issue)
  return optional ? `${expected} or null (unknown)` : expected
}

function valueExpectedBy(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `one of ${issue.values.map(value => JSON.stringify(value)).join(', ')}`
  if (issue.code === 'too_small') return `a number of at least ${issue.minimum}`
  if (issue.code === 'too_big') return `a number of at most ${issue.maximum}`
  if (issue.code === 'invalid_type')
    return issue.expected === 'boolean' ? 'true, false' : `type ${issue.expected}`
  return issue.message
}

/** The fields that are known where an unknown one was found. */
function fieldsAt([group]: readonly PropertyKey[]): string[] {
  const { s101a, relative_of, complaint } = situation.shape
  if (group === 's101a') return Object.keys(s101a.def.innerType.def.innerType.shape)
  if (group === 'relative_of') return Object.keys(relative_of.def.innerType.def.innerType.shape)
  if (group === 'complaint') return Object.keys(complaint.def.innerType.def.innerType.shape)
  return Object.keys(situation.shape)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value)
