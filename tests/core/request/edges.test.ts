import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../src/core/request/flow.ts'
import {
  checkStep,
  contactRequest,
  fields,
  firstOpenStep,
  holdsCpr,
  isMetByAlias,
  makeAlias,
  nextStep,
  toRequest,
  withChange,
  type Answers,
} from '../../../src/core/request/index.ts'

const adult: Answers = { audience: 'adult', wish: 'treatment', substance: 'alcohol', identity: 'named' }
const whys = (step: Parameters<typeof checkStep>[0], answers: Answers): string[] =>
  checkStep(step, { ...adult, ...answers }).map(({ why }) => why)

describe('what was once sealed still opens:', () => {
  it.each([
    ['audience', ['adult', 'youth', 'relative']],
    ['adultWish', ['treatment', 'advice', 'unsure']],
    ['youthWish', ['anonymous-talk', 'treatment']],
    ['relativeWish', ['relatives-course', 'talk', 'parent-support', 'unsure']],
    ['substance', ['alcohol', 'drugs', 'both', 'unsure']],
    ['concern', ['child-under-15', 'child-15-17', 'adult']],
    ['connection', ['resident', 'enrolled', 'neither', 'unsure']],
    ['identity', ['named', 'number-only', 'anonymous']],
    ['callTime', ['morning', 'afternoon', 'evening']],
    ['ifSomeoneElseAnswers', ['hang-up', 'say-municipality']],
  ] as const)('each %s', (name, choices) => {
    for (const choice of choices) expect(fields[name].safeParse(choice).success).toBe(true)
  })
  it.each([
    { audience: 'adult', wish: 'advice', substance: 'both' },
    { audience: 'youth', wish: 'treatment' },
    { audience: 'relative', wish: 'talk', concern: 'adult', connection: 'unsure' },
  ])('a request of %j, to be rung in three parts of the day and in none twice', asked => {
    const rung = { ...asked, identity: 'number-only', phone: '+4512345678', language: 'da' }
    const callTimes = ['morning', 'afternoon', 'evening']
    expect(contactRequest.safeParse({ ...rung, callTimes }).success).toBe(true)
    expect(contactRequest.safeParse({ ...rung, callTimes: [...callTimes, 'morning'] }).success).toBe(false)
  })
})

describe('a request that says of its writer what its way does not ask', () => {
  const sealed = { audience: 'adult', wish: 'advice', substance: 'both', language: 'da' }
  it.each([
    [{ identity: 'named', name: 'Ida' }, 'named-needs-both'],
    [{ identity: 'named', phone: '+4512345678' }, 'named-needs-both'],
    [{ identity: 'number-only' }, 'number-needs-phone'],
    [{ identity: 'number-only', phone: '+4512345678', name: 'Ida' }, 'name-not-asked'],
    [{ identity: 'anonymous', name: 'Ida' }, 'name-not-asked'],
    [{ identity: 'anonymous', phone: '+4512345678' }, 'phone-not-asked'],
  ])('%j is refused: %s', (who, why) => {
    const { error } = contactRequest.safeParse({ ...sealed, ...who })
    expect(error?.issues.map(issue => issue.message)).toEqual([why])
  })
  it.each([
    { identity: 'named', name: 'Ida', phone: '+4512345678' },
    { identity: 'number-only', phone: '+4512345678' },
    { identity: 'anonymous' },
  ])('and %j is not', who => {
    expect(contactRequest.safeParse({ ...sealed, ...who }).success).toBe(true)
  })
  it('names the field of a number that nobody can ring, and of a language that is none', () => {
    const { error } = contactRequest.safeParse({
      ...sealed,
      identity: 'number-only',
      phone: '1',
      language: '',
    })
    expect(error?.issues.map(issue => issue.message)).toEqual(['phone', 'language'])
  })
})

