import { type Config, parseConfig } from '../../intake/settings/config.ts'
import { readMunicipalities } from '../../intake/settings/municipalities.ts'
import { Refused } from '../run.ts'

type Env = Readonly<Record<string, string | undefined>>

/** How a command says of which municipality, where one process serves several. */
export const MUNICIPALITY = { municipality: { type: 'string' } } as const

/**
 * The settings of what a command works on: the environment's, or those of the municipality it names in the list that
 * MUNICIPALITIES names. Never a guess: with a list, a command that names none of it does nothing.
 *
 * @throws Refused when it is not clear which; SettingError when its settings are bad
 */
export async function whichConfig(name: string | undefined, env: Env = process.env): Promise<Config> {
  const list = env['MUNICIPALITIES']?.trim() ?? ''
  if (list === '') {
    if (name !== undefined)
      throw new Refused('--municipality chooses from a list: set MUNICIPALITIES to its file.')
    // What production asks of a service (a proxy, https) is not asked of a command.
    return parseConfig({ ...env, NODE_ENV: '' })
  }
  const all = await readMunicipalities(list, env)
  const one = all.find(each => each.name === name)
  if (one) return one.config
  const names = all.map(each => each.name).join(', ')
  throw new Refused(`--municipality must name one of the list: ${names}.`)
}

/** The store of `whichConfig`, where nothing else is needed: neither keys nor pages. */
export async function whichStore(name: string | undefined, env: Env = process.env): Promise<Config['store']> {
  return (await whichConfig(name, { ...env, KEYS_FILE: env['KEYS_FILE'] ?? 'none' })).store
}
