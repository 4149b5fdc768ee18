import { expect, test } from 'vitest'
import { makePassphrase } from '../../src/core/sealing/passphrase.ts'
import { makeAlias } from '../../src/core/request/alias.ts'
import { madeUpNames, rowsOfNames } from './made-up.ts'
import { steady } from './steady.ts'

const nobody = /(?!)/g

test('what another day says differently is told by what it is', () => {
  expect(steady('- text: mandag den 4. maj kl. 10.15⁠-⁠11.00', nobody)).toBe(
    '- text: DAY den N. MONTH kl. TIME⁠-⁠TIME',
  )
  expect(steady('- text: Senest fredag den 11. december 2026.', nobody)).toBe(
    '- text: Senest DAY den N. MONTH.',
  )
  expect(steady('- heading "Uge 49: 30. november - 6. december" [level=2]', nobody)).toBe(
    '- heading "Uge N: DAYS" [level=2]',
  )
  expect(steady('- listitem: 30. november 2026, kl.\u00a010-11', nobody)).toBe(
    '- listitem: N. MONTH, kl. HOURS',
  )
  expect(steady('- textbox "Dag": 2026-12-17', nobody)).toBe('- textbox "Dag": DATE')
})

test('what is the same every day is kept, on the line of a day too', () => {
  for (const same of ['- text: Jeg er 15-17 år', '- text: EN 301 549 v3.2.1', '- text: § 101 a, 2026-2028'])
    expect(steady(same, nobody)).toBe(same)
  expect(steady('- text: Sagt ja til den 3. april 2025. Bygger på § 141.', nobody)).toBe(
    '- text: Sagt ja til den N. MONTH. Bygger på § 141.',
  )
})

test('what is made by chance is told by what it is', () => {
  expect(steady('- code: R5EH-0K2M-77AB-CDEF-GH12', nobody)).toBe('- code: CODE')
  expect(steady('- paragraph: R5EH - 0K2M - 77AB - CDEF - GH12', nobody)).toBe('- paragraph: CODE')
  expect(steady('- paragraph: "Reference: 24e21f40"', nobody)).toBe('- paragraph: "Reference: ID"')
  expect(steady('- paragraph: "24021940"\n- paragraph: "2402e940"', nobody)).toBe(
    '- paragraph: ID\n- paragraph: ID',
  )
  expect(steady(`- code: ${'a79b 8626 '.repeat(8).trim()}`, nobody)).toBe('- code: FINGERPRINT')
  expect(steady(`- code: http://localhost:40895/x/${'aB-_'.repeat(11).slice(1)}.ics`, nobody)).toBe(
    '- code: ORIGIN/x/TOKEN.ics',
  )
  expect(steady(`- code: http://localhost:40895/inbox#invite=${'aB-_'.repeat(11).slice(1)}`, nobody)).toBe(
    '- code: ORIGIN/inbox#invite=TOKEN',
  )
  expect(steady(`- strong: ${makePassphrase()}`, nobody)).toBe('- strong: SIX WORDS')
})

test('a number to ring is kept: it has to show when it changes', () => {
  for (const same of ['- /url: tel:70201201', '- /url: sms:47471020']) expect(steady(same, nobody)).toBe(same)
})

test('every name that can be made up is told as a name', () => {
  for (const random of [
    [0, 0, 0, 0],
    [11, 23, 7, 22],
    [255, 254, 253, 252],
  ]) {
    const { look, thing, colour, other } = makeAlias(rowsOfNames, Uint8Array.from(random))
    expect(steady(`- text: Du hedder ${look} ${thing} med ${colour} ${other}.`, madeUpNames)).toBe(
      '- text: Du hedder NAME.',
    )
  }
})
