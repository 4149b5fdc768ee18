import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../../src/app/check/rows.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Situation } from '../../../src/core/eligibility/index.ts'

const rows = (situation: Situation, lang: 'da' | 'en' = 'da') =>
  rowsOf(situation, makeT(lang, allCopy(lang)), lang)
const row = (situation: Situation, key: string) => rows(situation).find(one => one.key === key)

const self: Situation = {
  subject: 'self',
  age: 40,
  resident: null,
  substance: 'drugs',
  wishes: ['complain', 'anonymous', 'intensive'],
  stage: 'ended',
  complaint: { weeks_since_decision: null },
  acute: true,
}
const parent: Situation = {
  subject: 'relative',
  relative_of: { relation: 'parent', age: 16 },
  children_at_home: false,
}

describe('the answers to be looked through', () => {
  test.each(['da', 'en'] as const)(
    'stand beside their questions, with a short word to change each (%s)',
    lang => {
      for (const situation of [self, parent, { ...parent, relative_of: { relation: 'friend' } }] as const)
        for (const { label, change } of rows(situation, lang)) {
          expect(label).toMatch(/\?$/)
          expect(change.length).toBeLessThan(32)
        }
      const words = rows(self, lang).map(({ change }) => change)
      expect(new Set(words).size).toBe(words.length)
    },
  )

  test('are changed where there is one, and given where there is none', () => {
    expect(row(self, 'age')?.change).toBe('Ret din alder')
    expect(row({ subject: 'self' }, 'age')?.change).toBe('Svar på din alder')
  })

  test('say "I don’t know" in the words that were chosen', () => {
    expect(row(self, 'resident')?.value).toBe('Det ved jeg ikke, eller jeg bor ikke fast')
    expect(row(self, 'weeks')?.value).toBe('Jeg har ikke fået svar, eller jeg ved det ikke')
    expect(row({ ...self, complaint: {} }, 'weeks')?.value).toBe('Ikke svaret')
  })

  test('ask a relative where they live, where their child lives, and of children at home by a question of its own', () => {
    expect(row(parent, 'place')?.label).toBe('Bor dit barn i Lyngby-Taarbæk?')
    expect(row(parent, 'children')).toMatchObject({ label: 'Bor der børn hjemme hos dig?', value: 'Nej' })
    expect(row(parent, 'now')).toBeUndefined()
  })
})
