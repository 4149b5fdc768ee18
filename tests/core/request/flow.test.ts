import { describe, expect, it } from 'vitest'
import { alias, message, personName } from '../../../src/core/request/fields.ts'
import { checkStep, slotKindNear, steps, stepsFor, type Answers } from '../../../src/core/request/index.ts'

const treatment: Answers = { audience: 'youth', wish: 'treatment' }

describe('the screens of a young person', () => {
  it('begin with the wish where none was chosen', () => {
    expect(stepsFor({ audience: 'youth' })).toEqual(['wish'])
  })
  it('for treatment ask what it is about, who they are and how to be reached', () => {
    expect(stepsFor(treatment)).toEqual(['substance', 'identity', 'reach', 'review'])
  })
  it('for treatment without a name leave out how to be reached, and offer no time', () => {
    expect(stepsFor({ ...treatment, identity: 'anonymous' })).toEqual(['substance', 'identity', 'review'])
  })
})

describe('the free times', () => {
  const adult: Answers = { audience: 'adult', wish: 'advice', substance: 'alcohol' }
  it('are asked for where an adult is asked for a name, whatever the answer', () => {
    expect(slotKindNear('substance', adult)).toBeNull()
    expect(slotKindNear('identity', adult)).toBe('adult-talk')
    expect(slotKindNear('identity', { ...adult, identity: 'named' })).toBe('adult-talk')
    expect(slotKindNear('reach', { ...adult, identity: 'named' })).toBeNull()
    expect(slotKindNear('times', { ...adult, identity: 'anonymous' })).toBe('adult-talk')
  })
  it('are asked for on every screen of a young person who came for one, and else not', () => {
    expect(slotKindNear('times', { audience: 'youth', wish: 'anonymous-talk' })).toBe('youth-talk')
    expect(slotKindNear('identity', treatment)).toBeNull()
  })
})

it('every screen of every way is one of those there are', () => {
  const ways: readonly Answers[] = [
    {},
    { audience: 'youth' },
    treatment,
    { audience: 'youth', wish: 'anonymous-talk' },
    { audience: 'adult' },
    { audience: 'adult', identity: 'anonymous' },
    { audience: 'relative' },
  ]
  expect(new Set(ways.flatMap(stepsFor))).toEqual(new Set(steps))
})

describe('a screen on which nothing was answered', () => {
  it.each([
    ['audience', [], ['audience-missing']],
    ['wish', ['adult'], ['wish-missing']],
    ['substance', ['adult'], ['substance-missing']],
    ['concern', ['relative'], ['concern-missing']],
    ['connection', ['relative'], ['connection-missing']],
    ['identity', ['adult'], ['identity-missing']],
    ['who', ['relative'], ['identity-missing']],
  ] as const)('%s says what is missing', (step, [audience], whys) => {
    expect(checkStep(step, { ...(audience && { audience }) }).map(({ why }) => why)).toEqual(whys)
  })
  it('asks a relative who gives a name for name and number on the screen that asks who they are', () => {
    const named: Answers = { audience: 'relative', identity: 'named' }
    expect(checkStep('who', named).map(({ why }) => why)).toEqual(['name-missing', 'phone-missing'])
  })
})

describe('what may be sealed', () => {
  it('a made-up name has 1 to 60 characters and no CPR number', () => {
    for (const good of ['a', 'a'.repeat(60)]) expect(alias.safeParse(good).success).toBe(true)
    for (const bad of ['', 'a'.repeat(61)]) expect(alias.safeParse(bad).success).toBe(false)
    expect(alias.safeParse('010190-1234').error?.issues.map(({ message: why }) => why)).toEqual(['cpr'])
  })
  it('a message or name that cannot be shown says which rule it breaks', () => {
    const whys = (result: { error?: { issues: { message: string }[] } | undefined }): string[] | undefined =>
      result.error?.issues.map(({ message: why }) => why)
    expect(whys(message.safeParse('\u0000'))).toEqual(['unprintable'])
    expect(whys(personName.safeParse(''))).toEqual(['name'])
  })
})
