import { readCode, type CodeReading, type ReturnCode } from '../../core/sealing/return-code.ts'

/** What parts a code from the words around it, but stands in no code: all but letters, digits, dashes and dots. */
const AROUND = /[^0-9A-Za-z\p{Pd}\p{Cf}\u2212_.·]+/u

/** The most words a code can lie in: each symbol by itself. */
const MOST_WORDS = 20

/**
 * Reads a code as it is typed, or pasted with what stood around it: "Kode: ABCD-…", in quotation marks, in a sentence. One
 * is taken only where its check symbol is right and there is no other; else the reading of the whole text stands.
 */
export function readTyped(text: string): CodeReading {
  const whole = readCode(text)
  if (whole.ok) return whole
  const words = text
    .normalize('NFKC')
    .split(AROUND)
    .filter(word => word !== '')
  const runs = runsOf(words)
  // In one piece first, then as it is shown: by chance, one in 32 runs of words that are as long as a code looks like one.
  return only(words) ?? only(runs.filter(run => run === run.toUpperCase())) ?? only(runs) ?? whole
}

function only(candidates: readonly string[]): CodeReading | null {
  const codes = new Set<ReturnCode>()
  for (const candidate of candidates) {
    const reading = readCode(candidate)
    if (reading.ok) codes.add(reading.code)
  }
  const [code] = codes
  return code !== undefined && codes.size === 1 ? { ok: true, code } : null
}

/** Words that follow each other, put together. */
const runsOf = (words: readonly string[]): string[] =>
  words.flatMap((_, first) =>
    Array.from({ length: MOST_WORDS }, (__, more) => words.slice(first, first + more + 1).join('')),
  )
