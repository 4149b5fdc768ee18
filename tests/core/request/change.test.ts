import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  fields,
  isMetByAlias,
  slotKindOf,
  withChange,
  type Answers,
} from '../../../src/core/request/index.ts'

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const wishes = [...fields.adultWish.options, ...fields.youthWish.options, ...fields.relativeWish.options]
const changes: fc.Arbitrary<Answers> = fc.oneof(
  some(fields.audience.options).map(audience => ({ audience })),
  some(wishes).map(wish => ({ wish })),
  some(fields.identity.options).map(identity => ({ identity })),
  some(fields.concern.options).map(concern => ({ concern })),
  some([[], ['a'], ['b', 'a']]).map(slotIds => ({ slotIds })),
  fc.constant({ alias: 'Blå Kano' }),
)

it('keeps no time, and no name for the door, of another kind than it was ticked under', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 14 }), list => {
      let answers: Answers = {}
      let tickedUnder = slotKindOf(answers)
      for (const change of list) {
        answers = withChange(answers, change)
        if (change.slotIds) tickedUnder = slotKindOf(answers)
        if (answers.slotIds?.length) expect(slotKindOf(answers)).toBe(tickedUnder)
        if (answers.alias !== undefined) expect(isMetByAlias(answers)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

const relative: Answers = {
  audience: 'relative',
  concern: 'child-15-17',
  connection: 'resident',
  wish: 'relatives-course',
  slotIds: ['course'],
  phone: '12345678',
  message: 'Hej',
}

it('drops the date of a course that is no longer wished for', () => {
  expect(withChange(relative, { wish: 'parent-support' }).slotIds).toBeUndefined()
  expect(withChange(relative, { concern: 'adult' }).slotIds).toEqual(['course'])
})

it('keeps support as a parent only for a young person of 15 to 17', () => {
  const parent = withChange(relative, { wish: 'parent-support' })
  expect(withChange(parent, { concern: 'child-15-17' }).wish).toBe('parent-support')
  expect(withChange(parent, { concern: 'child-under-15' }).wish).toBeUndefined()
  expect(withChange(parent, { concern: 'adult' }).wish).toBeUndefined()
})

it('keeps, for another audience, only what a person typed', () => {
  expect(withChange(relative, { audience: 'adult' })).toEqual({
    audience: 'adult',
    phone: '12345678',
    message: 'Hej',
    wish: undefined,
    slotIds: undefined,
    alias: undefined,
  })
  expect(withChange(relative, { audience: 'relative' })).toMatchObject(relative)
})

it('gives a made-up name to whoever comes without one of their own', () => {
  const adult: Answers = { audience: 'adult', identity: 'anonymous', slotIds: ['a'], alias: 'Blå Kano' }
  expect(isMetByAlias(adult)).toBe(true)
  expect(isMetByAlias({ ...relative, identity: 'anonymous' })).toBe(true)
  expect(isMetByAlias({ ...relative, identity: 'named' })).toBe(false)
  expect(withChange(adult, { identity: 'named' })).toMatchObject({ slotIds: undefined, alias: undefined })
})
