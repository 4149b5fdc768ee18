import { danishRoundabout } from './crisis/danish-roundabout.ts'
import { danish } from './crisis/danish.ts'
import { englishRoundabout } from './crisis/english-roundabout.ts'
import { english } from './crisis/english.ts'
import { firstIn, patternOf, replacedIn, type Match } from './crisis/pattern.ts'
import { joined } from './crisis/rules.ts'
import { danishPersons, englishPersons, isAboutAnother, isToldOfAnother, namesWriter } from './crisis/whom.ts'
import { sentencesOf, type Sentence } from './crisis/words.ts'

/** Why help now may be needed. Noticed on the phone only; never stored, never sent, never in the way. */
export type Crisis = 'life' | 'overdose' | 'violence'

/** A sign of crisis, and whether it is the writer or somebody they write about who may be in danger. */
export type CrisisSign = {
  readonly crisis: Crisis
  readonly about: 'writer' | 'another'
  /** Where the sentence stands in the text, and in it the words: UTF-16 code units. */
  readonly sentence: readonly [start: number, end: number]
  readonly words: readonly [start: number, end: number]
}

const kinds = ['life', 'overdose', 'violence'] as const satisfies readonly Crisis[]

// Made once: a message is looked at with every key.
const languages = [
  { rules: joined(danish, danishRoundabout), persons: danishPersons },
  { rules: joined(english, englishRoundabout), persons: englishPersons },
].map(({ rules, persons }) => ({
  persons,
  ordinary: patternOf(rules.ordinary, rules.lists),
  violenceMet: patternOf(rules.violenceMet, rules.lists),
  violenceToOthers: patternOf(rules.violenceToOthers, rules.lists),
  of: kinds.map(kind => ({ kind, pattern: patternOf(rules[kind], rules.lists) })),
}))

/** Phrases whose needs are read between two touches. */
const AT_ONCE = 8

const phrases = languages.flatMap(({ ordinary, violenceMet, violenceToOthers, of }) => [
  ...ordinary,
  ...violenceMet,
  ...violenceToOthers,
  ...of.flatMap(({ pattern }) => pattern),
])

/**
 * What to run before the first text is looked through, one at a time and between other things: to read what all phrases
 * need takes an old phone some tenths of a second.
 */
export const crisisWarmUps: readonly (() => void)[] = Array.from(
  { length: Math.ceil(phrases.length / AT_ONCE) },
  (_, piece) => () => {
    for (const { needs } of phrases.slice(piece * AT_ONCE, (piece + 1) * AT_ONCE)) needs()
  },
)

/** The kinds of crisis in a text, most urgent first, each once; the writer's own before another's. */
export function crisesIn(text: string): Pick<CrisisSign, 'crisis' | 'about'>[] {
  const signs = signsOfCrisis(text)
  return kinds.flatMap(crisis => {
    const ofKind = signs.filter(sign => sign.crisis === crisis)
    if (ofKind.length === 0) return []
    return [{ crisis, about: ofKind.some(sign => sign.about === 'writer') ? 'writer' : 'another' }]
  })
}

/** What was found in a line of words, before it is known where in the text they stand. */
type Found = {
  readonly kind: Crisis
  readonly match: Match
  readonly another: boolean
  readonly line: string
}

// A message is looked at with every key, and all its sentences but one are those of the key before.
let before = new Map<string, readonly Found[]>()

/** Every sign of crisis in a text, in the order of its sentences. */
export function signsOfCrisis(text: string): CrisisSign[] {
  const now: typeof before = new Map()
  const signs = sentencesOf(text).flatMap(sentence => {
    const all = ` ${sentence.words.map(word => word.as).join(' ')} `
    const found = now.get(all) ?? before.get(all) ?? foundIn(all)
    now.set(all, found)
    return found.map(({ kind, match, another, line }): CrisisSign => ({
      crisis: kind,
      about: another ? 'another' : 'writer',
      sentence: [sentence.start, sentence.end],
      words: placeOf(sentence, line, match),
    }))
  })
  before = now
  return signs
}

function foundIn(all: string): Found[] {
  // As many words as before, so that the places stay.
  const line = languages.reduce(
    (left, { ordinary }) => replacedIn(left, ordinary, phrase => phrase.replace(/[^ ]+/g, '·')),
    all,
  )
  const signs = languages.flatMap(({ persons, violenceMet, violenceToOthers, of }) => {
    const met = firstIn(line, violenceMet)
    const others = firstIn(line, violenceToOthers)
    const sign = (kind: Crisis, match: Match, another: boolean): Found => ({ kind, match, another, line })
    return of.flatMap(({ kind, pattern }) => {
      const match = firstIn(line, pattern)
      if (kind !== 'violence') return match ? [sign(kind, match, isAboutAnother(line, match, persons))] : []
      if (match && (!others || namesWriter(line, match, persons))) return [sign(kind, match, false)]
      if (met) return [sign(kind, met, isToldOfAnother(line, met, persons))]
      return others ? [sign(kind, others, true)] : []
    })
  })
  // One word may be a sign in both languages; but only the right one knows that it is about another.
  return kinds.flatMap(kind => {
    const ofKind = signs.filter(sign => sign.kind === kind)
    const [sign = ofKind[0]] = ofKind.filter(one => one.another)
    return sign === undefined ? [] : [sign]
  })
}

/** Where in the text the matched words stand. */
function placeOf({ words }: Sentence, line: string, { start, end }: Match): [start: number, end: number] {
  const before = line.slice(0, start).split(' ').filter(Boolean).length
  const count = line.slice(start, end).split(' ').filter(Boolean).length
  return [words[before]?.start ?? 0, words[before + count - 1]?.end ?? 0]
}
