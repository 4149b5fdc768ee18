import { createHash, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { calendarHash, calendarToken } from '../../../src/core/sealing/calendar-token.ts'

const identity = `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`

test('a member’s calendar token is HKDF of their own key, and the keys file holds its SHA-256', () => {
  const bytes = Buffer.from(hkdfSync('sha256', identity, 'foerste-snak sealing v1', 'calendar feed', 32))
  expect(calendarToken({ identity })).toBe(bytes.toString('base64url'))
  expect(calendarHash({ identity })).toBe(createHash('sha256').update(bytes).digest('base64url'))
})
