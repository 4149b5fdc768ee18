import { describe, expect, test } from 'vitest'
import { answersAtDoor } from '../../src/app/at-door.ts'

describe('the answers at a door', () => {
  test('are what the door says, when nothing is under way', () => {
    expect(answersAtDoor({ audience: 'adult' }, null)).toEqual({ audience: 'adult' })
  })

  test('go on with those under way of the same audience', () => {
    const draft = { audience: 'adult', wish: 'advice', substance: 'alcohol', message: 'Hej' } as const
    expect(answersAtDoor({ audience: 'adult' }, draft)).toEqual(draft)
  })

  test('go on with what was written before anybody said for whom', () => {
    expect(answersAtDoor({ audience: 'adult' }, { message: 'Jeg har skrevet før' })).toMatchObject({
      audience: 'adult',
      message: 'Jeg har skrevet før',
    })
  })

  test('bring the questions of a link along, and never write over words that are there', () => {
    const first = { audience: 'relative', message: 'Hvornår kan jeg begynde?' } as const
    expect(answersAtDoor(first, null)).toEqual(first)
    expect(answersAtDoor(first, { audience: 'relative', message: 'Hej' }).message).toBe('Hej')
    expect(answersAtDoor(first, { audience: 'relative' }).message).toBe(first.message)
  })

  test('begin anew behind a door for others', () => {
    const draft = { audience: 'relative', concern: 'adult', message: 'Min bror', name: 'Kim' } as const
    expect(answersAtDoor({ audience: 'adult' }, draft)).toEqual({ audience: 'adult' })
  })

  test('take the wish of the door, without a time that was wished for something else', () => {
    const draft = { audience: 'youth', wish: 'anonymous-talk', slotIds: ['a'], message: 'Hej' } as const
    const answers = answersAtDoor({ audience: 'youth', wish: 'treatment' }, draft)
    expect(answers).toMatchObject({ audience: 'youth', wish: 'treatment', message: 'Hej' })
    expect(answers.slotIds).toBeUndefined()
    expect(answersAtDoor({ audience: 'youth', wish: 'anonymous-talk' }, draft).slotIds).toEqual(['a'])
  })
})
