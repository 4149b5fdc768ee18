import { expect, test } from 'vitest'
import { hourText } from '../../../src/inbox/team/hour-text.ts'

test('an hour is said as the time between two strokes, which no line breaks', () => {
  expect(hourText('2026-11-26T14', 'da').replaceAll('\u2060', '')).toBe(
    '26. november 2026 kl.\u00a014.00-15.00',
  )
  expect(hourText('2026-11-26T09', 'en')).toBe('26 November 2026, 09:00\u00a0to\u00a010:00')
})
