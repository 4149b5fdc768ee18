import { readConfig } from '../../intake/settings/config.ts'
import { faultsOf, warningsOf } from '../../intake/settings/check.ts'

/** `server.mjs check`: names everything that keeps the service from starting, one sentence a line; 1 when there is any. */
export async function check(): Promise<void> {
  const { config, problems } = readConfig(process.env)
  // The proxy's certificate, where this user may read it: whether it is for our names, and for how long.
  const certificate = process.env['TLS_CERTIFICATE'] ?? null
  const faults = [
    ...problems.map(problem => problem.message),
    ...(await faultsOf(config, problems, certificate)),
  ]
  for (const fault of faults) console.log(fault)
  for (const warning of await warningsOf(config)) console.log(`Note: ${warning}`)
  console.log(faults.length === 0 ? 'All is as it must be.' : `${faults.length} to mend before it starts.`)
  if (faults.length > 0) process.exitCode = 1
}
