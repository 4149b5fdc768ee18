import type { Municipality } from '../types.ts'

/** What only the municipality knows. Production refuses to start while one is null (docs/before-launch.md). */
export const required: Municipality['required'] = {
  controller: null,
  dataProtectionOfficer: null,
  legalBasis: null,
  recipients: null,
  accessibilityContact: null,
}

/** Lines that are true only if the municipality says so. */
export const confirmed: Municipality['confirmed'] = {
  helpContinuesThoughLapsed: false,
  neverSaysWhoComes: false,
  mayRefuseAtFirstTalk: false,
  missedTalkCounts: false,
}
