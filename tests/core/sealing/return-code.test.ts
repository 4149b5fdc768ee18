import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALPHABET,
  codeGroups,
  makeCode,
  readCode,
  showCode,
  type ReturnCode,
} from '../../../src/core/sealing/return-code.ts'
import { codes } from './made-up.ts'

const anyCode = fc.uint8Array({ minLength: 19, maxLength: 19 }).map(bytes => makeCode(() => bytes))

/** Enough codes that each symbol stands at each place many times. */
const manyCodes: ReturnCode[] = Array.from({ length: 60 }, () => makeCode())

const withSymbol = (code: string, at: number, symbol: string) =>
  code.slice(0, at) + symbol + code.slice(at + 1)

/** GF(32) by tables of powers: another way to the same field than the code takes. */
function syndrome(code: string): number {
  const powers = [1]
  for (let i = 1; i < 31; i++) {
    const next = powers[i - 1]! * 2
    powers.push(next > 31 ? next ^ 37 : next)
  }
  expect(new Set(powers).size).toBe(31)
  return Array.from(code, (symbol, place) => {
    const value = ALPHABET.indexOf(symbol)
    return value === 0 ? 0 : powers[(powers.indexOf(value) + (19 - place)) % 31]!
  }).reduce((sum, term) => sum ^ term, 0)
}

describe('a return code', () => {
  it('is read as it is shown', () => {
    fc.assert(
      fc.property(anyCode, code => {
        expect(readCode(showCode(code))).toEqual({ ok: true, code })
      }),
    )
  })

  it('is shown in five groups of four', () => {
    for (const { code, shown } of codes) {
      expect(shown).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(showCode(code as ReturnCode)).toBe(shown)
      expect(codeGroups(code as ReturnCode)).toEqual(shown.split('-'))
    }
  })

  it('is new each time and uses all symbols evenly', () => {
    expect(new Set(manyCodes).size).toBe(manyCodes.length)
    const counts = new Map<string, number>()
    for (let i = 0; i < 2000; i++) {
      for (const symbol of makeCode().slice(0, 19)) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
    }
    // 38,000 symbols: 1,187.5 of each are expected with a deviation of 34; ten deviations never happen by chance.
    for (const symbol of ALPHABET) expect(Math.abs((counts.get(symbol) ?? 0) - 1187.5)).toBeLessThan(340)
  })

  it('takes the low five bits of each random byte, so that none is likelier', () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(makeCode(n => new Uint8Array(n).fill(byte)).charAt(0)).toBe(ALPHABET.charAt(byte % 32))
    }
  })

  it('has a weighted sum of zero in the field of 32 elements', () => {
    for (const code of manyCodes) expect(syndrome(code)).toBe(0)
  })
})

describe('typing a code', () => {
  it.each([
    ['small letters', (s: string) => s.toLowerCase()],
    ['no dashes', (s: string) => s.replaceAll('-', '')],
    ['spaces for dashes', (s: string) => `  ${s.replaceAll('-', ' ')}\n`],
    ['an en dash from a text program', (s: string) => s.replaceAll('-', ' – ')],
    ['other dashes', (s: string) => s.replace('-', '‑').replace('-', '—').replace('-', '−')],
    ['invisible signs from copying', (s: string) => `\u200b${s.replaceAll('-', '\u00ad')}\ufeff`],
    ['hard spaces', (s: string) => s.replaceAll('-', '\u00a0')],
    ['wide letters', (s: string) => s.replaceAll('A', 'Ａ').replaceAll('7', '７')],
    ['O for 0', (s: string) => s.replaceAll('0', 'O')],
    ['o for 0', (s: string) => s.replaceAll('0', 'o')],
    ['I for 1', (s: string) => s.replaceAll('1', 'I')],
    ['l for 1', (s: string) => s.replaceAll('1', 'l')],
  ])('works with %s', (_, typed) => {
    for (const code of manyCodes) expect(readCode(typed(showCode(code)))).toEqual({ ok: true, code })
  })

  it('finds every single wrong symbol, at every place', () => {
    let found = 0
    for (const code of manyCodes) {
      for (let at = 0; at < code.length; at++) {
        for (const symbol of ALPHABET) {
          if (symbol === code[at]) continue
          expect(readCode(withSymbol(code, at, symbol))).toEqual({ ok: false, why: 'check' })
          found++
        }
      }
    }
    expect(found).toBe(60 * 20 * 31)
  })

  it('finds every swap of two different symbols, neighbours or not', () => {
    for (const code of manyCodes) {
      for (let a = 0; a < code.length; a++) {
        for (let b = a + 1; b < code.length; b++) {
          if (code[a] === code[b]) continue
          const swapped = withSymbol(withSymbol(code, a, code[b]!), b, code[a]!)
          expect(readCode(swapped)).toEqual({ ok: false, why: 'check' })
        }
      }
    }
  })

  it('says which sign is none of ours', () => {
    const code = manyCodes[0]!
    expect(readCode(withSymbol(code, 0, 'U'))).toEqual({ ok: false, why: 'symbol', at: 0 })
    expect(readCode(withSymbol(code, 5, 'U'))).toEqual({ ok: false, why: 'symbol', at: 5 })
    expect(readCode(showCode(code).slice(0, -1) + '🌙')).toEqual({ ok: false, why: 'symbol', at: 19 })
  })

  it('says how many symbols there are when some are missing or too many', () => {
    const code = manyCodes[0]!
    expect(readCode('')).toEqual({ ok: false, why: 'length', length: 0 })
    expect(readCode(code.slice(1))).toEqual({ ok: false, why: 'length', length: 19 })
    expect(readCode(code + '0')).toEqual({ ok: false, why: 'length', length: 21 })
  })

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const reading = readCode(text)
        if (reading.ok) expect(reading.code).toHaveLength(20)
        else expect(['length', 'symbol', 'check']).toContain(reading.why)
      }),
    )
  })
})

it('is made and read without loading anything else', () => {
  const source = new URL('../../../src/core/sealing/return-code.ts', import.meta.url)
  expect(readFileSync(source, 'utf8')).not.toMatch(/\bimport\b/)
})
