import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { municipality } from '#municipality'

const folder = mkdtempSync(join(tmpdir(), 'assess-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type Ran = { readonly code: number; readonly out: string; readonly err: string }

const program = fileURLToPath(new URL('../../src/commands/assess.ts', import.meta.url))
const byNpm = ['npm', 'run', '--silent', 'assess', '--'] as const
const byNode = [process.execPath, '--import', 'tsx', program] as const

/** Runs the desk check on a file with this content; one test does it as people do, by npm, which starts two programs more. */
function run(content: string, ...more: string[]): Promise<Ran> {
  return runBy(byNode, content, more)
}

function runBy(
  [command, ...args]: readonly [string, ...string[]],
  content: string,
  more: string[],
): Promise<Ran> {
  const file = join(folder, 'situations.json')
  writeFileSync(file, content)
  return new Promise(resolve => {
    execFile(command, [...args, file, ...more], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

const casesFile = new URL('../core/eligibility/cases.json', import.meta.url)
const cases = JSON.parse(readFileSync(casesFile, 'utf8')) as {
  inputs: unknown
  expected: Record<'offers' | 'rights' | 'deadlines' | 'cautions', string[]>
}[]
const adult = { age: 30, resident: true }

describe('The desk check', () => {
  test('prints what each situation gives, in the order of the file', async () => {
    const all = JSON.stringify(cases.map(({ inputs }) => inputs))
    const { code, out, err } = await runBy(byNpm, all, ['--date', '2026-11-22'])
    expect({ code, err: lines(err) }).toEqual({ code: 0, err: [] })
    const expected = cases.map(({ expected: { offers, rights, deadlines, cautions } }) => ({
      offers,
      rights,
      deadlines,
      cautions,
    }))
    expect(JSON.parse(out)).toEqual(expected)
  })

  test('goes by the day it is given', async () => {
    const before = await run(JSON.stringify([adult]), '--date', '2025-12-31')
    const after = await run(JSON.stringify([adult]), '--date', '2026-01-01')
    expect(JSON.parse(before.out)[0].cautions).not.toContain('caution-alcohol-standard-lapsed')
    expect(JSON.parse(after.out)[0].cautions).toContain('caution-alcohol-standard-lapsed')
  })

  test('explains each id by its rule and the sections it stands under', async () => {
    const { out } = await run(JSON.stringify([{ ...adult, substance: 'drugs', acute: true }]), '--explain')
    const [{ because, ...lists }] = JSON.parse(out) as [
      Record<string, string[]> & { because: Record<string, unknown> },
    ]
    const ids = Object.values(lists).flat()
    expect(Object.keys(because)).toEqual(ids.sort())
    expect(because['right-drugs-equivalent-provider']).toEqual([
      {
        rule: 'R24',
        sources: [{ standard: 'drugs', section: sectionOf('choice-drugs-equivalent') }],
      },
    ])
    expect(because['signpost-emergency']).toEqual([{ rule: 'R02', sources: [] }])
  })

  test('names index, field and what was expected of a situation it cannot read, and prints nothing else', async () => {
    const { code, out, err } = await run(
      JSON.stringify([
        adult,
        { age: 'old', wishes: ['treatmnt'] },
        { colour: 1 },
        { s101a: { x: true } },
        null,
      ]),
    )
    expect(code).toBe(1)
    expect(out).toBe('')
    const told = lines(err)
    expect(told[0]).toMatch(/^situation 1: age: expected type number .*got "old"/)
    expect(told[1]).toMatch(/^situation 1: wishes\.0: expected one of "treatment", .*got "treatmnt"/)
    expect(told[2]).toMatch(/^situation 2: colour: unknown field, expected one of subject, age, /)
    expect(told[3]).toMatch(/^situation 3: s101a\.x: unknown field, expected one of treatment_requiring, /)
    expect(told[4]).toMatch(/^situation 4: .*expected type object, got null/)
    expect(told).toHaveLength(5)
  })

  test.each([
    ['{"age": 30}', [], /expected a JSON array/],
    ['[{]', [], /expected JSON/],
    ['[]', ['--date', '2026-02-30'], /--date: expected a day/],
    ['[]', ['--dat', '2026-02-03'], /Unknown option/],
    ['[]', ['another-file'], /Expected one file/],
  ] as const)('refuses %s with %j', async (content, more, message) => {
    const { code, out, err } = await run(content, ...more)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(message)
  })
})

/** What a command says, without npm's own warnings. */
const lines = (text: string): string[] =>
  text.split('\n').filter(line => line !== '' && !line.startsWith('npm '))

const sectionOf = (id: string) => municipality.facts.find(fact => fact.id === id)?.section.drugs
