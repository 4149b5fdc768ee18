import type { FIRST, Language } from '../languages.ts'

export type { Language }

/**
 * A sentence of the municipality's own: names, places, answers to open matters. In its own language always, and in every
 * other that it has been translated to (src/core/facts/told.ts).
 */
export type Told = { readonly [L in typeof FIRST]: string } & { readonly [L in Language]?: string }

/** The two quality standards. */
export type StandardId = 'alcohol' | 'drugs'

export type Standard = {
  readonly id: StandardId
  /** The official title, as printed. */
  readonly title: string
  readonly approvedOn: string
  /** First and last day it says of itself, `YYYY-MM-DD`. */
  readonly validFrom: string
  readonly validTo: string
  /** The day from which its words can also be read as run out, where they can: from then on one has to ask. */
  readonly unsureFrom?: string
}

export type Audience = 'adult' | 'youth' | 'relative'

export type FigureUnit =
  | 'calendar year'
  | 'years of age'
  | 'DKK'
  | 'days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'talks'
  | 'times per week'
  | 'times per month'
  | 'months between updates'

/** A figure of a standard. `min` = `max` when the text gives one number; `unit` is the unit in plain English. */
export type Figure = { readonly min: number | null; readonly max: number | null; readonly unit: FigureUnit }

/** What sort of statement it is; the sources page has a word for each. */
export type FactKind =
  | 'complaint'
  | 'cost'
  | 'criterion'
  | 'data'
  | 'deadline'
  | 'duration'
  | 'duty'
  | 'goal'
  | 'legal-basis'
  | 'method'
  | 'place'
  | 'process'
  | 'provider'
  | 'right'
  | 'service'
  | 'staff'
  | 'target-group'
  | 'validity'

/** One statement of the standards, without its words: the words on a page are ours. */
export type Fact = {
  readonly id: string
  readonly standards: readonly StandardId[]
  /** The heading it stands under, as printed, per standard that says it. */
  readonly section: { readonly [S in StandardId]?: string }
  readonly audience: readonly (Audience | 'all')[]
  readonly kind: FactKind
  readonly figure?: Figure
  /** A day the text names (approval, last day), `YYYY-MM-DD`; such a fact has no figure. */
  readonly day?: string
}

/** An open matter (O-01..O-39): null until the municipality has answered it; then told in place of "det står ikke". */
export type OpenMatters = { readonly [id: `O-${string}`]: Told | null }

/** Where a number was seen and whether somebody has tried it since: a number is not true because it is printed. */
export type Checked = {
  /** The site it was seen on. */
  readonly source: string
  /** How old that page is, as exactly as it says (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`); null when it bears no date. */
  readonly sourceDate: string | null
  /** The day the municipality confirmed it, `YYYY-MM-DD`; null until then (docs/before-launch.md). */
  readonly confirmedOn: string | null
}

/** What a line wants to know of a caller; null = not known, so "ask". */
export type Asks = { readonly name: boolean | null; readonly cpr: boolean | null }

/** Lines a copy may name; each municipality must have every one of them. */
export type HelplineId =
  | 'emergency'
  | 'medical'
  | 'poison'
  | 'police'
  | 'suicide'
  | 'alcohol'
  | 'alAnon'
  | 'children'
  | 'family'
  | 'violence'

export type Helpline = {
  /** A neutral key, the same in every municipality: copy says `{{line.emergency}}`. */
  readonly id: HelplineId
  /** The name people know it by; not translated. */
  readonly name: string
  /** Who answers, in a few words, by language: only where the name does not say it to those who read that language. */
  readonly says: { readonly [L in Language]?: string }
  /** As one dials it, digits only. */
  readonly number: string
  /** `number` in the groups people read it in. */
  readonly shown: string
  readonly for: readonly (
    | 'emergency'
    | 'health'
    | 'crisis'
    | 'alcohol'
    | 'drugs'
    | 'relatives'
    | 'children'
    | 'violence'
  )[]
  /** Hours, only where the source is recent; null = "look up when it is open". */
  readonly hours: Told | null
  /** `sms` = text messages only. */
  readonly by: 'phone' | 'sms'
  readonly asks: Asks
  /** Whether one can stay without a name there; null = not known. */
  readonly withoutName: boolean | null
  /** Set where the line is known to record calls. */
  readonly recorded?: true
  readonly checked: Checked
}

