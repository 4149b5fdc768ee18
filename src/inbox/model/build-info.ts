// Put in by the build (vite `define`), from the public part of the team's keys.
declare const __RECIPIENTS__: readonly [team: string, recovery: string]

/** What replies are sealed to besides the citizen's mailbox: the team of the present epoch and recovery. */
export const recipients = __RECIPIENTS__
