import { keyWordLike } from './misspelt.ts'
import { unglued } from './unglued.ts'

/** A word as the rules read it, and where it stands in the text (UTF-16 code units). */
export type Word = { readonly as: string; readonly start: number; readonly end: number }

/** A sentence: its words, and where it stands in the text without the white space around it. */
export type Sentence = { readonly words: readonly Word[]; readonly start: number; readonly end: number }

/** How people shorten words at night, and the form the rules use. Several words may come of one. */
const SHORT: Readonly<Record<string, string>> = {
  ik: 'ikke',
  ikk: 'ikke',
  ike: 'ikke',
  ikek: 'ikke',
  ikkr: 'ikke',
  itj: 'ikke',
  ej: 'ikke',
  mer: 'mere',
  mere: 'mere',
  mre: 'mere',
  lev: 'leve',
  vilikke: 'vil ikke',
  gidr: 'gider',
  gder: 'gider',
  orkr: 'orker',
  jg: 'jeg',
  jge: 'jeg',
  jek: 'jeg',
  lyt: 'lyst',
  forsvine: 'forsvinde',
  forsvnde: 'forsvinde',
  livt: 'livet',
  maj: 'mig',
  mej: 'mig',
  ku: 'kunne',
  sku: 'skulle',
  ska: 'skal',
  vi: 'vi',
  tar: 'tager',
  ta: 'tage',
  gi: 'give',
  hva: 'hvad',
  noed: 'noget',
  noen: 'nogen',
  altså: ',',
  wanna: 'want to',
  gonna: 'going to',
  cannot: 'cant',
  anymore: 'any more',
  im: 'i am',
  ive: 'i have',
  id: 'i would',
  hes: 'he is',
  shes: 'she is',
  theyre: 'they are',
  whos: 'who is',
  oded: 'overdosed',
  kms: 'kill myself',
  noone: 'no one',
  wnat: 'want',
  dnt: 'dont',
  dotn: 'dont',
  hav: 'have',
  livin: 'living',
  dyin: 'dying',
  killin: 'killing',
  endin: 'ending',
  breathin: 'breathing',
  thru: 'through',
  bout: 'about',
  everyones: 'everyone is',
  theres: 'there is',
  isint: 'isnt',
  aint: 'not',
  mom: 'mum',
}

const WORD = /[\p{L}\p{M}\p{N}'’´`]+|[,;:()–—]/gu
const APOSTROPHES = /['’´`]/g

/**
 * The letters rules are written in: no accents, one letter for æ/ae, ø/oe/ö and å/aa, and none drawn out. But "får"
 * (gets) must not become "far" (father), nor "dø" (die) the English "do".
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/f(?:å|aa)r(?!\p{L})/gu, 'fr')
    .replace(/(^|\P{L})d(?:ø|oe|ö)+(?!\p{L})/gu, '$1dx')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/æ|ae/g, 'a')
    .replace(/ø|oe/g, 'o')
    .replace(/aa+/g, 'a')
    .replace(/(\p{L})\1{2,}/gu, '$1')
}

const shortened = new Map(Object.entries(SHORT).map(([from, to]) => [folded(from), folded(to)]))

function formsOf(raw: string): readonly string[] {
  if (/^[,;:()–—]$/.test(raw)) return [',']
  if (/^od['’]d$/i.test(raw)) return ['overdosed']
  const plain = folded(raw.replace(APOSTROPHES, ''))
  return unglued(plain).flatMap(piece => {
    const short = shortened.get(piece)
    return short === undefined ? [keyWordLike(piece) ?? piece] : short.split(' ')
  })
}

/** The sentences of a text as the rules read them. A line break ends one; an unfinished one counts. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^.!?…\n\r]+[.!?…]*/g)].flatMap(({ 0: part, index: from }) => {
    const words = [...part.matchAll(WORD)].flatMap(one => {
      const start = from + one.index
      return formsOf(one[0]).map(as => ({ as, start, end: start + one[0].length }))
    })
    if (words.length === 0) return []
    const start = from + part.length - part.trimStart().length
    return [{ words, start, end: from + part.trimEnd().length }]
  })
}
