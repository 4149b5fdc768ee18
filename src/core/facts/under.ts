import type { Audience, Fact, FactKind, Figure, FigureUnit, StandardId } from './types.ts'

type Extra = { readonly figure?: Figure; readonly day?: string }
type Row = (id: string, kind: FactKind, audience: readonly (Audience | 'all')[], extra?: Extra) => Fact

/** The headings a group of facts stands under, as printed, in the standard or standards that have it. */
type Headings = { readonly [S in StandardId]?: string }

/**
 * Makes the rows of one section: `both` stands in both standards, `alcohol` and `drugs` in one only.
 * A row whose standard has no such heading is an error of the data and stops at once.
 */
export function under(headings: Headings): { readonly [R in StandardId | 'both']: Row } {
  const row =
    (standards: readonly StandardId[]): Row =>
    (id, kind, audience, extra) => {
      const section: { [S in StandardId]?: string } = {}
      for (const standard of standards) {
        const heading = headings[standard]
        if (heading === undefined)
          throw new Error(`The fact ${id} names the ${standard} standard, which has no such heading`)
        section[standard] = heading
      }
      return { id, standards, section, audience, kind, ...extra }
    }
  return { both: row(['alcohol', 'drugs']), alcohol: row(['alcohol']), drugs: row(['drugs']) }
}

/** A figure of a fact: `min` is null for "at most", `max` is null for "at least". */
export function figure(min: number | null, max: number | null, unit: FigureUnit): Extra {
  return { figure: { min, max, unit } }
}
