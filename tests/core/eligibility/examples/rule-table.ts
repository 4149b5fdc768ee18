import { readFileSync } from 'node:fs'
import type { Rule } from '../../../../src/core/eligibility/rules/rule.ts'

type Row = { readonly rule: string; readonly facts: readonly string[] }

const record = new URL('../../../../docs/decisions/0008-rules.md', import.meta.url)

/** The rows of the rule table as the decision record tells them. */
export const ruleTable: readonly Row[] = readFileSync(record, 'utf8')
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .filter(cells => /^R\d\d$/.test(cells[1] ?? ''))
  .map(cells => ({
    rule: cells[1] ?? '',
    facts: [...(cells[4] ?? '').matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '').sort(),
  }))

/** Rules whose facts are not those of their row. */
export const factsThatDiffer = (rules: readonly Rule[]): readonly string[] =>
  rules
    .filter(
      ({ id, facts }) => ruleTable.find(row => row.rule === id)?.facts.join() !== [...facts].sort().join(),
    )
    .map(({ id }) => id)
