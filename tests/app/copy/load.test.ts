import { expect, test } from 'vitest'
import { hasCopy, loadT } from '../../../src/app/copy/load.ts'
import { wholeWords } from '../../../src/app/copy/whole-words.ts'

test('i18next is asked for with the first words that need it, and not before', async () => {
  const t = await loadT('da', ['contact'])
  expect([t('request:audience.legend'), t('common:step', { n: 1, of: 5 })]).toEqual([
    'Hvem er du?',
    'Trin 1 af 5',
  ])
  expect([hasCopy('da', ['contact']), wholeWords.here()]).toEqual([true, null])

  expect(await loadT('da', ['more'])).toBe(t)
  expect(wholeWords.here()).not.toBeNull()
  expect(t('offline:forget.waiting', { count: 1 })).toMatch(/^1 besked, /)
  expect(t('request:audience.legend')).toBe('Hvem er du?')
  // What comes after that is known to both.
  expect((await loadT('da', ['check']))('check:yes')).toBe('Ja')
})

test('another language begins without it, too', async () => {
  const t = await loadT('en', ['check'])
  expect(t('check:yes')).toBe('Yes')
})
