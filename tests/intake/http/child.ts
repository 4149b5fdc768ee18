// An intake as a process of its own, for the tests that end it: settings come from the environment as in earnest.
import { parseConfig } from '../../../src/intake/settings/config.ts'
import { stopOnSignals } from '../../../src/intake/listening.ts'
import { startIntake } from '../../../src/intake/start.ts'

const required = {
  controller: null,
  dataProtectionOfficer: null,
  legalBasis: null,
  recipients: null,
  accessibilityContact: null,
}
stopOnSignals(await startIntake({ config: parseConfig(process.env), required, site: null }))