describe('on both sides of a limit', () => {
  it('a name has a letter and at most 100 characters', () => {
    expect(whys('reach', { name: 'ø'.repeat(100), phone: '12345678' })).toEqual([])
    for (const name of ['ø'.repeat(101), '12 34', 'Ida\u0007'])
      expect(whys('reach', { name, phone: '12345678' })).toEqual(['name-wrong'])
  })
  it('a name that was typed before somebody chose to give none holds nobody up', () => {
    const before = { name: '12 34', phone: '12345678' }
    expect(whys('reach', before)).toEqual(['name-wrong'])
    for (const identity of ['number-only', 'anonymous'] as const)
      expect(whys('reach', { ...before, identity })).toEqual([])
  })
  it('nor does a number that was typed before', () => {
    const before = { name: 'Ida', phone: '12' }
    expect(whys('reach', before)).toEqual(['phone-wrong'])
    expect(whys('reach', { ...before, identity: 'anonymous' })).toEqual([])
  })
  it('a language has 1 to 40 characters', () => {
    for (const interpreter of ['s', 's'.repeat(40)]) expect(whys('review', { interpreter })).toEqual([])
    for (const interpreter of [' ', 's'.repeat(41), 'dari\u0007'])
      expect(whys('review', { interpreter })).toEqual(['interpreter-wrong'])
    expect(fields.language.safeParse('010190-1234').success).toBe(false)
  })
  it('a message of full length is too long only with one more, whatever else is wrong with it', () => {
    expect(whys('review', { message: `${'æ'.repeat(999)}\u0007` })).toEqual(['message-wrong'])
    expect(whys('review', { message: `${'æ'.repeat(1000)}\u0007` })).toEqual(['message-long'])
    expect(fields.message.safeParse('æ'.repeat(1001)).success).toBe(false)
  })
  it('number and what was written beside it have 60 characters together', () => {
    const beside = (count: number): Answers => ({ name: 'Ida', phone: `12345678 ${'l'.repeat(count)}` })
    expect(whys('reach', beside(60 - '+4512345678, '.length))).toEqual([])
    expect(whys('reach', beside(61 - '+4512345678, '.length))).toEqual(['phone-long'])
  })
  it('a number as it was sealed before has 6 to 15 digits', () => {
    for (const phone of ['123 456', '123456789012345'])
      expect(fields.phone.safeParse(phone).success).toBe(true)
    for (const phone of ['123 45', '1234567890123456', '123456a'])
      expect(fields.phone.safeParse(phone).success).toBe(false)
  })
  it('three times may be wished for, on the screen of the times and on that of the course', () => {
    for (const step of ['wish', 'times'] as const) {
      for (const slotIds of [undefined, [], ['a', 'b', 'c']]) expect(whys(step, { slotIds })).toEqual([])
      expect(whys(step, { slotIds: ['a', 'b', 'c', 'd'] })).toEqual(['slots-many'])
    }
  })
  it.each([
    ['010090-1234', false],
    ['010190-1234', true],
    ['011290-1234', true],
    ['011390-1234', false],
    ['000190-1234', false],
    ['310190-1234', true],
    ['320190-1234', false],
    ['600190-1234', false],
    ['610190-1234', true],
    ['910190-1234', true],
    ['920190-1234', false],
  ])('%s reads as a CPR number: %s', (text, reads) => {
    expect(holdsCpr(text)).toBe(reads)
  })
})

describe('who is asked for a number', () => {
  it('is everybody who wants to be rung', () => {
    expect(whys('reach', { identity: 'number-only' })).toEqual(['phone-missing'])
    expect(whys('reach', { identity: 'anonymous' })).toEqual([])
  })
  it('is asked the same on both screens that ask it, beside who they are', () => {
    expect(fieldsOf.who).toEqual(['identity', ...fieldsOf.reach])
    expect(fieldsOf.reach).toEqual(['name', 'phone', 'callTimes', 'ifSomeoneElseAnswers'])
  })
  it('sends the times of day, and none where none was chosen', () => {
    const named: Answers = { ...adult, name: ' Ida ', phone: '12345678' }
    expect(toRequest({ ...named, callTimes: [] }, 'da')).not.toHaveProperty('callTimes')
    expect(toRequest({ ...named, callTimes: ['evening'] }, 'da')).toMatchObject({
      name: 'Ida',
      callTimes: ['evening'],
    })
    const nameless = toRequest({ ...named, identity: 'anonymous', callTimes: ['evening'] }, 'da')
    expect(nameless).not.toHaveProperty('callTimes')
    expect(toRequest({ ...named, alias: 'Blå Kano', interpreter: ' dari ' }, 'da')).toMatchObject({
      language: 'dari',
    })
    expect(toRequest({ ...named, alias: 'Blå Kano', message: '  ' }, 'da')).not.toHaveProperty('alias')
    expect(toRequest({ ...named, message: '  ' }, 'da')).not.toHaveProperty('message')
  })
  it('is told by their paths which answers are missing', () => {
    expect(() => toRequest({ audience: 'adult', wish: 'advice' }, 'da')).toThrow(
      /^unanswered: substance, identity$/,
    )
    const times = { ...adult, name: 'Ida', phone: '12345678', callTimes: ['never'] } as unknown as Answers
    expect(() => toRequest(times, 'da')).toThrow(/^unanswered: callTimes\.0$/)
  })
  it('of relatives holds whom they worry about, and of a young person who wants treatment the substance', () => {
    const relative = { audience: 'relative', wish: 'talk', concern: 'adult', connection: 'unsure' } as const
    expect(toRequest({ ...relative, substance: 'both', identity: 'anonymous' }, 'da')).toEqual({
      ...relative,
      identity: 'anonymous',
      language: 'da',
    })
    const youth = { audience: 'youth', wish: 'treatment', identity: 'anonymous', substance: 'drugs' } as const
    expect(toRequest({ ...youth, concern: 'adult' }, 'da')).toEqual({ ...youth, language: 'da' })
  })
})

