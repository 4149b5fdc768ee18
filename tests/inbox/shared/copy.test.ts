import { expect, test } from 'vitest'

const { tIn } = await import('../../../src/inbox/shared/copy.ts')

test('the words of a language are built once and given to all who ask', () => {
  expect(tIn('da')).toBe(tIn('da'))
  expect(tIn('en')).toBe(tIn('en'))
  expect(tIn('da')('title')).not.toBe(tIn('en')('title'))
})

test('a text is filled in anew each time, in the number that fits', () => {
  const [da, en] = [tIn('da'), tIn('en')]
  for (const day of ['1. maj', '2. maj']) expect(da('list.received', { day })).toBe(`Modtaget ${day}`)
  for (const t of [da, da]) {
    expect(t('list.waited', { count: 1 })).toBe('Har ventet 1 dag')
    expect(t('list.waited', { count: 2 })).toBe('Har ventet 2 dage')
    expect(t('list.found', { count: 0 })).toBe('Ingen fundet')
  }
  expect(en('list.waited', { count: 1 })).toBe('Waiting for 1 day')
})

test('what is true everywhere is filled in by itself, and nothing of what a person wrote is', () => {
  const t = tIn('da')
  expect(t('values.audience.youth')).toBe('Ung, 15-17 år')
  expect(t('list.owner', { name: '{{place}} $& $1' })).toBe('Hos {{place}} $& $1')
  // As i18next has it: what is not told is left out.
  expect(t('list.owner', {})).toBe('Hos ')
})
