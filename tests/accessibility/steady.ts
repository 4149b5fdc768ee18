import { NOUNS, PASSPHRASE_WORDS } from '../../src/core/sealing/passphrase.ts'

const word = `(?:${NOUNS.join('|')}){2}`
/** A passphrase, or the words that two people compare. */
const sixWords = new RegExp(`\\b${word}(?: ${word}){${PASSPHRASE_WORDS - 1}}\\b`, 'g')

/** The lines of an accessibility tree that another run would tell differently, told by what they are. */
export function steady(tree: string, madeUp: RegExp): string {
  return (
    tree
      .replace(/\b(?:[0-9a-f]{4} ){15}[0-9a-f]{4}\b/g, 'FINGERPRINT')
      .replace(/\b[0-9A-Z]{4}(?:\s*-?\s*[0-9A-Z]{4}){4}\b/g, 'CODE')
      .replace(/\b(?:[0-9A-Z] ){19}[0-9A-Z]\b/g, 'CODE')
      .replace(/http:\/\/localhost:\d+/g, 'ORIGIN')
      .replace(/[\w-]{43}(?=\.ics)|(?<=#invite=)[\w-]{43}/g, 'TOKEN')
      .replace(sixWords, 'SIX WORDS')
      // Not a number to ring: that has to show when it changes.
      .replace(/(?<!:)\b(?=[0-9a-f]*\d)[0-9a-f]{8}\b/g, 'ID')
      // Written like a number where no letter, or only an e, is in it.
      .replace(/: "ID"$/gm, ': ID')
      .replace(madeUp, 'NAME')
      .replace(/Uge \d+: [^"]*/g, 'Uge N: DAYS')
      .replace(/\buge \d+/g, 'uge N')
      .replace(/\b\d{4}-\d\d-\d\d\b/g, 'DATE')
      .replace(/\b\d{1,2}[.:]\d\d\b/g, 'TIME')
      .replace(/\bkl\.\s\d{1,2}-\d{1,2}\b/g, 'kl. HOURS')
      .replace(/\b(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en|e)?\b/gi, 'DAY')
      .replace(
        /\b\d{1,2}\. (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b(?: \d{4}\b)?/g,
        'N. MONTH',
      )
      .replace(/\b\d{1,2}\. (?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\./g, 'N. MONTH')
  )
}