describe('who is met by a made-up name', () => {
  it('is a young person who comes to talk, before and after the time is chosen', () => {
    expect(isMetByAlias({ audience: 'youth', wish: 'anonymous-talk' })).toBe(true)
    expect(
      isMetByAlias({ audience: 'youth', wish: 'treatment', identity: 'anonymous', slotIds: ['a'] }),
    ).toBe(false)
  })
  it('is an adult without a name once a time is chosen', () => {
    const nameless: Answers = { ...adult, identity: 'anonymous' }
    for (const slotIds of [undefined, []]) expect(isMetByAlias({ ...nameless, slotIds })).toBe(false)
    expect(isMetByAlias({ ...nameless, slotIds: ['a'] })).toBe(true)
  })
  it('gets one of the first words where too few bytes are drawn', () => {
    expect(makeAlias(['stribet blank', 'blå rød', 'kano ugle'], new Uint8Array())).toEqual({
      look: 'stribet',
      thing: 'kano',
      colour: 'blå',
      other: 'ugle',
    })
  })
})

it('whatever a person has typed or ticked about themselves is kept for another audience', () => {
  const typed = {
    name: 'Ida',
    phone: '12345678',
    callTimes: ['evening'],
    ifSomeoneElseAnswers: 'say-municipality',
    interpreter: 'dari',
    message: 'Hej',
  } as const
  expect(withChange({ ...adult, ...typed }, { audience: 'youth' })).toMatchObject(typed)
  expect(withChange({ ...adult, ...typed }, { audience: 'youth' }).substance).toBeUndefined()
  expect(withChange({ ...adult, ...typed }, { message: 'Hej igen' }).substance).toBe('alcohol')
})

describe('the way through the screens', () => {
  const nameless: Answers = { audience: 'adult', wish: 'advice', substance: 'both', identity: 'anonymous' }
  it('begins at the first that is not done', () => {
    expect(firstOpenStep({}, checkStep)).toBe('audience')
    expect(firstOpenStep({ audience: 'adult' }, checkStep)).toBe('wish')
    expect(firstOpenStep({ audience: 'adult', wish: 'advice' }, checkStep)).toBe('substance')
    expect(firstOpenStep(nameless, checkStep)).toBe('times')
    for (const slotIds of [[], ['a']])
      expect(firstOpenStep({ ...nameless, slotIds }, checkStep)).toBe('review')
  })
  it('goes on to the next that is not done, past what was answered elsewhere', () => {
    expect(nextStep('wish', { audience: 'adult', wish: 'advice' }, checkStep)).toBe('substance')
    expect(nextStep('wish', { ...nameless, substance: undefined }, checkStep)).toBe('substance')
    expect(nextStep('wish', nameless, checkStep)).toBe('times')
    expect(nextStep('times', { ...nameless, slotIds: [] }, checkStep)).toBe('review')
    expect(nextStep('wish', { ...nameless, slotIds: [] }, checkStep)).toBe('review')
  })
  it('leads on to the review, whatever is still open before it', () => {
    expect(nextStep('times', { ...nameless, wish: undefined, slotIds: [] }, checkStep)).toBe('review')
  })
  it('leads from the last back to what is still open', () => {
    expect(nextStep('review', { ...nameless, wish: undefined, slotIds: [] }, checkStep)).toBe('wish')
    expect(nextStep('review', { ...nameless, slotIds: [] }, checkStep)).toBe('review')
  })
})
