import { expect, test } from 'vitest'
import { CallText } from '../../src/app/call-text.tsx'
import { rendered } from './pages/rendered.ts'

const shown = (text: string): string => rendered(() => <CallText text={text} />, 'da')

test('the number of a help line can be pressed', () => {
  expect(shown('Ring 116 111, hele døgnet.')).toBe(
    'Ring <a class="no-break" href="tel:116111">116 111</a>, hele døgnet.',
  )
})

test('a figure stays with its unit, also at the end of a sentence', () => {
  expect(shown('Den varer 6-9 måneder.')).toBe('Den varer <span class="figure">6-9 måneder</span>.')
  expect(shown('Som regel inden 1 uge')).toBe('Som regel inden <span class="figure">1 uge</span>')
  expect(shown('mindst hver 3. måned')).toBe('mindst hver <span class="figure">3. måned</span>')
})

test('a figure without a unit takes no word of the next sentence along', () => {
  expect(shown('Det gjaldt til 2025. Spørg.')).toBe('Det gjaldt til 2025. Spørg.')
  expect(shown('Reglerne er for 2026-2028.')).toContain('<span class="no-break">2026-2028</span>.')
})

test('a figure of two ends stays together in a language that has a word between them', () => {
  expect(shown('It lasts 6 to 9 months.')).toBe('It lasts <span class="figure">6 to 9 months</span>.')
  expect(shown('They are for 2026 to 2028.')).toContain('<span class="figure">2026 to 2028</span>.')
})
