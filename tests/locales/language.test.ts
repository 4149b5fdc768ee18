import { describe, expect, test } from 'vitest'
import { FIRST, formOf, languageIds, rootOf } from '../../src/core/languages.ts'
import { fields } from '../../src/core/request/index.ts'
import { copyOf } from './copy-files.ts'

const fieldsOf = (pattern: string): string[] => [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

test('the municipality’s own language is the first, and all are called by two letters', () => {
  expect(languageIds[0]).toBe(FIRST)
  for (const lang of languageIds) expect(lang).toMatch(/^[a-z]{2}$/)
})

describe.each(languageIds)('what %s is made of', lang => {
  const of = formOf(lang)

  test('a side to be read from, and every day and month', () => {
    expect(['ltr', 'rtl']).toContain(of.dir)
    expect([new Set(of.weekdays).size, new Set(of.months).size]).toEqual([7, 12])
  })

  test('each pattern asks for what it is given', () => {
    const asked = {
      day: ['d', 'month'],
      range: ['from', 'to'],
      days: ['from', 'to'],
      weekdayAndDay: ['weekday', 'day'],
      dayAndTime: ['day', 'time'],
      clock: ['h', 'min'],
      list: ['most', 'last'],
    } as const
    for (const [name, fields] of Object.entries(asked))
      expect(fieldsOf(of[name as keyof typeof asked]).sort(), name).toEqual([...fields].sort())
  })

  test('addresses begin with the language, and none stands twice', () => {
    const all = Object.values(of.addresses)
    expect(new Set(all).size).toBe(all.length)
    for (const address of all) expect(`${address}/`).toMatch(new RegExp(`^${rootOf(lang)}/`))
  })

  test('a counted text has every form that the language counts with', () => {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories
    const keys = [...copyOf(lang, 'inbox').keys()]
    const counted = new Set(keys.flatMap(key => /^(.*)_other$/.exec(key)?.[1] ?? []))
    expect(counted.size).toBeGreaterThan(10)
    for (const key of counted)
      expect(
        forms.filter(form => !keys.includes(`${key}_${form}`)),
        key,
      ).toEqual([])
  })

  test('made-up names are some ten thousand, and short enough to be sent', () => {
    const request = copyOf(lang, 'request')
    const rows = ['looks', 'colours', 'things'].map(row => String(request.get(`alias.${row}`)).split(' '))
    for (const row of rows) expect(new Set(row).size).toBe(row.length)
    const [looks, colours, things] = rows.map(row => row.length) as [number, number, number]
    expect(looks * colours * things * (things - 1)).toBeGreaterThanOrEqual(40_000)
    // One word of each kind, in whatever order.
    const name = String(request.get('alias.name'))
    expect(name.match(/\{\{\w+\}\}/g)?.toSorted()).toEqual([
      '{{colour}}',
      '{{look}}',
      '{{other}}',
      '{{thing}}',
    ])
    const [look, colour, thing] = rows.map(row => row.reduce((a, b) => (b.length > a.length ? b : a)))
    const longest = name
      .replace('{{look}}', String(look))
      .replace('{{colour}}', String(colour))
      .replace(/\{\{(?:thing|other)\}\}/g, String(thing))
    expect(fields.alias.safeParse(longest).success).toBe(true)
  })
})
