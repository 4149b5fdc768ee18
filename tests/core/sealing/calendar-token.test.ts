import { createHash, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { calendarHash, calendarToken, calendarTurn } from '../../../src/core/sealing/calendar-token.ts'

const identity = `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`

test('a member’s calendar token is HKDF of their own key, and the keys file holds its SHA-256', () => {
  const bytes = Buffer.from(hkdfSync('sha256', identity, 'foerste-snak sealing v1', 'calendar feed', 32))
  expect(calendarToken({ identity })).toBe(bytes.toString('base64url'))
  expect(calendarHash({ identity })).toBe(createHash('sha256').update(bytes).digest('base64url'))
})

test('a renewed address is another one, and is found again by its hash alone', () => {
  const third = Buffer.from(hkdfSync('sha256', identity, 'foerste-snak sealing v1', 'calendar feed 3', 32))
  expect(calendarToken({ identity }, 3)).toBe(third.toString('base64url'))
  for (const turn of [0, 1, 3, 999])
    expect(calendarTurn({ identity }, calendarHash({ identity }, turn))).toBe(turn)
  for (const turn of [-1, 1000])
    expect(calendarTurn({ identity }, calendarHash({ identity }, turn))).toBeNull()
  expect(
    calendarTurn({ identity: `AGE-SECRET-KEY-PQ-1${'P'.repeat(58)}` }, calendarHash({ identity })),
  ).toBeNull()
})
