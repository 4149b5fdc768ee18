/** The phrases of one language, written as `pattern.ts` reads them. */
export type Rules = {
  readonly lists: Readonly<Record<string, string>>
  readonly life: readonly string[]
  readonly overdose: readonly string[]
  /** Violence, with the one who does it named or not: towards the writer, or where they live. */
  readonly violence: readonly string[]
  /** Violence as the one who meets it tells of it: whom the sentence is about is in danger. */
  readonly violenceMet: readonly string[]
  /** Violence that somebody else meets. */
  readonly violenceToOthers: readonly string[]
  /** What sounds like a sign and is none: left out before the others are looked for. */
  readonly ordinary: readonly string[]
}

/** Phrases in which two ideas near each other make the sign: added to those of the same kind. */
export type Roundabout = Omit<Rules, 'violenceMet'>

/** A language's phrases, the roundabout ones with them. */
export const joined = (rules: Rules, more: Roundabout): Rules => ({
  lists: { ...rules.lists, ...more.lists },
  life: [...rules.life, ...more.life],
  overdose: [...rules.overdose, ...more.overdose],
  violence: [...rules.violence, ...more.violence],
  violenceMet: rules.violenceMet,
  violenceToOthers: [...rules.violenceToOthers, ...more.violenceToOthers],
  ordinary: [...rules.ordinary, ...more.ordinary],
})
