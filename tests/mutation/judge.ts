import { whyEquivalent } from './equivalent.ts'
import type { Mutant, Tried } from './mutants.ts'

/** What came of the changes to a folder or file, line by line, and whether it may stay so. */
export type Judgement = { readonly lines: readonly string[]; readonly isGood: boolean }

/**
 * Judges the changes that were tried out.
 *
 * @param floor the share that must be noticed, in percent, without those that have a reason
 * @param why the reason that a change does nothing
 */
export function judge(
  path: string,
  tried: readonly Tried[],
  floor: number,
  why: (mutant: Mutant) => string | undefined = whyEquivalent,
): Judgement {
  const lines: string[] = []
  const count = { noticed: 0, broken: 0, 'not noticed': 0, equivalent: 0 }
  let stale = 0
  for (const { mutant, outcome } of tried) {
    const reason = why(mutant)
    const { file, line, was, becomes } = mutant
    const change = `${file}:${line}: ${was} -> ${becomes}`
    if (outcome === 'not noticed')
      lines.push(reason === undefined ? `not noticed: ${change}` : `does nothing: ${change}: ${reason}`)
    // A reason that no longer holds hides what comes later at the same place.
    else if (reason !== undefined) {
      lines.push(`noticed, though it should do nothing: ${change}: ${reason}`)
      stale += 1
    }
    count[outcome === 'not noticed' && reason !== undefined ? 'equivalent' : outcome] += 1
  }
  const judged = tried.length - count.equivalent
  const share = judged === 0 ? 0 : (1 - count['not noticed'] / judged) * 100
  lines.push(
    `${path}: of ${tried.length} changes ${count.noticed} are refused by the tests, ${count.broken} do not run at all, ` +
      `${count.equivalent} do nothing, ${count['not noticed']} are not noticed (${share.toFixed(1)} % noticed)`,
  )
  if (share < floor) lines.push(`${path}: ${floor} % must be noticed`)
  return { lines, isGood: share >= floor && stale === 0 }
}
