import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { passedOver } from '../accessibility/qualweb.ts'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docs/accessibility.md'), 'utf8')

/** The rows of the table under a heading, without its head. */
function tableUnder(heading: string): string[][] {
  const part = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return part
    .split('\n')
    .filter(line => line.startsWith('|'))
    .slice(2)
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
}

test('names each rule of QualWeb of which something is passed over', () => {
  for (const rule of Object.keys(passedOver)) expect(text).toContain(`\`${rule}\``)
})

const criteria = tableUnder('Levels A and AA')
const beyond = tableUnder('Level AAA, as far as it is reached')
const checks = tableUnder('Our own checks')

// WCAG 2.2, https://www.w3.org/TR/WCAG22/: 4.1.1 is no longer one of them.
const levelA =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 ' +
  '2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2'
const levelAA =
  '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 ' +
  '3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3'

const numberOf = ([first = '']: readonly string[]): string => first.split(' ')[0] ?? ''
const numbersOf = (level: string): string[] =>
  criteria
    .filter(([, found]) => found === level)
    .map(numberOf)
    .sort()

test('each of the 55 criteria of levels A and AA has a line, at its level', () => {
  expect(numbersOf('A')).toEqual(levelA.split(' ').sort())
  expect(numbersOf('AA')).toEqual(levelAA.split(' ').sort())
  expect(criteria).toHaveLength(55)
})

describe.each([...criteria.map(([what, , ...rest]) => [what, ...rest]), ...beyond])(
  '%s',
  (what, rules, own, person) => {
    test('is shown by something, or by a person', () => {
      expect([rules, own, person].filter(cell => cell !== '–' && cell !== '')).not.toEqual([])
    })

    test('names rules of axe that are there, are run, and are about it', () => {
      const about = `wcag${numberOf([what ?? '']).replaceAll('.', '')}`
      for (const [, name] of (rules ?? '').matchAll(/`([^`]+)`/g)) {
        const rule = axe.getRules().find(({ ruleId }) => ruleId === name)
        expect(rule?.tags, name).toContain(about)
        expect(rule?.tags, name).not.toContain('experimental')
      }
    })

    test('names checks that stand in the list below', () => {
      const known = checks.map(([name]) => name)
      for (const name of (own ?? '').split('; ').filter(one => one !== '–')) expect(known).toContain(name)
    })
  },
)

describe.each(checks)('the check "%s"', (name = '', file = '', title = '') => {
  test('is there under the name it has', () => {
    const path = join(root, file.replaceAll('`', ''))
    expect(existsSync(path), path).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(title)
  })

  test('shows a criterion', () => {
    expect([...criteria, ...beyond].some(row => row.some(cell => cell.split('; ').includes(name)))).toBe(true)
  })
})