/** A picture of the municipality's own: a file of its `pictures` folder, served from the app's own address. */
export type Picture = {
  /** `house.webp`: letters, figures and hyphens. */
  readonly file: string
  /** In pixels, so that nothing moves when it comes. */
  readonly width: number
  readonly height: number
}

/** Somebody one meets: a first name, what they do there, a picture if they want one. */
export type Person = {
  readonly name: string
  readonly work: Told
  readonly picture: Picture | null
}

/** What people ask before they come, answered by the municipality; null is asked in person. */
export type VisitAnswers = {
  /** What a first talk contains. */
  readonly contains: Told | null
  /** Whether a friend may come along. */
  readonly friend: Told | null
  /** What follows when one does not come. */
  readonly absent: Told | null
}

export type Place = {
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly town: string
  /** Not known until the municipality says so; shown only when set. */
  readonly phone: { readonly number: string; readonly shown: string } | null
  readonly hours: Told | null
  readonly web: string | null
  /** Where it lies, in degrees (WGS 84), so that a phone's map need not look the address up. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  /** What one sees from the street, and its description for those who do not see it. */
  readonly photo: (Picture & { readonly shows: Told }) | null
  /** Which door, which sign, steps or a lift. */
  readonly wayIn: Told | null
  readonly people: readonly Person[]
  readonly visit: VisitAnswers
}

/** Who and what copy may name without naming it itself. */
export type UnitKey =
  | 'centre'
  | 'childrenAndFamily'
  | 'familyClinic'
  | 'region'
  | 'youthUnit'
  | 'youthDepartment'
  | 'substanceCentre'
  | 'training'
  | 'apu'
  | 'systemAlcohol'
  | 'systemDrugs'
  | 'registerAlcohol'
  | 'registerDrugs'
  | 'supervision'
  | 'providerRegister'
  | 'appeals'

/** All that belongs to one municipality. Another municipality is another folder beside this one's. */
export type Municipality = {
  readonly id: string
  /** "Lyngby-Taarbæk": as in "Bor du i …?" */
  readonly name: string
  /** "Lyngby-Taarbæk Kommune" */
  readonly fullName: string
  readonly place: Place
  /** Units and partners by a neutral key, so that copy never names them itself. */
  readonly units: { readonly [key in UnitKey]: string }
  /** The places for anonymous drug treatment (§ 101 a). */
  readonly anonymousProviders: readonly string[]
  readonly helplines: readonly Helpline[]
  readonly standards: { readonly [S in StandardId]: Standard }
  readonly facts: readonly Fact[]
  /** A hint only, never a refusal: every one is shared with a neighbour. */
  readonly postcodes: readonly string[]
  readonly openMatters: OpenMatters
  /** Lines of `voice.md` marked ✱: shown only when the municipality has switched them on. */
  readonly confirmed: {
    readonly helpContinuesThoughLapsed: boolean
    readonly neverSaysWhoComes: boolean
    readonly mayRefuseAtFirstTalk: boolean
    /** A talk without a name that somebody missed counts as one of those they can have: the standards do not say so. */
    readonly missedTalkCounts: boolean
  }
  /** GDPR art. 13 and the accessibility statement: null until filled in; production refuses to start without. */
  readonly required: {
    readonly controller: Told | null
    readonly dataProtectionOfficer: Told | null
    readonly legalBasis: Told | null
    readonly recipients: Told | null
    readonly accessibilityContact: { readonly phone: string; readonly written: string } | null
  }
}
