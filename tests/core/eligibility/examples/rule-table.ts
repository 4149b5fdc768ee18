import { readFileSync } from 'node:fs'
import { cautions } from '../../../../src/core/eligibility/vocabulary/cautions.ts'
import { deadlines } from '../../../../src/core/eligibility/vocabulary/deadlines.ts'
import { offers } from '../../../../src/core/eligibility/vocabulary/offers.ts'
import { rights } from '../../../../src/core/eligibility/vocabulary/rights.ts'
import type { Rule } from '../../../../src/core/eligibility/rules/rule.ts'

type Row = { readonly rule: string; readonly facts: readonly string[]; readonly then: string }

const record = new URL('../../../../docs/decisions/0008-rules.md', import.meta.url)

/** The rows of the rule table as the decision record tells them. */
export const ruleTable: readonly Row[] = readFileSync(record, 'utf8')
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .filter(cells => /^R\d\d$/.test(cells[1] ?? ''))
  .map(cells => ({
    rule: cells[1] ?? '',
    then: cells[3] ?? '',
    facts: [...(cells[4] ?? '').matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '').sort(),
  }))

/** Rules whose facts are not those of their row. */
export const factsThatDiffer = (rules: readonly Rule[]): readonly string[] =>
  rules
    .filter(
      ({ id, facts }) => ruleTable.find(row => row.rule === id)?.facts.join() !== [...facts].sort().join(),
    )
    .map(({ id }) => id)

const KNOWN = Object.keys({ ...offers, ...rights, ...deadlines, ...cautions })

/**
 * The ids that a row says it gives, as far as there are such. "-advice" goes on from the id before it, where that has a
 * hyphen: "offer-youth-anonymous-talks, -advice" is `offer-youth-advice` too.
 */
export function idsIn(then: string): {
  readonly ids: readonly string[]
  readonly unknown: readonly string[]
} {
  const ids: string[] = []
  const unknown: string[] = []
  let before: readonly string[] = []
  for (const [token] of then.matchAll(
    /(?<![\w-])(?:offer|signpost|right|deadline|caution)?-[a-z0-9]+(?:-[a-z0-9]+)*/g,
  )) {
    const found = token.startsWith('-')
      ? before
          .map((_, n) => before.slice(0, before.length - n).join('-') + token)
          .find(one => KNOWN.includes(one))
      : token
    if (found === undefined || !KNOWN.includes(found)) unknown.push(token)
    else ids.push(found)
    if (found !== undefined) before = found.split('-')
  }
  return { ids, unknown }
}

/** Rules whose ids are not those of their row: what a row alone has, and what a rule alone gives. */
export const idsThatDiffer = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap(({ id, gives, adds = [] }) => {
    const { ids, unknown } = idsIn(ruleTable.find(row => row.rule === id)?.then ?? '')
    const given = new Set<string>([...gives, ...adds.flatMap(added => added.gives)])
    return [
      ...unknown.map(one => `${id}: no such id: ${one}`),
      ...ids.filter(one => !given.has(one)).map(one => `${id}: told and not given: ${one}`),
      ...[...given].filter(one => !ids.includes(one)).map(one => `${id}: given and not told: ${one}`),
    ]
  })
