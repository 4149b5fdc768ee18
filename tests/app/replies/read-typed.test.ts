import { expect, test } from 'vitest'
import { readTyped } from '../../../src/app/replies/read-typed.ts'
import { codeGroups, makeCode, showCode } from '../../../src/core/sealing/return-code.ts'

/** A code in which a word before it cannot be mistaken for a part of another: enough of them, and the rest is chance. */
const codes = Array.from({ length: 200 }, () => makeCode())

test.each<[string, (code: string) => string]>([
  ['after a word', code => `Kode: ${code}`],
  ['in a sentence', code => `Min kode er ${code}.`],
  ['in quotation marks', code => `„${code}“`],
  ['in others', code => `»${code.toLowerCase()}«, tak`],
  ['in brackets, over lines', code => `Hej\n(${code})\nHusk at kigge`],
  ['with a link before it', code => `https://eksempel.dk/svar ${code}`],
])('a code is found %s', (_, around) => {
  for (const code of codes) expect(readTyped(around(showCode(code)))).toEqual({ ok: true, code })
})

test('a code whose groups are parted by spaces is found behind words that are no part of it', () => {
  for (const code of codes)
    expect(readTyped(`Min kode: ${codeGroups(code).join(' ')}`)).toMatchObject({ ok: true, code })
})

test('words alone, a slip, and two codes at once are read as what they are: no code', () => {
  const [one = makeCode(), two = makeCode()] = codes
  expect(readTyped('Jeg har ikke nogen kode').ok).toBe(false)
  expect(readTyped('').ok).toBe(false)
  expect(readTyped(`Kode: ${showCode(one).slice(0, -1)}`).ok).toBe(false)
  expect(readTyped(`${showCode(one)} ${showCode(two)}`).ok).toBe(false)
})
