import { describe, expect, test } from 'vitest'
import { languageAt } from '../../../src/core/languages.ts'
import { pages } from '../../../src/app/routes.ts'
import { clean, isOutside, leanOf, notFoundOf, partOf } from '../../../src/app/service-worker/addresses.ts'

describe('what the service worker keeps, and for which language', () => {
  test.each(Object.values(pages).map(page => [page.da, page.en]))(
    '%s is Danish and %s is English',
    (da, en) => {
      expect([partOf(leanOf(da)), languageAt(da)]).toEqual(['da', 'da'])
      expect([partOf(leanOf(en)), languageAt(en)]).toEqual(['en', 'en'])
      expect(isOutside(da) || isOutside(en)).toBe(false)
    },
  )

  test('words and the page for "not found" go with their language, script and icons with both', () => {
    expect(partOf('/assets/da-base-Bx1.js')).toBe('da')
    expect(partOf('/assets/en-check-Bx1.js')).toBe('en')
    expect(partOf('/assets/interactive-Bx1.js')).toBe('common')
    expect(partOf(notFoundOf('da'))).toBe('da')
    expect(partOf(notFoundOf('en'))).toBe('en')
    expect(partOf('/ude.html')).toBe('common')
    expect(partOf('/icons/icon.svg')).toBe('common')
  })

  test.each(['/inbox', '/inbox/anything', '/api/requests', '/healthz', '/readyz'])(
    '%s is not looked at',
    path => {
      expect(isOutside(path)).toBe(true)
    },
  )

  test.each(['/', '/en', '/inboxes', '/apier', '/kontakt'])('%s is', path => {
    expect(isOutside(path)).toBe(false)
  })

  test('a slash at the end makes no other page', () => {
    expect([clean('/unge/'), clean('/'), clean('/en//'), clean('//')]).toEqual(['/unge', '/', '/en', '/'])
  })
})
