import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { renderManifests, renderPage } from '../../src/app/prerender.tsx'

vi.mock('../../src/app/build-info.ts', () => ({ fingerprint: '0123456789abcdef'.repeat(4) }))

const tokens = readFileSync(join(import.meta.dirname, '../../src/ui/css/tokens.css'), 'utf8')
const [light = '', dark = ''] = Array.from(tokens.matchAll(/--paper: (#[0-9a-f]{6});/g), ([, paper]) => paper)

test('the bar of the phone has the colour of the page, in light and in dark', () => {
  const { head } = renderPage('home', 'da', '2026-11-27', null)
  expect(head).toContain(`content="${light}" media="(prefers-color-scheme: light)"`)
  expect(head).toContain(`content="${dark}" media="(prefers-color-scheme: dark)"`)
  for (const { json } of renderManifests())
    expect(JSON.parse(json)).toMatchObject({ background_color: light, theme_color: light })
})

test('every colour is one of sRGB, which each page carries once', () => {
  expect(tokens).not.toMatch(/\b(?:ok)?l(?:ab|ch)\(|\bcolor\(|\bhsl/)
  expect(tokens.match(/#[0-9a-f]{6};/g)?.length).toBeGreaterThan(20)
})
