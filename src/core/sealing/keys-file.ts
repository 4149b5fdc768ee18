import { daysAfter } from '../calendar/days.ts'
import type { TeamAnswer } from '../contract/team.ts'
import type { Team } from './team.ts'

/** Days after an epoch began until which what the old one signs is believed: as long as the build may take. */
const BUILD_WITHIN = 7

/** An epoch that leaders have begun and the pages do not know yet. */
export type Unbuilt = {
  /** The last day for the operator to build. */
  readonly until: string
  /** Who was removed since the epoch that the pages know. */
  readonly shutOut: readonly string[]
}

/**
 * What still has to be built.
 *
 * @param built the newest epoch of the build
 * @returns null when the pages know the newest epoch
 */
export function unbuilt({ epochs, entries }: Team, built: number): Unbuilt | null {
  const next = epochs.find(({ epoch }) => epoch > built)
  if (next === undefined) return null
  const names = new Map<string, string>()
  const shutOut: string[] = []
  const known = entries.findIndex(entry => entry.kind === 'epoch' && entry.epoch.epoch === built)
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'add') names.set(entry.member.signing, entry.member.name)
    if (entry.kind === 'remove' && index > known) shutOut.push(names.get(entry.signing) ?? '')
  }
  return { until: daysAfter(next.since, BUILD_WITHIN), shutOut }
}

/** The text of `keys.json`, for the operator to build with: made of the believed list, not of what the intake says. */
export function keysFile(
  team: Team,
  answer: Pick<TeamAnswer, 'demo' | 'calendars' | 'wrapped'>,
): string | null {
  const last = team.epochs.at(-1)
  if (last === undefined) return null
  const file = {
    v: 2,
    demo: answer.demo,
    recipients: [last.recipient, last.recovery],
    epochs: team.epochs.map(({ epoch, recipient, recovery, signer, since }) => ({
      epoch,
      recipient,
      recovery,
      signer,
      since,
    })),
    members: team.members.map(({ name, signing, recipient, role }) => {
      const calendar = answer.calendars.find(one => one.signing === signing)?.calendar
      return {
        name,
        signing,
        recipient,
        wrapped: answer.wrapped
          .filter(one => one.signing === signing)
          .map(({ epoch, sealed }) => ({ epoch, sealed })),
        ...(calendar !== undefined && { calendar }),
        role,
      }
    }),
    list: team.entries,
  }
  return JSON.stringify(file, null, 2) + '\n'
}
