import { municipality } from '#municipality'

/** Frequent Danish words that are no English ones. */
const danish =
  'og ikke hvis samtale du dig din dit det der som på af er med eller kan vi jeg har når så også efter hvem hvad hvor ' +
  'uden mod fra blive bliver vil skal må nej hjælp navn uge dage gange sted unge voksne pårørende kommune'
/** Frequent English words that are no Danish ones ("have" is both; WHO is an organisation). */
const english = 'the you your with without what this that they not can is are help when if'

/** Names and titles that stay Danish in English: [text, reason]. */
const staysDanish: readonly (readonly [string, string])[] = [
  ['BørneTelefonen', 'the name of a help line'],
  ['Første snak', 'the name of the app'],
  ['Dansk', 'the language link names the language in itself'],
]
/** Danish words that look English, or names that are. */
const staysEnglish: readonly (readonly [string, string])[] = [
  ['English', 'the language link names the language in itself'],
  ['First talk', 'the English name of the app'],
]

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []
const drop = (text: string, list: readonly (readonly [string, string])[]): string =>
  list.reduce((left, [phrase]) => left.replaceAll(phrase, ' '), text)

/** Danish words, or letters, in an English text. */
export function danishInEnglish(key: string, text: string): string[] {
  const words = wordsIn(drop(text, staysDanish))
  const list = new Set(danish.split(' '))
  return words.filter(word => list.has(word) || /[æøå]/.test(word)).map(word => `${key}: ${word}`)
}

/** English words in a Danish text. */
export function englishInDanish(key: string, text: string): string[] {
  const list = new Set(english.split(' '))
  return wordsIn(drop(text, staysEnglish))
    .filter(word => list.has(word))
    .map(word => `${key}: ${word}`)
}

/** Names of the municipality's own that somebody typed instead of interpolating. */
export function namesTyped(text: string): string[] {
  const { name, fullName, place, units, anonymousProviders, helplines } = municipality
  const names = [name, fullName, place.name, place.street, ...Object.values(units), ...anonymousProviders]
  const numbers = helplines.map(line => line.shown)
  const left = text.replace(/\{\{[^}]*\}\}/g, ' ')
  return [...names, ...numbers].filter(one => left.includes(one))
}
