import { describe, expect, test } from 'vitest'
import { stepBefore } from '../../../src/app/request/use-step.ts'

describe('the screen before, where the history has none', () => {
  const adult = { audience: 'adult', wish: 'advice', substance: 'alcohol', identity: 'anonymous' } as const

  test('is the one before in the flow of this person', () => {
    expect(stepBefore('review', adult)).toBe('identity')
    expect(stepBefore('review', { ...adult, identity: 'named' })).toBe('reach')
    expect(stepBefore('substance', adult)).toBe('wish')
  })

  test('is the review for the times, where they are a side step from it', () => {
    expect(stepBefore('times', adult)).toBe('review')
    expect(stepBefore('times', { audience: 'youth', wish: 'anonymous-talk' })).toBeUndefined()
  })

  test('is none for the first', () => {
    expect(stepBefore('wish', adult)).toBeUndefined()
    expect(stepBefore('audience', {})).toBeUndefined()
    expect(stepBefore('audience', adult)).toBeUndefined()
  })
})
