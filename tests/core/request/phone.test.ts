import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkStep, fields, holdsCpr, readPhone, sealedPhone } from '../../../src/core/request/index.ts'

const INVISIBLE = [
  '\u200b',
  '\u200e',
  '\u202a',
  '\u202d',
  '\u202c',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u00ad',
  '\u2060',
]
const SPACES = ['', ' ', '\u00a0', '\u202f', '\u2009', '-', '\u2011', '\u2013', '.']
const wide = (digits: string): string => digits.replace(/\d/g, d => String.fromCodePoint(0xff10 + Number(d)))
const arabic = (digits: string): string => digits.replace(/\d/g, d => String.fromCodePoint(0x660 + Number(d)))

const eight = fc.stringMatching(/^[2-9]\d{7}$/)
const prefix = fc.constantFrom('', '+45', '+45 ', '0045', '0045 ', '45', '45 ', '(+45) ', '(0045)', '+ 45 ')
/** Digits with any of the signs between them that people or phones put there. */
const spread = (digits: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...SPACES, ...INVISIBLE), { minLength: digits.length, maxLength: digits.length })
    .map(between => Array.from(digits, (digit, index) => digit + (between[index] ?? '')).join(''))
const script = fc.constantFrom((text: string) => text, wide, arabic)

describe('a telephone number', () => {
  it('of eight digits is the same however it is written', () => {
    fc.assert(
      fc.property(
        eight.chain(digits => fc.tuple(fc.constant(digits), spread(digits))),
        prefix,
        script,
        fc.constantFrom('', ',', ' ', '\u202c', '.'),
        ([digits, typed], before, inScript, after) => {
          const read = readPhone(inScript(before + typed) + after)
          expect(read).toEqual({
            number: `+45${digits}`,
            shown: digits.match(/../g)!.join(' '),
            note: '',
          })
        },
      ),
    )
  })
  it('with too few or too many digits is none', () => {
    const wrongLength = fc
      .stringMatching(/^[2-9]\d{2,13}$/)
      .filter(d => d.length !== 8 && !/^45\d{8}$/.test(d))
    fc.assert(
      fc.property(wrongLength, digits => {
        expect(readPhone(digits)).toBeNull()
        expect(checkStep('reach', { identity: 'number-only', phone: digits })[0]?.field).toBe('phone')
      }),
    )
  })
  it('of another country begins with a plus or two noughts', () => {
    const abroad = fc.stringMatching(/^[1-9]\d{6,13}$/).filter(digits => !digits.startsWith('45'))
    fc.assert(
      fc.property(abroad, fc.constantFrom('+', '00', '(+', '+ '), (digits, before) => {
        expect(readPhone(before + digits)?.number).toBe(`+${digits}`)
      }),
    )
    expect(readPhone('+46 (0)70-123 45 67')?.number).toBe('+46701234567')
  })
  it('keeps what is written beside it, and reads the same again from what is sealed', () => {
    const note = fc.constantFrom(
      'lok. 12',
      'efter 16',
      'kl. 16-18',
      'spørg efter Bo',
      'eller 87654321',
      'ikke fredag!',
    )
    fc.assert(
      fc.property(eight, fc.constantFrom(' ', ', ', ' - ', '; '), note, (digits, between, beside) => {
        const read = readPhone(digits + between + beside)!
        expect(read).toMatchObject({ number: `+45${digits}`, note: beside })
        expect(readPhone(sealedPhone(read))).toEqual(read)
        expect(fields.phone.safeParse(sealedPhone(read)).success).toBe(true)
      }),
    )
  })
  it.each([
    ['12345678 lok. 12', '+4512345678', 'lok. 12'],
    ['tlf. 28 45 67 12', '+4528456712', ''],
    ['Mit nummer er 28456712', '+4528456712', ''],
    ['mor: 28456712', '+4528456712', 'mor'],
    ['mor: 28456712 efter 16', '+4528456712', 'mor efter 16'],
    ['28456712 (efter 16)', '+4528456712', '(efter 16)'],
    ['28456712/87654321', '+4528456712', '87654321'],
    ['4512345678', '+4512345678', ''],
    ['28456712,', '+4528456712', ''],
  ])('is read in "%s"', (typed, number, note) => {
    expect(readPhone(typed)).toMatchObject({ number, note })
  })
  it.each(['', ' ', ',', '+', '+45', '0045 123', 'ring', '28456712 16', '+0123456789'])(
    'is not read in "%s"',
    typed => {
      expect(readPhone(typed)).toBeNull()
    },
  )
  it('with a whole story beside it is asked for alone', () => {
    const phone = `28456712 ${'og så videre '.repeat(5)}`
    expect(checkStep('reach', { identity: 'number-only', phone })).toEqual([
      { field: 'phone', why: 'phone-long' },
    ])
  })
  it('in a request of before November 2026 still opens', () => {
    for (const typed of ['123456', '+45 12 34 56 78', '12.34.56.78'])
      expect(fields.phone.safeParse(typed).success).toBe(true)
    for (const typed of ['', 'ring', '12', '1234567890123456'])
      expect(fields.phone.safeParse(typed).success).toBe(false)
  })
  it('is looked for in any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        const read = readPhone(text)
        if (read) expect(read.number).toMatch(/^\+[1-9]\d{6,14}$/)
      }),
    )
  })
})

describe('a CPR number', () => {
  const two = (from: number, to: number): fc.Arbitrary<string> =>
    fc.integer({ min: from, max: to }).map(n => String(n).padStart(2, '0'))
  const cpr = fc.tuple(
    fc.oneof(two(1, 31), two(61, 91)),
    two(1, 12),
    two(0, 99),
    fc.stringMatching(/^\d{4}$/),
  )
  const between = fc.constantFrom(
    ...[
      '',
      '-',
      ' ',
      ' - ',
      '\u2010',
      '\u2011',
      '\u2012',
      '\u2013',
      '\u2014',
      '\u2015',
      '\u2212',
      '\ufe63',
      '\uff0d',
    ],
    ...['\u00ad', '\u00a0', '\u2009', '/', '.', '\u200b-', '\u2043'],
  )
  it('is found with every dash and space there is, in any digits, anywhere in a text', () => {
    fc.assert(
      fc.property(
        cpr,
        between,
        script,
        fc.constantFrom('', 'cpr ', 'Jeg er:', '('),
        (parts, dash, inScript, before) => {
          const [day, month, year, rest] = parts
          expect(holdsCpr(`${before}${inScript(day + month + year)}${dash}${inScript(rest)}.`)).toBe(true)
        },
      ),
    )
  })
  it('is not a telephone number with 45 before it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), digits => {
        expect(holdsCpr(`45${digits}`)).toBe(false)
      }),
    )
    expect(checkStep('reach', { identity: 'number-only', phone: '4512345678' })).toEqual([])
  })
})
