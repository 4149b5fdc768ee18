import { expect, test } from 'vitest'

// By a path unknown to the compiler: the keys of the inbox's copy and of the app's cannot be typed in one program.
const path: string = '../../../src/inbox/shared/copy.ts'
const copy: unknown = await import(path)
const { tIn } = copy as { tIn: (lang: 'da' | 'en') => (key: string) => string }

test('the words of a language are built once and given to all who ask', () => {
  expect(tIn('da')).toBe(tIn('da'))
  expect(tIn('en')).toBe(tIn('en'))
  expect(tIn('da')('title')).not.toBe(tIn('en')('title'))
})
