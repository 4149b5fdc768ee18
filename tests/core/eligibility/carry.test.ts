import { describe, expect, test } from 'vitest'
import { carry, wish, type Situation } from '../../../src/core/eligibility/index.ts'
import { fields } from '../../../src/core/request/index.ts'
import { adult, outside, relative, youth } from './examples/example.ts'

const parentOf = (age: number): Situation => ({ ...relative, relative_of: { relation: 'parent', age } })

describe('What the request need not ask again', () => {
  test.each<readonly [string, Situation, object]>([
    [
      'An adult who wants treatment',
      { ...adult, wishes: ['treatment', 'anonymous'] },
      { audience: 'adult', wish: 'treatment', substance: 'alcohol' },
    ],
    [
      'An adult who wants to talk first',
      { ...adult, substance: 'unsure', wishes: ['advice-only'] },
      { audience: 'adult', wish: 'advice', substance: 'unsure' },
    ],
    [
      'An adult who ticked both',
      { ...adult, wishes: ['advice-only', 'treatment'] },
      { audience: 'adult', substance: 'alcohol' },
    ],
    [
      'An adult who skipped all but age',
      { subject: 'self', age: 18, substance: null },
      { audience: 'adult' },
    ],
    [
      'A young person who wants a talk',
      { ...youth, wishes: ['anonymous'] },
      { audience: 'youth', wish: 'anonymous-talk' },
    ],
    [
      'A young person afraid of being told on',
      { ...youth, wishes: ['parents-not-told'] },
      { audience: 'youth', wish: 'anonymous-talk' },
    ],
    [
      'A young person who wants advice',
      { ...youth, wishes: ['advice-only'] },
      { audience: 'youth', wish: 'anonymous-talk' },
    ],
    [
      'A young person who wants treatment',
      { ...youth, wishes: ['treatment'] },
      { audience: 'youth', wish: 'treatment', substance: 'alcohol' },
    ],
    [
      'A young person who wants treatment without a name is asked which',
      { ...youth, wishes: ['treatment', 'anonymous'] },
      { audience: 'youth', substance: 'alcohol' },
    ],
    ['Somebody of 14: the request has no door for them', { ...adult, age: 14, wishes: ['treatment'] }, {}],
    ['Somebody who did not tell an age', { ...adult, age: null }, {}],
    ['Somebody who did not say for whom', { age: 30, substance: 'drugs' }, {}],
    [
      'A parent of 14',
      parentOf(14),
      { audience: 'relative', concern: 'child-under-15', connection: 'resident' },
    ],
    [
      'A parent of 15',
      parentOf(15),
      { audience: 'relative', concern: 'child-15-17', connection: 'resident' },
    ],
    [
      'A parent of somebody grown up',
      parentOf(18),
      { audience: 'relative', concern: 'adult', connection: 'resident' },
    ],
    [
      'A sister of 16 is not a child of theirs',
      { ...relative, relative_of: { relation: 'sibling', age: 16 } },
      { audience: 'relative', connection: 'resident' },
    ],
    [
      'Somebody from elsewhere with a partner enrolled here',
      { ...outside, relative_of: { relation: 'partner', age: 40, enrolled_here: true } },
      { audience: 'relative', concern: 'adult', connection: 'enrolled' },
    ],
    [
      'Somebody from elsewhere with nobody enrolled',
      { ...outside, relative_of: { enrolled_here: false } },
      { audience: 'relative', connection: 'neither' },
    ],
    ['Somebody from elsewhere who skipped the rest', outside, { audience: 'relative' }],
    [
      'Somebody who skipped where they live',
      { ...relative, resident: null, relative_of: { enrolled_here: false } },
      { audience: 'relative' },
    ],
  ])('%s', (_, situation, carried) => {
    expect(carry(situation)).toEqual(carried)
  })

  test('All that is carried is a value the request knows', () => {
    const wishOf = { adult: fields.adultWish, youth: fields.youthWish, relative: fields.relativeWish }
    for (const age of [14, 15, 17, 18])
      for (const one of Object.values(wish.def.entries)) {
        const carried = carry({ ...adult, age, wishes: [one] })
        if (carried.audience === undefined) continue
        expect(fields.audience.safeParse(carried.audience).success).toBe(true)
        if (carried.wish !== undefined)
          expect(wishOf[carried.audience].safeParse(carried.wish).success).toBe(true)
      }
  })
})
