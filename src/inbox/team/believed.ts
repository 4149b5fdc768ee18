import type { TeamAnswer } from '../../core/contract/team.ts'
import * as z from 'zod/mini'
import type { Seen } from '../../core/sealing/team.ts'
import type { Believed } from '../model/team.ts'
import { performBeside } from '../opening/spare.ts'
import { call } from '../shared/api.ts'

/** Where this browser remembers how far the list was. */
const PLACE = 'inbox-team-seen'
const seenOf = z.strictObject({ first: z.string(), n: z.int(), hash: z.string() })

/**
 * Fetches the list of members and checks it from the first leader on, who stands in the build. Against what this browser saw
 * before, a list that was cut or goes on in another way is noticed.
 *
 * @throws IntakeError when it cannot be fetched
 */
export async function fetchTeam(first: string): Promise<Believed> {
  return believe(await call('team', {}), first)
}

/** As `fetchTeam`, of an answer that is there. */
export async function believe(answer: TeamAnswer, first: string): Promise<Believed> {
  const { entries } = answer
  const verdict = await performBeside('verifyTeam', { entries, first, seen: remembered(first) })
  if (!verdict.ok) return verdict
  remember(first, verdict.team.seen)
  return { ok: true, kept: { team: verdict.team, answer } }
}

function remembered(first: string): Seen | undefined {
  try {
    const seen = seenOf.parse(JSON.parse(localStorage.getItem(PLACE) ?? 'null'))
    return seen.first === first ? { n: seen.n, hash: seen.hash } : undefined
  } catch {
    return undefined // nothing remembered, or not by us: the first leader in the build still holds
  }
}

function remember(first: string, { n, hash }: Seen): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify({ first, n, hash }))
  } catch {
    // No storage: the next look begins without it, and the page says nothing that it does not know.
  }
}
