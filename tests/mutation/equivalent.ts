import type { Mutant } from './mutants.ts'

/** A change that no test can notice, and why. */
export type Equivalent = Pick<Mutant, 'file' | 'was' | 'becomes'> & {
  /** Part of the line it stands in. */
  readonly line: string
  /** What stands just before it, where the line has the same twice and one of them does something. */
  readonly after?: string
  /** How many changes it is of, where not of one: all the same, in one line. */
  readonly times?: number
  readonly why: string
}

/** Changes that were looked at, one by one: the code does the same with them as without. */
export const equivalents: readonly Equivalent[] = [
  {
    file: 'core/sealing/return-code.ts',
    line: 'shifted & 32',
    was: '32',
    becomes: '(33)',
    why: 'the lowest bit of what was shifted is 0',
  },
  {
    file: 'core/sealing/check-signature.ts',
    line: 'signers.every(',
    was: '<',
    becomes: '<=',
    why: 'none of them has this epoch',
  },
  ...['(-1)', '(1)'].map(becomes => ({
    file: 'core/sealing/hybrid-key.ts',
    line: 'const [a = 0, b = 0, c = 0]',
    times: 3,
    was: '0',
    becomes,
    why: 'three are there: the length is a multiple of three',
  })),
  {
    file: 'core/sealing/hybrid-key.ts',
    line: 'key.subarray(at, at + 3)',
    was: '3',
    becomes: '(4)',
    why: 'the first three are taken',
  },
  {
    file: 'core/sealing/hybrid-key.ts',
    line: 'KEM_SEED =',
    was: '32',
    becomes: '(33)',
    why: 'three bytes are read at a time, so the last three begin before either',
  },
  {
    file: 'core/sealing/keys-file.ts',
    line: 'index > known',
    was: '>',
    becomes: '>=',
    why: 'what stands there begins an epoch and removes nobody',
  },
  ...['randomBytes(PASSPHRASE_WORDS * 2)', 'random.subarray(0, PASSPHRASE_WORDS * 2)'].map(line => ({
    file: 'core/sealing/passphrase.ts',
    line,
    was: '2',
    becomes: '(3)',
    why: 'what is drawn beyond two nouns a word is not read',
  })),
  {
    file: 'core/sealing/rows.ts',
    line: '.filter(({ from }) => from === side)',
    was: '===',
    becomes: '!==',
    why: 'each side has its row either way, one after the other',
  },
  {
    file: 'core/sealing/rows.ts',
    line: 'const known = Math.max(0,',
    was: '0',
    becomes: '(-1)',
    why: 'numbers are counted from 1',
  },
  {
    file: 'core/sealing/rows.ts',
    line: "padStart(4, '0')",
    was: '4',
    becomes: '(5)',
    why: 'no number is longer than four digits',
  },
  {
    file: 'core/sealing/same-mac.ts',
    line: 'let i = 0',
    was: '0',
    becomes: '(-1)',
    why: 'before the first letter is nothing, in both',
  },
  {
    file: 'core/sealing/same-mac.ts',
    line: 'i < a.length',
    was: '<',
    becomes: '<=',
    why: 'after the last letter is nothing, in both: the lengths were compared',
  },
  {
    file: 'core/sealing/staff-keys.ts',
    line: 'if (epoch === undefined || signing === undefined ||',
    times: 2,
    was: '||',
    becomes: '&&',
    why: 'the pattern has all three or none',
  },
  {
    file: 'core/sealing/team.ts',
    line: 'epochs.at(-1)?.epoch ?? 0',
    was: '0',
    becomes: '(-1)',
    why: 'epochs are counted from 1',
  },
  {
    file: 'core/sealing/thread.ts',
    line: 'twin: false',
    was: 'false',
    becomes: 'true',
    why: '`markTwins` says it of each',
  },
  ...['(-1)', '(1)'].map(becomes => ({
    file: 'app/outbox/outbox.ts',
    line: 'outcome.retryAt === undefined ? 0',
    was: '0',
    becomes,
    why: 'the pause is always longer',
  })),
  {
    file: 'app/outbox/queue.ts',
    line: 'forgotten: true',
    was: 'true',
    becomes: 'false',
    why: 'that it is told at all is the news',
  },
  ...['(29999)', '(30001)'].map(becomes => ({
    file: 'app/outbox/send.ts',
    line: 'PATIENCE =',
    was: '30_000',
    becomes,
    why: 'a millisecond more or less of patience is none',
  })),
  ...['(7)', '(9)'].map(becomes => ({
    file: 'core/request/crisis.ts',
    line: 'AT_ONCE =',
    was: '8',
    becomes,
    why: 'how much is read between two touches: all of it is read in the end',
  })),
  ...[
    '...ordinary,',
    '...violenceMet,',
    '...violenceToOthers,',
    '...of.flatMap(({ pattern }) => pattern),',
  ].map(was => ({
    file: 'core/request/crisis.ts',
    line: was,
    was,
    becomes: '(nothing)',
    why: 'what is not read beforehand is read when it is looked for',
  })),
  ...['(0)', '(2)'].map(becomes => ({
    file: 'core/request/crisis.ts',
    line: '(piece + 1) * AT_ONCE',
    was: '1',
    becomes,
    why: 'what is not read beforehand, or twice, is read once when it is looked for',
  })),
  {
    file: 'core/request/crisis.ts',
    line: 'line.slice(0, start)',
    was: '0',
    becomes: '(1)',
    why: 'a line of words begins with a space',
  },
  ...['(-1)', '(1)'].map(becomes => ({
    file: 'core/request/crisis.ts',
    line: '?.start ?? 0',
    times: 2,
    was: '0',
    becomes,
    why: 'a match has a first and a last word',
  })),
  {
    file: 'core/request/next.ts',
    line: "?? 'review'",
    was: "'review'",
    becomes: "''",
    why: 'every way has the review, which is never done',
  },
  ...['(-1)', '(1)'].map(becomes => ({
    file: 'core/request/plain.ts',
    line: 'codePointAt(0) ?? 0',
    after: '?? ',
    was: '0',
    becomes,
    why: 'a digit that was found has a code point',
  })),
]

/** Whether a reason is one for this change. */
export const isOf = (one: Equivalent, { file, was, becomes, text, before }: Mutant): boolean =>
  one.file === file &&
  one.was === was &&
  one.becomes === becomes &&
  text.includes(one.line) &&
  before.endsWith(one.after ?? '')

/** Why a change does nothing; undefined for one that some test should notice. */
export const whyEquivalent = (mutant: Mutant): string | undefined =>
  equivalents.find(one => isOf(one, mutant))?.why
