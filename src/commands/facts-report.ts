import { municipality } from '#municipality'
import { pages } from '../app/routes.ts'
import { sentences, type TellingPage } from '../app/pages/sources/told-where.ts'
import { factsOf } from '../core/eligibility/index.ts'
import { cautions } from '../core/eligibility/vocabulary/cautions.ts'
import { deadlines } from '../core/eligibility/vocabulary/deadlines.ts'
import { offers } from '../core/eligibility/vocabulary/offers.ts'
import { rights } from '../core/eligibility/vocabulary/rights.ts'
import { asText, dayText } from '../core/facts/index.ts'
import { spanOf } from '../core/facts/spans.ts'
import type { Fact, Figure, StandardId } from '../core/facts/types.ts'
import { FIRST, languageIds } from '../core/languages.ts'
import { wordsIn } from './copy-words.ts'

type Telling = {
  readonly page: TellingPage | 'check'
  readonly key: string
  readonly rests: readonly string[] | 'ours' | 'asks' | 'who'
}

/** Sentences of the check: each line stands on the facts of its id. */
const checked: readonly Telling[] = Object.keys({ ...offers, ...rights, ...deadlines, ...cautions }).map(
  id => {
    const facts = factsOf(id as Parameters<typeof factsOf>[0]) // Object.keys widens the ids
    return { page: 'check', key: `check:line.${id}`, rests: facts.length > 0 ? facts : 'ours' }
  },
)

const all: readonly Telling[] = [...sentences, ...checked]

export type Report = {
  /** Facts that at least one sentence of a page tells. */
  readonly told: number
  readonly facts: number
  /** Facts and sentences that the text shows. */
  readonly shown: number
  readonly text: string
}

/** Who proof-reads has the Danish standards beside it, so the report's own words are Danish. */
const STANDARDS: Readonly<Record<StandardId, string>> = { alcohol: 'alkohol', drugs: 'stoffer' }
const KINDS = [
  ['ours', 'Appens egne forklaringer og råd: de bygger ikke på en oplysning i standarderne'],
  ['asks', 'Spørgsmål at stille, hvor standarderne ikke siger noget'],
  ['who', 'Hvad WHO siger: core/facts/who.ts'],
] as const

/** A figure as the standard has it, with which side of it is said: "højst 14 dage". */
function figureText(figure: Figure): string {
  const { min, max, unit } = figure
  const text = spanOf(figure, FIRST) ?? asText(figure, FIRST)
  if (unit === 'calendar year') return text
  if (unit === 'DKK') return `${text} kr.`
  const counted = unit === 'years of age' ? `${text} år` : text
  return min === null ? `højst ${counted}` : max === null ? `mindst ${counted}` : counted
}

/** A fact's name, where it stands in the standards, and its figure or day: "target-age  [alkohol, stoffer: Målgruppe; mindst 15 år]". */
function headOf({ id, standards, section, figure, day }: Fact): string {
  const where = [...new Set(Object.values(section))].join(' / ')
  const said = figure ? `; ${figureText(figure)}` : day === undefined ? '' : `; ${dayText(day, FIRST)}`
  return `${id}  [${standards.map(one => STANDARDS[one]).join(', ')}: ${where}${said}]`
}

/**
 * The list as text, for people to read: every fact with the sentences that tell it, then the sentences that rest on none.
 *
 * @param search only what has these words in it, small or capital: a fact's name, section or figure, or a sentence, its key or
 * its page. A sentence stands under each fact it rests on. Empty: everything.
 */
export function report(search = ''): Report {
  const say = languageIds.map(lang => [lang, wordsIn(lang)] as const)
  const wanted = search.toLowerCase()
  const has = (text: string): boolean => text.toLowerCase().includes(wanted)
  const sentence = ({ page, key }: Telling): string =>
    [`  ${key}  ${pages[page][FIRST]}`, ...say.map(([lang, words]) => `    ${lang}  ${words(key)}`)].join(
      '\n',
    )
  const onPage = (fact: Fact): boolean => sentences.some(({ rests }) => rests.includes(fact.id))

  const facts = municipality.facts.flatMap(fact => {
    const head = headOf(fact)
    const telling = all
      .filter(({ rests }) => typeof rests !== 'string' && rests.includes(fact.id))
      .map(sentence)
    const found = has(head) ? telling : telling.filter(has)
    return has(head) || found.length > 0 ? [[head, ...found, ''].join('\n')] : []
  })
  const without = KINDS.map(([kind, heading]) => {
    const found = all
      .filter(({ rests }) => rests === kind)
      .map(sentence)
      .filter(has)
    return { found, lines: found.length > 0 ? [`# ${heading}`, '', ...found, ''] : [] }
  })
  const told = municipality.facts.filter(onPage).length
  const count = (kind: Telling['rests']): number => all.filter(({ rests }) => rests === kind).length
  const shown = without.reduce((sum, { found }) => sum + found.length, facts.length)
  return {
    told,
    facts: municipality.facts.length,
    shown,
    text: [
      ...(facts.length > 0 ? ['# Hver oplysning i standarderne, og de sætninger der fortæller den', ''] : []),
      ...facts,
      ...without.flatMap(({ lines }) => lines),
      search === ''
        ? `${told} af ${municipality.facts.length} oplysninger står på en side; ${all.length} sætninger, ` +
          `${count('ours')} af dem egne, ${count('asks')} spørgsmål.`
        : `${facts.length} oplysninger, og ${shown - facts.length} sætninger uden, har ${JSON.stringify(search)} i sig.`,
    ].join('\n'),
  }
}
