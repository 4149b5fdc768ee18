// In a document
import { municipality } from '#municipality'
import { describe, expect, test, vi } from 'vitest'
import { retention } from '../../../src/core/facts/index.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { AccessibilityPage } from '../../../src/app/pages/accessibility.tsx'
import { PrivacyPage } from '../../../src/app/pages/privacy.tsx'
import { open } from './show.tsx'

const fingerprint = '0123456789abcdef'.repeat(4)
vi.mock('../../../src/app/build-info.ts', () => ({ fingerprint: '0123456789abcdef'.repeat(4) }))

describe.each(['da', 'en'] as const)('privacy in %s', lang => {
  const page = open(<PrivacyPage />, lang)

  test('everything only the municipality can say shows as missing until it is there', () => {
    const asked = ['controller', 'dataProtectionOfficer', 'legalBasis', 'recipients'] as const
    for (const name of asked) {
      const told = municipality.required[name]
      expect(page.querySelector(`[data-required="${name}"]`), name).not.toBeNull()
      expect(page.querySelector(`[data-missing="${name}"]`) !== null, name).toBe(told === null)
    }
  })

  test('tells the days the intake really keeps things', () => {
    for (const days of Object.values(retention)) expect(page.body.textContent).toContain(String(days))
  })

  // `schema.ts`: state, answered_on and ended_by stand beside the sealed text; a missed talk is counted back; weeks keep sums.
  test('names all that the intake knows of a request beside what it cannot read', () => {
    const t = makeT(lang, allCopy(lang))
    for (const key of ['intake.seen.answered', 'intake.seen.missed', 'keep.sums'] as const)
      expect(page.body.textContent).toContain(t(`privacy:${key}`))
  })

  test('shows the fingerprint of the keys in groups of four', () => {
    const shown = page.querySelector('[data-fingerprint]')?.textContent ?? ''
    expect(shown).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){15}$/)
    expect(shown.replaceAll(' ', '')).toBe(fingerprint)
  })

  test('no text is left unfilled', () => {
    expect(page.body.textContent).not.toMatch(/\{\{|undefined|privacy:\w/)
  })
})

describe.each(['da', 'en'] as const)('the accessibility statement in %s', lang => {
  const page = open(<AccessibilityPage />, lang)

  test('has a telephone and a written way, or says that they are missing', () => {
    const missing = page.querySelectorAll('[data-missing="accessibilityContact"]').length
    expect(missing).toBe(municipality.required.accessibilityContact ? 0 : 2)
  })

  test('names the standard, and what nobody has tested yet', () => {
    const text = page.body.textContent
    expect(text).toContain('EN 301 549')
    expect(text).toContain('WCAG 2.2 AA')
    expect(page.getElementById('not-tested')).not.toBeNull()
  })

  test('no text is left unfilled', () => {
    expect(page.body.textContent).not.toMatch(/\{\{|undefined|accessibility:\w/)
  })
})
