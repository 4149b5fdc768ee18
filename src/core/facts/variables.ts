import { dayText } from '../calendar/names.ts'
import { FIRST, keptInOrder, rangeOf } from '../languages.ts'
import { asText, camelCased, figureOf } from './figures.ts'
import { laws } from './laws.ts'
import { spanOf, timesOf } from './spans.ts'
import { retention } from './retention.ts'
import type { HelplineId, Language, Municipality, Standard, UnitKey } from './types.ts'

/** "Unge under 18 år" (heading of the youth section in both standards). */
const ADULT_FROM = 18

type StandardWords = {
  readonly title: string
  readonly years: string
  readonly lastYear: string
  readonly approved: string
}

/** What every copy may interpolate: `{{place}}`, `{{unit.centre}}`, `{{figure.intakeFirstTalk}}`, `{{line.emergency}}` … */
export type Variables = {
  readonly place: string
  readonly municipality: string
  readonly fullMunicipality: string
  readonly street: string
  readonly postcode: string
  readonly town: string
  /** The places for anonymous drug treatment, with commas. */
  readonly anonymousProviders: string
  readonly anonymousProvidersCount: string
  readonly unit: { readonly [K in UnitKey]: string }
  /** The number of a line, in the groups people read it in. */
  readonly line: { readonly [K in HelplineId]: string }
  readonly law: { readonly [K in keyof typeof laws]: string }
  readonly age: {
    /** The youngest the offer is for: "15". */
    readonly from: string
    /** "15-17" */
    readonly youth: string
    /** "18" */
    readonly adult: string
  }
  readonly standard: { readonly alcohol: StandardWords; readonly drugs: StandardWords }
  /** Days the intake keeps things. */
  readonly retention: { readonly [K in keyof typeof retention]: string }
  /** Every figure of the facts, by the fact's id in camelCase. */
  readonly figure: { readonly [camelCasedId: string]: string }
  /** Figures that are counted in something, with their unit: "1 uge", "6-9 months". By the fact's id in camelCase. */
  readonly span: { readonly [camelCasedId: string]: string }
  /** Figures in talks as times: "1-2 gange". By the fact's id in camelCase. */
  readonly times: { readonly [camelCasedId: string]: string }
}

const wordsOf = (standard: Standard, lang: Language): StandardWords => ({
  title: standard.title,
  years: rangeOf(standard.validFrom.slice(0, 4), standard.validTo.slice(0, 4), lang),
  lastYear: standard.validTo.slice(0, 4),
  approved: dayText(standard.approvedOn, lang),
})

/**
 * The interpolation variables of i18next for one municipality. Days, ranges and units differ by language.
 * Throws Error when the municipality has no fact "target-age" or lacks a helpline.
 */
export function defaultVariables(municipality: Municipality, lang: Language = FIRST): Variables {
  const from = figureOf(municipality, 'target-age').min
  if (from === null) throw new Error('The fact "target-age" names no age')
  const figure: Record<string, string> = {}
  const span: Record<string, string> = {}
  const times: Record<string, string> = {}
  for (const { id, figure: told } of municipality.facts) {
    if (!told) continue
    const name = camelCased(id)
    figure[name] = asText(told, lang)
    const counted = spanOf(told, lang)
    if (counted !== undefined) span[name] = counted
    if (told.unit === 'talks') times[name] = timesOf(told, lang)
  }
  return {
    place: municipality.place.name,
    municipality: municipality.name,
    fullMunicipality: municipality.fullName,
    street: municipality.place.street,
    postcode: municipality.place.postcode,
    town: municipality.place.town,
    anonymousProviders: municipality.anonymousProviders.join(', '),
    anonymousProvidersCount: String(municipality.anonymousProviders.length),
    unit: municipality.units,
    line: linesOf(municipality, lang),
    law: laws,
    age: { from: String(from), youth: rangeOf(from, ADULT_FROM - 1, lang), adult: String(ADULT_FROM) },
    standard: {
      alcohol: wordsOf(municipality.standards.alcohol, lang),
      drugs: wordsOf(municipality.standards.drugs, lang),
    },
    retention: {
      closedDays: String(retention.closedDays),
      junkDays: String(retention.junkDays),
      mailboxDays: String(retention.mailboxDays),
      erasedIdDays: String(retention.erasedIdDays),
      backupDays: String(retention.backupDays),
    },
    figure,
    span,
    times,
  }
}

function linesOf(municipality: Municipality, lang: Language): Variables['line'] {
  const shown = (id: HelplineId): string => {
    const line = municipality.helplines.find(candidate => candidate.id === id)
    if (!line) throw new Error(`${municipality.id} has no helpline "${id}"`)
    return keptInOrder(line.shown, lang)
  }
  return {
    emergency: shown('emergency'),
    medical: shown('medical'),
    poison: shown('poison'),
    police: shown('police'),
    suicide: shown('suicide'),
    alcohol: shown('alcohol'),
    alAnon: shown('alAnon'),
    children: shown('children'),
    family: shown('family'),
    violence: shown('violence'),
  }
}
