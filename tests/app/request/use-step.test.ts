import { describe, expect, test } from 'vitest'
import { stepBefore } from '../../../src/app/request/use-step.ts'

describe('the screen before, where the history has none', () => {
  const adult = { audience: 'adult', wish: 'advice', substance: 'alcohol', identity: 'anonymous' } as const

  test('is the one before in the flow of this person', () => {
    expect(stepBefore('review', adult)).toBe('times')
    expect(stepBefore('times', adult)).toBe('identity')
    expect(stepBefore('review', { ...adult, identity: 'named' })).toBe('reach')
    expect(stepBefore('substance', adult)).toBe('wish')
  })

  test('is none for the times of the young, who start there', () => {
    expect(stepBefore('times', { audience: 'youth', wish: 'anonymous-talk' })).toBeUndefined()
  })

  test('is none for the first', () => {
    expect(stepBefore('wish', adult)).toBeUndefined()
    expect(stepBefore('audience', {})).toBeUndefined()
    expect(stepBefore('audience', adult)).toBeUndefined()
  })
})
