import fc from 'fast-check'

// What a stranger's program could put where the phone puts something else.

/** A key of 32 bytes, of which the last letter holds bits that no 32 bytes have. */
export const spareBits = `${'A'.repeat(42)}B`

const texts = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '\u202e\u2066Ida\u0000',
  '\u200b\u200e\u2028',
  '\u001b[31m\u0007\r\n',
  '\ud800',
  'e\u0301\u0302\u0303'.repeat(60),
  'W'.repeat(200),
  'W'.repeat(3000),
  '漢'.repeat(500),
  '{{name}} $t(list.title) %s <b onclick=x>',
  '=cmd|x!A0',
  '010190-1234',
  spareBits,
  'A'.repeat(22),
  'A'.repeat(43),
  `${'A'.repeat(85)}B`,
  'AGE-SECRET-KEY-PQ-1',
  'age1pq1qqqq',
  '00000000-0000-0000-0000-000000000000',
  '../../staff/requests',
  'null',
  '1',
]

const days = [
  '2026-02-31',
  '0000-00-00',
  '2026-13-01',
  '9999-12-31',
  '+010000-01-01',
  '2026-11-26T12:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '-271821-04-20T00:00:00Z',
]

/** Such as a schema may take: then what draws and answers has to live with them. */
const sound = [
  '2000-01-01',
  '2199-12-31',
  '\u202eIda',
  'ﷺ'.repeat(20),
  'klingonsk <i>',
  '+45 12 34 56 78',
  '12345678 (kl. \u202e16)',
  'Jeg vil dø $t(x)',
  'anonymous',
  'staff',
  'relative',
  'named',
  '5b2c8f0e',
]

const others: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  -1,
  -0,
  0,
  1,
  1.5,
  499,
  9999,
  1e308,
  2 ** 53,
  [],
  {},
  [null],
  [[]],
  { constructor: 1 },
  { toString: null, valueOf: null },
  [spareBits, spareBits],
  ['00000000-0000-0000-0000-000000000000'],
  Array(200).fill('x'),
]

/** Wrong types, huge and empty texts, control characters, prototype keys, direction marks, bad days, unknown ids. */
export const hostileValues: readonly unknown[] = [...texts, ...days, ...sound, ...others]

export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileValues) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

export type Path = readonly string[]

/** Every field at every depth of a value, and in each object one that nobody knows and one that names its prototype. */
export function fieldsOf(value: object, above: Path = []): Path[] {
  const own = Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = [...above, key]
    return typeof inner === 'object' && inner !== null ? [here, ...fieldsOf(inner, here)] : [here]
  })
  const unknown = Array.isArray(value) ? [] : ['extra', '__proto__'].map(key => [...above, key])
  return [...own, ...unknown]
}

/** The value with one of its fields put to something else; undefined takes the field away once it is JSON. */
export function withField(value: object, [key = '', ...rest]: Path, put: unknown): object {
  const before = (value as Record<string, unknown>)[key]
  const next = rest.length > 0 ? withField(before as object, rest, put) : put
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === key ? next : one))
  // A computed key is a field of its own, also when it is called __proto__.
  return { ...value, [key]: next }
}

/** Each field of a value put to something hostile, one at a time: as many values as it has fields. */
export const attacksOn = (value: object): fc.Arbitrary<object[]> =>
  fc
    .tuple(...fieldsOf(value).map(path => hostile.map(put => withField(value, path, put))))
    .map(all => all.filter(fits))

/** What is too long to be sealed cannot be sent. */
export const fits = (value: object): boolean => new TextEncoder().encode(JSON.stringify(value)).length < 5000

/** As it comes out of JSON. */
export const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown
