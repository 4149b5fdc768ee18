import type { TeamPost } from '../../core/contract/team.ts'
import type { Leading } from './changes.ts'

/** Does something at the intake, says what was done or why not, and looks at the team again. */
export type Run = (work: () => Promise<void>, done: string) => Promise<void>

/** Makes a change in the list and sends it; as `Run`. */
export type Change = (
  prepare: (leading: Leading) => TeamPost | Promise<TeamPost>,
  done: string,
) => Promise<void>
