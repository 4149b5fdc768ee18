import { municipality } from '#municipality'
import { sentences } from '../app/pages/sources/told-where.ts'
import { factsOf } from '../core/eligibility/index.ts'
import { cautions } from '../core/eligibility/vocabulary/cautions.ts'
import { deadlines } from '../core/eligibility/vocabulary/deadlines.ts'
import { offers } from '../core/eligibility/vocabulary/offers.ts'
import { rights } from '../core/eligibility/vocabulary/rights.ts'
import type { Fact } from '../core/facts/types.ts'
import { languageIds } from '../core/languages.ts'
import { wordsIn } from './copy-words.ts'

type Telling = { readonly key: string; readonly rests: readonly string[] | 'ours' | 'asks' | 'who' }

/** Sentences of the check: each line stands on the facts of its id. */
const checked: readonly Telling[] = Object.keys({ ...offers, ...rights, ...deadlines, ...cautions }).map(
  id => {
    const facts = factsOf(id as Parameters<typeof factsOf>[0]) // Object.keys widens the ids
    return { key: `check:line.${id}`, rests: facts.length > 0 ? facts : 'ours' }
  },
)

const all: readonly Telling[] = [...sentences, ...checked]

export type Report = {
  /** Facts that at least one sentence of a page tells. */
  readonly told: number
  readonly facts: number
  readonly text: string
}

/** The whole list as text, for people to read. */
export function report(): Report {
  const say = languageIds.map(lang => [lang, wordsIn(lang)] as const)
  const lines = (key: string): string[] => say.map(([lang, words]) => `    ${lang}  ${words(key)}`)
  const telling = (fact: Fact): readonly Telling[] =>
    all.filter(({ rests }) => typeof rests !== 'string' && rests.includes(fact.id))
  const onPage = (fact: Fact): boolean => sentences.some(({ rests }) => rests.includes(fact.id))
  const facts = municipality.facts.flatMap(fact => [
    `${fact.id}  [${fact.standards.join(', ')}: ${Object.values(fact.section).join(' / ')}]`,
    ...telling(fact).flatMap(({ key }) => [`  ${key}`, ...lines(key)]),
    '',
  ])
  const without = (kind: 'ours' | 'asks' | 'who'): string[] =>
    all.filter(({ rests }) => rests === kind).flatMap(({ key }) => [`  ${key}`, ...lines(key)])
  const told = municipality.facts.filter(onPage).length
  return {
    told,
    facts: municipality.facts.length,
    text: [
      '# Each fact, and the sentences that tell it',
      '',
      ...facts,
      '# Our own explanations and advice: they rest on no fact',
      '',
      ...without('ours'),
      '',
      '# Questions to ask, where the standards are silent',
      '',
      ...without('asks'),
      '',
      '# What WHO says: core/facts/who.ts',
      '',
      ...without('who'),
      '',
      `${told} of ${municipality.facts.length} facts are told on a page; ${all.length} sentences, ` +
        `${all.filter(({ rests }) => rests === 'ours').length} our own, ` +
        `${all.filter(({ rests }) => rests === 'asks').length} questions.`,
    ].join('\n'),
  }
}
