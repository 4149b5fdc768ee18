import { expect, test, vi } from 'vitest'
import { renderPage } from '../../src/app/prerender.tsx'

vi.mock('../../src/app/build-info.ts', () => ({ fingerprint: '0123456789abcdef'.repeat(4) }))

test('a page names its own address and its other language by whole addresses', () => {
  const { head } = renderPage('adults', 'en', '2026-11-27', 'https://snak.example.dk')
  expect(head).toContain('<link rel="canonical" href="https://snak.example.dk/en/adults">')
  expect(head).toContain('<link rel="alternate" hreflang="da" href="https://snak.example.dk/voksne">')
})

test('a page that was built for no address names none', () => {
  const { head } = renderPage('adults', 'en', '2026-11-27', null)
  expect(head).not.toMatch(/canonical|alternate/)
})
