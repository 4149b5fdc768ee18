import { adultWalks } from './adult.ts'
import { checkWalks } from './check.ts'
import { documentWalks } from './documents.ts'
import { relativeWalks } from './relative.ts'
import { repliesWalks } from './replies.ts'
import { staffTeamWalks } from './staff-team.ts'
import { staffTimesWalks } from './staff-times.ts'
import { staffWalks } from './staff.ts'
import { waitingWalks } from './waiting.ts'
import type { Walk } from './walk.ts'
import { youngWalks } from './young.ts'

/**
 * Every way through the app that has states worth seeing; staff come last, when there is something to read,
 * and the team at the very end: removing somebody begins new keys.
 */
export const walks: Readonly<Record<string, Walk>> = {
  ...documentWalks,
  ...adultWalks,
  ...youngWalks,
  ...relativeWalks,
  ...checkWalks,
  ...waitingWalks,
  ...repliesWalks,
  ...staffTimesWalks,
  ...staffWalks,
  ...staffTeamWalks,
}
