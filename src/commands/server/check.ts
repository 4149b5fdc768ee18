import { readConfig, type Config } from '../../intake/settings/config.ts'
import { faultsOf, warningsOf, warningsOfCertificate } from '../../intake/settings/check.ts'
import { readMunicipalities } from '../../intake/settings/municipalities.ts'
import type { SettingError } from '../../intake/settings/setting-error.ts'

/**
 * `server.mjs check`: names everything that keeps the service from starting, one sentence a line; 1 when there is any.
 * With MUNICIPALITIES, everything of each of them, its name in front.
 *
 * @throws SettingError when the list itself cannot be read, or two share what must be one's own
 */
export async function check(): Promise<void> {
  const list = process.env['MUNICIPALITIES']?.trim() ?? ''
  const all =
    list === '' ? [{ name: '', ...readConfig(process.env) }] : await readMunicipalities(list, process.env)
  let faults = 0
  for (const { name, config, problems } of all) {
    faults += await checkOne(name === '' ? '' : `${name}: `, config, problems)
  }
  console.log(faults === 0 ? 'All is as it must be.' : `${faults} to mend before it starts.`)
  if (faults > 0) process.exitCode = 1
}

/** @returns how many faults were told */
async function checkOne(who: string, config: Config, problems: readonly SettingError[]): Promise<number> {
  // The proxy's certificate, where this user may read it: whether it is for our names, and for how long.
  const certificate = process.env['TLS_CERTIFICATE'] ?? null
  const faults = [
    ...problems.map(problem => problem.message),
    ...(await faultsOf(config, problems, certificate)),
  ]
  for (const fault of faults) console.log(who + fault)
  const warnings = [...(await warningsOf(config)), ...(await warningsOfCertificate(certificate))]
  for (const warning of warnings) console.log(`${who}Note: ${warning}`)
  return faults.length
}
